"""What a draft claims of its work, each claim beside what is known: for `reviewlint facts show`.

The rules report fewer contradictions: they weigh how complete a list is, and who else is named in the same breath.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from reviewlint.claims.cast import read_cast
from reviewlint.claims.casting import read_casting
from reviewlint.claims.claim import CastClaim, NameClaim, ValueClaim
from reviewlint.claims.counts import read_counts, read_last, read_ordinals
from reviewlint.claims.credits import read_credits
from reviewlint.claims.figures import read_lengths
from reviewlint.claims.implied import read_implied
from reviewlint.claims.ratings import read_site_ratings
from reviewlint.claims.roles import read_roles
from reviewlint.claims.years import read_years
from reviewlint.document import Document, Kind
from reviewlint.facts.compare.verdict import NOTHING_KNOWN, SLIPS, Comparison, best
from reviewlint.facts.compare.works import Held, compare_character, compare_name, compare_names, hold_name, hold_value
from reviewlint.facts.describe import source_text, value_text
from reviewlint.facts.known import Facts
from reviewlint.facts.model import Fact, Work
from reviewlint.facts.relations import Relation

SURE = 0.65  # of claims that the scorer reads
_READS = Kind.PROSE | Kind.LIST | Kind.TITLE | Kind.TABLE | Kind.LABEL


class Told(NamedTuple):
    """A claim: its place in the prose, its relation and words, how it stands to the facts, and the nearest fact."""

    start: int
    end: int
    relation: Relation
    said: str
    comparison: Comparison
    fact: Fact | None = None

    @property
    def verdict(self) -> str:
        """Return `agrees`, `misspelt`, `contradicts` or `unknown`."""
        if self.comparison.agrees and self.comparison.reason in SLIPS:
            return "misspelt"
        return "agrees" if self.comparison.agrees else "contradicts" if self.comparison.contradicts else "unknown"


def claims_of(document: Document, facts: Facts) -> list[Told]:
    """Return all claims that a draft makes of its work, in order."""
    text = document.prose.masked(_READS)
    names = [
        *read_credits(document, text, facts),
        *read_roles(document, text, facts),
        *read_implied(document, text, facts),
    ]
    found = [_of_name(claim, facts) for claim in names if claim.likely >= SURE]
    casts = [*read_cast(document, text, facts), *read_casting(document, text, facts)]
    found += [_of_cast(claim, facts) for claim in casts if claim.likely >= SURE]
    for read in (read_lengths, read_years, read_site_ratings, read_counts, read_last, read_ordinals):
        found += [_of_value(claim, text, facts) for claim in read(document, text, facts)]
    return sorted(set(found), key=lambda told: (told.start, told.end))


def claim_rows(document: Document, facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each claim its line, what it says, the verdict, and what is known and from where."""
    for told in claims_of(document, facts):
        line = _place(document, told.start)["line"]
        known = f"{value_text(told.fact)} ({source_text(told.fact)})" if told.fact else ""
        yield f"{line}", f"{told.relation.label}: {told.said}", told.verdict, known


def as_objects(document: Document, facts: Facts) -> list[dict[str, Any]]:
    """Return the claims as plain values, for JSON. Offsets are code points of the source, lines and columns from 1."""
    return [
        {
            "relation": told.relation.value,
            "value": told.said,
            "verdict": told.verdict,
            "reason": told.comparison.reason.value,
            "known": value_text(told.fact) if told.fact else None,
            "source": source_text(told.fact) if told.fact else None,
            **_place(document, told.start),
            "start": document.prose.to_source(told.start, told.end).start,
            "end": document.prose.to_source(told.start, told.end).end,
        }
        for told in claims_of(document, facts)
    ]


def _place(document: Document, start: int) -> dict[str, int]:
    at = document.source.position(document.prose.to_source(start, start).start)
    return {"line": at.line, "column": at.column}


def _of_name(claim: NameClaim, facts: Facts) -> Told:
    based_on = facts.main.works(Relation.IS_BASED_ON)[:1]
    work: Work | None = (based_on[0] if based_on else None) if claim.based_on else facts.main
    held = hold_name(claim.name, claim.relation, work) if work else Held(NOTHING_KNOWN)
    return Told(claim.start, claim.end, claim.relation, claim.name, held.comparison, held.fact)


def _of_cast(claim: CastClaim, facts: Facts) -> Told:
    players = [fact for fact in facts.main.get(Relation.ACTOR) if _plays(fact, claim.role)]
    held = [(compare_name(claim.actor, fact.named, Relation.ACTOR), fact) for fact in players if fact.named is not None]
    comparison = best(one for one, _ in held)
    fact = next((fact for one, fact in held if one == comparison), None)
    return Told(claim.start, claim.end, Relation.ACTOR, f"{claim.actor} as {claim.role}", comparison, fact)


def _plays(fact: Fact, role: str) -> bool:
    characters = fact.named.characters if fact.named else ()
    return any(
        compare_character(role, character).agrees or any(compare_names(name, role).agrees for name in character.names)
        for character in characters
    )


def _of_value(claim: ValueClaim, text: str, facts: Facts) -> Told:
    held = hold_value(claim.value, claim.relation, facts.main)
    return Told(claim.start, claim.end, claim.relation, text[claim.start : claim.end], held.comparison, held.fact)
