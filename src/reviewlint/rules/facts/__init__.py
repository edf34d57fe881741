"""Coded rules of the facts group: one module a rule, named like its file in `rules/facts`."""
