"""Servers on this machine: one for a user and program, started by whoever needs it first, ended when it is idle."""
