"""Where two versions of a text differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile

from reviewlint.finding import Edit, Span


def shared_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many signs two texts share at their starts, and how many of the rest at their ends."""
    head = _shared(before, after)
    return head, _shared(before[head:][::-1], after[head:][::-1])


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def edits_between(before: str, after: str) -> list[Edit]:
    """Return edits that make one text of another, as small as their lines allow, in order."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    edits: list[Edit] = []
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            was, now = "".join(old[first:last]), "".join(new[begin:end])
            head, tail = shared_ends(was, now)
            edits.append(Edit(Span(starts[first] + head, starts[last] - tail), now[head : len(now) - tail]))
    return edits
