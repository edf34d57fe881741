"""Coded rules of the claims group: one module a rule, named like its file in `rules/claims`."""
