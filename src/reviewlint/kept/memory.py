"""What is kept, while a run goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from reviewlint.kept import file
from reviewlint.kept.patterns import compiler

T = TypeVar("T")

# Patterns that a draft's own names are part of are kept too; this is twice what stands in the code.
MOST = 2_000

_kept: file.Table | None = None  # None: nothing is kept
_used: file.Table = {}


@contextmanager
def kept_between_runs() -> Iterator[None]:
    """Within it, take what earlier runs have worked out, and in the end keep what this one did."""
    global _kept
    _kept = file.read()
    _used.clear()
    known = len(_kept)
    try:
        with compiler(remembered):
            yield
    finally:
        table, _kept = _kept, None
        if table is not None and len(table) > known:
            file.write(table if len(table) <= MOST else dict(list(_used.items())[:MOST]))


def forget() -> None:
    """Delete what runs have kept; this one keeps nothing more. Raise OSError where that cannot be done."""
    global _kept
    _kept = None
    for path in file.kept_files():
        path.unlink(missing_ok=True)


def remembered(key: tuple[Any, ...], make: Callable[[], T]) -> T:
    """Return what `make` makes, or what it made for the same key in an earlier run.

    The key and what is made consist of plain values: texts, bytes, numbers, tuples, lists and dicts. The key must tell
    all that decides about it, and its first part what it is.
    """
    if _kept is None:
        return make()
    if key not in _kept:
        _kept[key] = make()
    _used[key] = _kept[key]
    return _kept[key]  # type: ignore[no-any-return]
