"""Quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.pairs import clause_end
from reviewlint.rules.typography.quotation import quoted_blocks

_SURE = 2  # more lone marks than that in a block: they mean something else there
_LONGEST = 50  # characters of a quotation that are marked
_KEY = re.compile(r"\s+[\w-]+:\s*\Z")  # the value of a key in data was quoted, and its head is not here
_WORDS_BEFORE = 3  # before a closing mark


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each mark that opens and never closes, or closes what was never opened."""
    text = ctx.text
    for block, quotes in quoted_blocks(ctx):
        if quotes.is_sound or len(quotes.unclosed) + len(quotes.unopened) > _SURE:
            continue
        for at in quotes.unclosed[:1]:  # a second one is most often the end of the first, set wrong
            if at + 1 < block.end:
                stop = next((mark for pair in quotes.pairs for mark in pair if mark > at), block.end)
                yield ctx.finding(at, clause_end(text, at, stop, _LONGEST), problem="is never closed")
        for at in quotes.unopened:
            if _KEY.match(text, at + 1, block.end):
                continue
            start = at
            for _ in range(_WORDS_BEFORE):
                start = max(block.start, text.rfind(" ", block.start, max(start - 1, block.start)) + 1)
            yield ctx.finding(start, at + 1, problem="was never opened")
