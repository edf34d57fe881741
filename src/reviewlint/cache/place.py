"""Where the cache stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "REVIEWLINT_CACHE_DIR"
_FILE_NAME = "findings-1.db"  # the number changes with the table, so that versions do not meet in one file


def cache_file() -> Path:
    """Return the file of the cache: in REVIEWLINT_CACHE_DIR, or where this system keeps caches."""
    given = os.environ.get(VARIABLE)
    return (Path(given) if given else _system_folder() / "reviewlint") / _FILE_NAME


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser()
    if sys.platform == "darwin":
        return Path("~/Library/Caches").expanduser()
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given if given.startswith("/") else "~/.cache").expanduser()
