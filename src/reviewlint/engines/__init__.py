"""Checkers of language that are programs of their own. Each gives matches; the rules make findings of them."""

from reviewlint.engines.match import Match

__all__ = ["Match"]
