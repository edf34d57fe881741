"""Coded rules of the typography group: one module a rule, named like its file in `rules/typography`."""
