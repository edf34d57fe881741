"""The file that is kept: a checksum, whose it is, and a table, as Python itself writes the code of modules."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import contextlib
import marshal
import os
import sys
import zlib
from pathlib import Path
from typing import Any

from reviewlint import __version__
from reviewlint.cache_folder import cache_folder
from reviewlint.errors import ReviewlintError

Table = dict[tuple[Any, ...], Any]

# The code of a pattern is good for the Python that made it alone.
_OWNER = f"{__version__} {sys.version} {_sre.MAGIC} {_sre.CODESIZE}"
_CHECKSUM = 4  # bytes


def kept_files() -> list[Path]:
    """Return the files that runs have kept, those of other versions of Python too."""
    return sorted(cache_folder().glob("kept-*.bin"))


def read() -> Table:
    """Return what earlier runs have kept: nothing if there is no file, or none that this Python can use."""
    try:
        data = _path().read_bytes()
        if data[:_CHECKSUM] != _checksum(data[_CHECKSUM:]):
            return {}
        owner, table = marshal.loads(data[_CHECKSUM:])
    except (OSError, ReviewlintError, ValueError, EOFError, TypeError):
        return {}
    return table if owner == _OWNER else {}


def write(table: Table) -> None:
    """Keep a table for the next run. Where that cannot be, the next run works it out again, as this one did."""
    try:
        data = marshal.dumps((_OWNER, table))
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ReviewlintError, ValueError):
        return
    part = path.with_name(f"{path.name}.{os.getpid()}")  # several runs may end at once
    try:
        part.write_bytes(_checksum(data) + data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()


def _path() -> Path:
    return cache_folder() / f"kept-{sys.implementation.cache_tag}.bin"


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_CHECKSUM)
