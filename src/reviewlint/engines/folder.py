"""Where engines leave what outlives a run: the notes on their servers, what they said, and how they failed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reviewlint.cache.folder import cache_folder
from reviewlint.errors import ReviewlintError


def engine_folder() -> Path:
    """Return the folder for what engines leave. It is in our cache; without a place for that, among temporary files."""
    try:
        return cache_folder() / "engines"
    except ReviewlintError:
        return Path(tempfile.gettempdir()) / f"reviewlint-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
