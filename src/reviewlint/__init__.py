"""reviewlint: a linter for review drafts."""

__version__ = "0.1.0"
