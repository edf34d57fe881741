"""What the cache keeps of a draft, and in which file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reviewlint.cache.folder import cache_folder
from reviewlint.cache.store import Store

_FILE_NAME = "findings-3.db"  # the number changes with the table, so that versions do not meet in one file


class Row(NamedTuple):
    """What is kept of a draft: its key, what of its front matter leads to its facts, and what came of checking it."""

    key: bytes
    front: str
    facts: bytes
    fail_on: str
    measures: str | None
    names: str
    findings: str


def cache_file() -> Path:
    """Return the file of the cache; raise ReviewlintError for a user without a home, as in some containers."""
    return cache_folder() / _FILE_NAME


def open_store(say: Callable[[str], None], path: Path) -> Store[Row]:
    """Return the cache in a file, which is made if need be. What befalls it goes to `say`; nothing is raised."""
    return Store(path, Row, say)
