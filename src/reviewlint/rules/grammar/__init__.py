"""Coded rules of the grammar group: one module a rule, named like its file in `rules/grammar`."""
