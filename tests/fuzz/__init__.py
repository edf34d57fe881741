"""Drafts put together at random, and what must hold for every one of them.

`pytest tests/fuzz` tries a few of each, always the same; `.ci/run fuzz` goes on for twenty minutes, from another seed
each time. What that finds is put into `corpus`, as small as it can be made.
"""
