"""A thing that a draft says twice, and not the same: what the rules on contradictions share."""

from __future__ import annotations

from typing import NamedTuple

from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context


class Said(NamedTuple):
    """A value, and the offsets of the words that give it."""

    start: int
    end: int
    value: float | str


def second_finding(ctx: Context, first: Said, second: Said, /, **slots: object) -> Finding:
    """Return a finding on the second of two things said, with the line of the first."""
    said, before = ctx.text[second.start : second.end], ctx.text[first.start : first.end]
    note = Related(before, ctx.document.source.path, ctx.line_of(first.start))
    filled = {"first": before, "second": said} | slots
    return ctx.finding(second.start, second.end, replace=None, safety=None, related=(note,), **filled)
