"""What one run works out of rule files and the next need not: their tables, as JSON under a seal.

To parse the heads of all rules takes a tenth of a check of one draft; JSON takes a tenth of that.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from reviewlint import __version__
from reviewlint.cache.folder import cache_folder, refusal
from reviewlint.cache.seal import seal
from reviewlint.errors import ReviewlintError
from reviewlint.reach import read_bytes

T = TypeVar("T")
MOST = 2_000  # tables
_MOST_BYTES = 16_000_000
_NAME = "rule-tables-1.json"  # the number changes with what is kept
_SEAL = 64  # characters of its first line

_kept: dict[str, Any] | None = None  # None: nothing is kept
_used: dict[str, Any] = {}


@contextmanager
def kept_between_runs() -> Iterator[None]:
    """Within it, take what earlier runs have worked out, and in the end keep what this one did."""
    global _kept
    _kept = read()
    _used.clear()
    known = len(_kept)
    try:
        yield
    finally:
        table, _kept = _kept, None
        if table is not None and len(table) > known:
            write(table if len(table) <= MOST else dict(list(_used.items())[:MOST]))


def remembered(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """Return what `make` makes, or what it made for the same key in an earlier run.

    What is made consists of what JSON holds; a tuple may come back as a list. The key must tell all that decides about
    it, and its first part what it is.
    """
    if _kept is None:
        return make()
    name = sha256("\0".join(key).encode(errors="surrogatepass")).hexdigest()
    if name not in _kept:
        made = make()
        with contextlib.suppress(TypeError, ValueError):  # a date, say, which JSON has not
            json.dumps(made)
            _kept[name] = _used[name] = made
        return made
    _used[name] = _kept[name]
    return _kept[name]  # type: ignore[no-any-return]


def forget() -> None:
    """Delete what runs have kept; this one keeps nothing more. Raise OSError where that cannot be done."""
    global _kept
    _kept = None
    for path in (_path(), *cache_folder().glob("kept-*.bin")):  # the latter are of versions before
        path.unlink(missing_ok=True)


def read() -> dict[str, Any]:
    """Return what earlier runs have kept: nothing if there is no file, or none with this user's seal."""
    try:
        if refusal(_path().parent) is not None:
            return {}
        first, _, text = read_bytes(_path(), _MOST_BYTES).partition(b"\n")
        if first != _sealed(text):
            return {}
        table = json.loads(text)
    except (OSError, ReviewlintError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def write(table: dict[str, Any]) -> None:
    """Keep a table for the next run. Where that cannot be, the next run works it out again, as this one did."""
    part: Path | None = None
    try:
        text = json.dumps(table, separators=(",", ":")).encode()
        path = _path()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if refusal(path.parent) is not None:
            return
        part = path.with_name(f".{os.urandom(8).hex()}.part")  # several runs may end at once
        part.write_bytes(_sealed(text) + b"\n" + text)
        part.replace(path)
    except (OSError, ReviewlintError, ValueError):
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _path() -> Path:
    return cache_folder() / _NAME


def _sealed(text: bytes) -> bytes:
    return seal(_NAME.encode(), __version__.encode(), text).hex().encode()
