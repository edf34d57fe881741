"""Two spaces where one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_STOP = re.compile(r"[.!?:][)\"”’]*\Z")
_HABIT = 3  # after so many stops, two spaces are the author's way
_COLUMN = 4  # so many spaces line something up


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each run of spaces between words, unless the draft ends its sentences so or lines up columns."""
    if "  " not in ctx.text:
        return
    found = [match.span() for match in _SPACES.finditer(ctx.text)]
    after_stops = [span for span in found if _STOP.search(ctx.text, max(0, span[0] - 4), span[0])]
    habit = len(after_stops) >= _HABIT
    for start, end in found:
        if habit and (start, end) in after_stops:
            continue
        if end - start >= _COLUMN or ctx.document.prose.kind_at(start) & Kind.TABLE:
            continue
        if ctx.document.prose.is_exact(start, end):
            yield ctx.finding(start, end, replace=" ")
