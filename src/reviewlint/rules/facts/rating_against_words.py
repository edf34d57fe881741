"""Five stars, and “avoid it at all costs”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.ratings import read_own_ratings
from reviewlint.claims.scope import speaks_of_this
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import Rating
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context

_HIGH, _LOW = 0.9, 0.25  # of the best rating
_WORK = r"(?:film|movie|book|novel|game|album|record|show|series|documentary)"
_IT = rf"(?:[Ii]t|[Tt]his|[Tt]he {_WORK}|[Tt]his {_WORK})(?:['’]s| is)"
# The verdict is the whole of its clause, and about the work: “it”, “this film”, or the imperative.
_DAMNS = re.compile(
    rf"(?:(?<=[.!?] )|^)(?P<said>(?:Avoid|Skip) (?:it|this|this {_WORK}) at all costs?)(?=[.!])"
    rf"|{_IT} (?P<is>an? (?:complete|total|utter|absolute) (?:waste of (?:time|money)|disaster|failure))(?=[.!]| from)",
    re.MULTILINE,
)
_PRAISES = re.compile(
    rf"{_IT} (?P<is>an? (?:\w+ )?masterpiece(?: from (?:start|beginning|first) to (?:finish|end|last))?)(?=[.!])"
    rf"|{_IT} (?P<said>the (?:best|finest|greatest) {_WORK} of the (?:year|decade))(?=[.!])"
    rf"|{_IT} (?P<more>(?:flawless|perfect) from (?:start|beginning|first) to (?:finish|end|last))(?=[.!])",
    re.MULTILINE,
)
_CUES = (
    "at all cost",
    "waste of",
    "disaster",
    "failure",
    "masterpiece",
    "of the year",
    "of the decade",
    "flawless",
    "perfect",
)
# What makes a verdict somebody else's, or none.
_NOT_MEANT = re.compile(
    r"\b(?:if|unless|some|many|they|critics?|people|fans|everyone|everybody|others|friends?|says?|said|told|tells|calls?"
    r"|called|think|thinks|thought|believe|claims?|claimed|supposed|supposedly|pretends?|imagine|not|never|hardly|no|why"
    r"|whether|flawed|minor|apparently|convinced|worst)\b|n['’]t\b|[“\"‘?:]",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield verdicts in words from the other end of the scale than the reviewer's one rating."""
    text = ctx.text
    if not any(cue in text for cue in _CUES):
        return
    found = {True: list(_DAMNS.finditer(ctx.text)), False: list(_PRAISES.finditer(ctx.text))}
    if not any(found.values()) or (found[True] and found[False]):
        return
    told = _rating(ctx)
    if told is None:
        return
    rating, related = told
    share = rating.value / rating.best if rating.best else 0.5
    for match in found[True] if share >= _HIGH else found[False] if share <= _LOW else ():
        part = str(match.lastgroup)
        sentence = ctx.sentence_of(match.start())
        if sentence is None or _NOT_MEANT.search(ctx.text, sentence.start, sentence.end):
            continue
        if speaks_of_this(ctx.document, sentence, match.start(), ctx.facts):
            yield ctx.finding(*match.span(part), related=(related,), rating=related.message)


def _rating(ctx: Context) -> tuple[Rating, Related] | None:
    """Return the reviewer's rating and where it stands: the only one there is, for several speak of several works."""
    known = ctx.facts.main.best(Relation.REVIEW_RATING) if ctx.facts else ()
    claims = list(read_own_ratings(ctx.document.prose.text))
    if known:
        first = known[0]
        if not isinstance(first.value, Rating):
            return None
        place = first.related()
        return first.value, Related(first.text, place.path, place.line)
    if len(claims) != 1 or not isinstance(claims[0].value, Rating):
        return None
    start, end = claims[0].start, claims[0].end
    said = ctx.document.prose.text[start:end]
    return claims[0].value, Related(said, ctx.document.source.path, ctx.line_of(start))
