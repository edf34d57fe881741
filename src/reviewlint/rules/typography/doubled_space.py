"""Two spaces where one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_SPACES = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_STOP = re.compile(r"[.!?:…][)\"”’]*\Z")
_SINGLE = re.compile(r"[.!?] (?=[^\W\d_a-z])")
_HABIT = 3  # after so many stops, or after most, two spaces are the author's way
_COLUMN = 4  # so many spaces line something up
_COLUMNS = 2  # lines with such gaps make a table


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each run of spaces between words, unless the draft ends its sentences so or lines up columns."""
    text = ctx.text
    if "  " not in text and "\t" not in text and "\u00a0" not in text:
        return
    found = [match.span() for match in _SPACES.finditer(text)]
    after_stops = {span for span in found if _STOP.search(text, max(0, span[0] - 4), span[0])}
    habit = len(after_stops) >= min(_HABIT, 1 + len(_SINGLE.findall(text)))
    columns = sum(end - start >= _COLUMN for start, end in found) >= _COLUMNS
    for start, end in found:
        # A new sentence after two spaces, whatever mark or markup ends the last one, is the same habit.
        if habit and ((start, end) in after_stops or not text[end].islower() or text[start - 1] in f"{HIDDEN})!<]"):
            continue
        if columns and end - start > 2:
            continue
        if ctx.document.prose.kind_at(start) & Kind.TABLE or text[end] == HIDDEN == text[start - 1]:
            continue
        if ctx.document.is_exact(start, end):
            yield ctx.finding(start, end, replace=" ")
