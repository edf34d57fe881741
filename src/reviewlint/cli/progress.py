"""How far a long run has come, at a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reviewlint.report.guard import guarded

if TYPE_CHECKING:
    from reviewlint.checking.draft import Outcome

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1
_CELLS = 24


def with_progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Yield the outcomes; if that takes long and standard error is a terminal, show a bar and count the findings."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    start = last = time.monotonic()
    shown = False
    findings = 0
    try:
        for done, outcome in enumerate(outcomes, 1):
            findings += len(outcome.report.findings) if outcome.report else 0
            now = time.monotonic()
            if now - start > _PATIENCE and now - last > _PAUSE:
                sys.stderr.write(f"\r{bar(done, total)} {done:,} of {total:,} drafts, {findings:,} findings")
                sys.stderr.flush()
                last, shown = now, True
            yield outcome
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def say(words: str) -> None:
    """Print a line on standard error, in place of a bar if one is shown."""
    sys.stderr.write(("\r\x1b[K" if sys.stderr.isatty() else "") + guarded(words) + "\n")
    sys.stderr.flush()


def bar(done: int, total: int) -> str:
    """Return a bar for a share of the work."""
    full = _CELLS * done // max(1, total)
    return "[" + "#" * full + "." * (_CELLS - full) + "]"
