"""`claims/missing-object`: a verb whose object or complement is missing: "Tickets cost and can be booked online."."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag
from reviewlint.rules.claims.frames import frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded, tags_of, tokens_between
from reviewlint.rules.claims.words import WORK
from reviewlint.rules.context import Context

_STOP = r"(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|$|,\s(?:and|but|which|who|so)\b)"
_AND = r"\s(?:and (?:can|is|was|has|it|the|a|are|will|may)|but)\b"
_TRANSITIVE = frames_of(
    rf"\b(?P<span>[\w’'-]+ (?:costs?|weighs?|measures|totals|resembles|seats))(?:{_STOP}|{_AND})",
    rf"\b(?P<span>(?:it|box|set|edition|package|disc|menu|list|{WORK}) (?:comprises|contains|depicts|features|"
    rf"boasts|includes|stars))(?:{_STOP}|{_AND})",
)
# "A ticket costs and can be booked": a second verb with the same subject shows that the first is one.
_VERB_AHEAD = Pattern(r" and (?:can|is|was|has|will|may) ")
_COPULA = frames_of(
    # "the only weak link is."
    rf"\b(?P<span>(?:only|best|worst|biggest|main|greatest|favou?rite|finest|weakest|strongest|chief|real) "
    rf"(?:[\w’-]+ )?(?:{WORK}|link|problem|flaw|fault|weakness|strength|drawback|complaint|quibble|exception|thing|"
    rf"moment|scene|line|part|reason|question|difference|surprise|disappointment|downside|feature|quality|member|"
    rf"rival|choice|influence|answer) (?:here |of all |for me |so far )?(?:is|was|are|were))(?:\s*(?:[;!]|"
    rf"\.(?:[^\w.]|$))|\n\n|$|, (?:who|which)\b)",
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each verb that stops before what it needs."""
    text = ctx.text
    for gap in gaps(text, _COPULA):
        if not may_be_stranded(ctx, gap.end):
            yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _TRANSITIVE):
        if " by " in text[gap.end : gap.end + 70]:  # "stars and was written by Nora Lind"
            continue
        if (_VERB_AHEAD.match(text, gap.end) or _is_verb(ctx, gap.end)) and not may_be_stranded(ctx, gap.end):
            yield ctx.finding(gap.start, gap.end)


def _is_verb(ctx: Context, at: int) -> bool:
    """Tell whether the word that ends at view offset `at` is a verb in its sentence."""
    sentence = sentence_at(ctx, at - 1)
    tokens = tokens_between(ctx.text, sentence.start, sentence.end)
    tags = tags_of(ctx.text, tokens)
    return any(
        token.end == at and tag & (Tag.VERB | Tag.VERB_S | Tag.PAST) for token, tag in zip(tokens, tags, strict=True)
    )
