"""Drafts put together at random, and what must hold for every one of them.

`pytest tests/fuzz` runs a few of each; `.ci/run fuzz` goes on for twenty minutes, from another seed each time.
"""
