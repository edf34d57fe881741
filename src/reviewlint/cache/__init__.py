"""Findings of earlier runs, so that a draft is checked again only if something about it changed."""

from reviewlint.cache.recall import Recalled, recall, row_of
from reviewlint.cache.rows import Row, cache_file, open_store

__all__ = ["Recalled", "Row", "cache_file", "open_store", "recall", "row_of"]
