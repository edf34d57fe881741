"""Empty lines beyond the one that parts paragraphs, in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.document.parse import PLAIN
from reviewlint.finding import Edit, Finding, Fix, Safety, Span
from reviewlint.rules.context import Context

_GAP = re.compile(r"(?:\r?\n[ \t]*+){2,}+")
_STYLE = 2  # a draft with more gaps of two empty lines leaves them on purpose


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each gap of two empty lines or more between paragraphs, unless the draft has its reasons.

    It has them where such gaps are many or the rule, and where each of its headings stands after one.
    """
    source = ctx.document.source
    if source.suffix not in PLAIN:
        return
    first = len(source.text) - len(source.text.lstrip())
    found = _GAP.finditer(source.text, max(first, ctx.document.body_start))
    gaps = [
        gap for gap in found if not source.text[gap.end() : gap.end() + 1].isspace() and gap.end() < len(source.text)
    ]
    wide = [gap for gap in gaps if _is_wide(gap)]
    headings = _headings(ctx)
    if all(_is_wide(gap) for gap in gaps if gap.end() in headings):
        wide = [gap for gap in wide if gap.end() not in headings]
    if not wide or len(wide) > _STYLE or len(wide) == len(gaps) > 1:
        return
    for gap in wide:
        span = Span(*gap.span())
        end = "\r\n" if "\r\n" in gap.group() else "\n"
        yield ctx.source_finding(span, fix=Fix("one empty line", Safety.SAFE, (Edit(span, end * 2),)))


def _is_wide(gap: re.Match[str]) -> bool:
    return gap.group().count("\n") > 2


def _headings(ctx: Context) -> set[int]:
    """Return the source offsets of the headings."""
    return {
        ctx.document.prose.to_source(block.start, block.end).start
        for block in ctx.document.blocks
        if block.kind & Kind.HEADING
    }
