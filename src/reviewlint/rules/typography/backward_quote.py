"""Quotation marks that point the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.quotation import quoted_blocks


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each curly mark that opens in the shape of a closing one, or the other way round."""
    text = ctx.document.prose.text
    for _, quotes in quoted_blocks(ctx):
        for at in quotes.backward:
            right = "“" if text[at] == "”" else "”"
            yield ctx.finding(at, at + 1, replace=right, task="opens" if right == "“" else "closes")
