"""How far a long run has come, at a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1


def with_progress(items: Iterable[T], total: int) -> Iterator[T]:
    """Yield the items; if that takes long and standard error is a terminal, count them there."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = last = time.monotonic()
    shown = False
    for done, item in enumerate(items, 1):
        now = time.monotonic()
        if now - start > _PATIENCE and now - last > _PAUSE:
            sys.stderr.write(f"\r{done:,} of {total:,} drafts")
            sys.stderr.flush()
            last, shown = now, True
        yield item
    if shown:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
