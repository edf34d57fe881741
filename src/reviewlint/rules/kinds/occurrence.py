"""`kind = "occurrence"`: something that may stand a few times, and stands more often than that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.regex import compile_patterns, find_all, marked_span


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check that allows `max` matches of all `patterns` together in each sentence, paragraph or document.

    Where there are more, the first one too many is marked: one finding, not one for each. The message may name
    `{count}` and `{max}`.
    """
    patterns = compile_patterns(info, "patterns")
    per: str = info.keys.get("per", "document")
    most: int = info.keys.get("max", 1)

    def check(ctx: Context) -> Iterator[Finding]:
        spans = _apart(sorted({marked_span(match) for match in find_all(patterns, ctx.text)}))
        if len(spans) <= most:
            return
        for _, group in groupby(spans, key=lambda span: _stretch(ctx, span[0], per)):
            together = list(group)
            if len(together) > most:
                start, end = together[most]
                yield ctx.finding(start, end, count=len(together), max=most)

    return check


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans, in order, without those that overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _stretch(ctx: Context, at: int, per: str) -> object:
    """Return what tells one sentence or paragraph from the next."""
    if per == "sentence":
        return ctx.sentence_of(at)
    return ctx.block_of(at) if per == "paragraph" else None
