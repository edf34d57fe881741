"""Coded rules of the garbled group: one module a rule, named like its file in `rules/garbled`."""
