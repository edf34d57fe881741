"""“Berit (Mira Kessler)” in one place, “Ruud (Mira Kessler)” in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.cast import read_cast
from reviewlint.claims.claim import CastClaim
from reviewlint.facts.compare.folding import fold
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context

# "Best Actress (Mira Kessler)" is a prize.
_PRIZE = re.compile(r"\b(?:Best|Actor|Actress|Supporting|Director|Picture|Award|Oscar|Star|Stars)\b")
# A sentence that may well speak of a second role, or of another work.
_ANOTHER = re.compile(
    r"\b(?:also|both|twins?|double|dual|doubles|again|second|two|earlier|previous|other|another|then|disguised|or)\b",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two roles of one actor."""
    first: dict[str, CastClaim] = {}
    for claim in sorted(set(read_cast(ctx.document, ctx.text, ctx.facts)), key=lambda one: one.start):
        if " " not in claim.actor or _PRIZE.search(claim.role):
            continue
        before = first.setdefault(claim.actor, claim)
        sentence = ctx.sentence_of(claim.start)
        if sentence is None or _share_a_word(before.role, claim.role):
            continue
        if not _ANOTHER.search(ctx.text, sentence.start, sentence.end):
            note = Related(f"{claim.actor}: {before.role}", ctx.document.source.path, ctx.line_of(before.start))
            yield ctx.finding(
                claim.start, claim.end, related=(note,), actor=claim.actor, first=before.role, second=claim.role
            )


def _share_a_word(first: str, second: str) -> bool:
    return bool(set(fold(first).split()) & set(fold(second).split()))
