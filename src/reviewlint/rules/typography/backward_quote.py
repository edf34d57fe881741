"""Quotation marks that point the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.quotation import quoted_blocks


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each curly mark that opens in the shape of a closing one, or the other way round.

    Who never opens with “ has another manner: ”so” in Swedish and Finnish.
    """
    text = ctx.document.prose.text
    opening = [text[mark] for _, quotes in quoted_blocks(ctx) for mark, _ in quotes.pairs]
    for _, quotes in quoted_blocks(ctx):
        for at in quotes.backward:
            if text[at] == "”" and opening.count("”") > max(1, opening.count("“")):
                continue
            right = "“" if text[at] == "”" else "”"
            yield ctx.finding(at, at + 1, replace=right, task="opens" if right == "“" else "closes")
