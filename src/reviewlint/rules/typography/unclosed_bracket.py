"""Brackets without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.pairs import Unpaired, clause_end, unpaired_brackets

_SKIPPED = Kind.CODE | Kind.TABLE
_FAR = 4  # blocks; a bracket that closes later closes something else


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the bracket of a block that has no partner; a block with several is a matter of style or code."""
    text = ctx.text
    if not any(mark in text for mark in "()[]"):
        return
    blocks = ctx.document.blocks
    lone = {
        number: found
        for number, block in enumerate(blocks)
        if not block.kind & _SKIPPED and (found := list(unpaired_brackets(text, block.start, block.end)))
    }
    for number, found in lone.items():
        if len(found) != 1 or _goes_on(number, found[0], lone):
            continue
        block, at = blocks[number], found[0].at
        if found[0].opens:
            yield ctx.finding(at, clause_end(text, at, block.end), problem="is never closed")
        else:
            start = max(block.start, text.rfind(" ", block.start, at) + 1)
            yield ctx.finding(start, at + 1, problem="was never opened")


def _goes_on(number: int, bracket: Unpaired, lone: dict[int, list[Unpaired]]) -> bool:
    """Tell whether the partner stands in another block: an aside of several paragraphs."""
    near = range(number + 1, number + _FAR) if bracket.opens else range(number - _FAR + 1, number)
    return any(len(lone.get(other, ())) == 1 and lone[other][0].opens != bracket.opens for other in near)
