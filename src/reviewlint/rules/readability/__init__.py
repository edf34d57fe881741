"""Coded rules of the readability group: one module a rule, named like its file in `rules/readability`."""
