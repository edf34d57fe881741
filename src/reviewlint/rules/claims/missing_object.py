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
_LEAST_WORDS = 6  # a short sentence may answer the one before: “Has it dated? The hair has.”
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

# "The difference, to be honest, is.", "The logo later became."
_LINKS = frames_of(
    r"\b(?P<span>(?:[\w’'-]+,? ){1,2}(?-i:is|was|are|were|becomes|became|means|meant|involves|includes|"
    r"comprises|requires|consists of))\s*\.(?:[^\w.]|$)"
)
# What a sentence-final verb may repeat, answer or refer back to.
_REPEATS = Pattern(
    r"(?i)[;:—–]|\b(?:way|as|than|so|what|how|who|whom|whose|which|that|where|when|why|like|neither|nor|not|n[’']t|"
    r"\w+n[’']t|never|whatever|whoever|wherever|however|whether|too|either|if|there|here|yes|no|oh|all|everything|"
    r"nothing|anything|something|each|both|none|others?|but|though|although|while|surely|indeed|certainly)\b|\b(?:it|"
    r"this|these|those|he|she|they|we|you|i|one|most|some|many|mine|yours|his|hers|theirs)(?: \w+ly)?$"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each verb that stops before what it needs."""
    text = ctx.text
    for gap in gaps(text, _COPULA):
        if not may_be_stranded(ctx, gap.end):
            yield ctx.finding(gap.start, gap.end)
    said = [gap.end for gap in gaps(text, _COPULA)]
    for gap in gaps(text, _LINKS):
        sentence = sentence_at(ctx, gap.start)
        before = text[sentence.start : gap.end].rpartition(" ")[0]
        if gap.end not in said and len(before.split()) >= _LEAST_WORDS and not _REPEATS.search(before):
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
