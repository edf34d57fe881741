"""Checkers of language that are programs of their own. Each gives matches; the rules make findings of them."""

from reviewlint.engines.match import Match
from reviewlint.engines.trouble import Trouble

__all__ = ["Match", "Trouble"]
