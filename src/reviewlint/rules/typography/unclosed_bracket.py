"""Round brackets without a partner."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.pairs import clause_end, unpaired_brackets


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the bracket of a block that has no partner; a block with several is a matter of style or code."""
    text = ctx.text
    if "(" not in text and ")" not in text:
        return
    for block in ctx.document.blocks:
        if block.kind & (Kind.HEADING | Kind.CODE):
            continue
        lone = list(unpaired_brackets(text[block.start : block.end]))
        if len(lone) != 1:
            continue
        at = block.start + lone[0].at
        if lone[0].opens:
            yield ctx.finding(at, clause_end(text, at, block.end), problem="is never closed")
        else:
            start = text.rfind(" ", block.start, at) + 1 or block.start
            yield ctx.finding(start, at + 1, problem="was never opened")
