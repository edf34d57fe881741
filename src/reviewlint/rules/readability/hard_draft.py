"""A draft that asks more of its readers than it should."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context
from reviewlint.rules.readability.measures import measure, own_sentences, rough_grade, word_count, words_shown

_ENOUGH = 8  # sentences; below that, one long one decides the score
_SLACK = 3.0  # grades by which the guess without textstat may be off
_SHOWN = 3


def check(ctx: Context) -> Iterator[Finding]:
    """Yield one finding, at the hardest sentence, if the draft's grade is over the limit."""
    sentences = own_sentences(ctx.document)
    limit: float = ctx.options["max-grade"]
    if len(sentences) < _ENOUGH or rough_grade(ctx.document, sentences) < limit - _SLACK:
        return
    measures = measure(ctx.document)
    if measures.grade is None or measures.grade <= limit:
        return
    text, source = words_shown(ctx.document), ctx.document.source
    hardest = sorted(sentences, key=lambda s: word_count(text[s.start : s.end]), reverse=True)[:_SHOWN]
    related = tuple(
        Related(
            f"a sentence of {word_count(text[s.start : s.end])} words",
            source.path,
            source.position(ctx.document.prose.to_source(s.start, s.end).start).line,
        )
        for s in hardest
    )
    worst = hardest[0]
    yield ctx.finding(worst.start, worst.end, related=related, grade=round(measures.grade), limit=f"{limit:g}")
