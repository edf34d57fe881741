"""Spaces between a quotation mark and the words it holds."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.quotation import quoted_blocks

_LONGEST = 3  # spaces; more of them leave room for something


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the space after an opening mark or before a closing one, where all marks of the block are in pairs."""
    text = ctx.text
    for _, quotes in quoted_blocks(ctx):
        if not quotes.is_sound:
            continue
        for opening, closing in quotes.pairs:
            inside = text[opening + 1 : closing]
            first = len(inside) - len(inside.lstrip(" "))
            last = len(inside) - len(inside.rstrip(" "))
            if 0 < first <= _LONGEST and first < len(inside):
                yield ctx.finding(opening, opening + 1 + first, replace=text[opening])
            if 0 < last <= _LONGEST and last < len(inside):
                yield ctx.finding(closing - last, closing + 1, replace=text[closing])
