"""A claim against all that is known of a work: the relation it names, and the roles its name really has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reviewlint.facts.compare.companies import compare_companies, compare_company
from reviewlint.facts.compare.durations import EXACT_MINUTES, compare_length
from reviewlint.facts.compare.folding import fold
from reviewlint.facts.compare.names import compare_named, compare_names
from reviewlint.facts.compare.quantities import compare_count, compare_date, compare_own_rating, compare_rating
from reviewlint.facts.compare.verdict import NOTHING_KNOWN, Comparison, Reason, Verdict
from reviewlint.facts.known import Facts
from reviewlint.facts.lengths import Length
from reviewlint.facts.model import Fact, Value, Work
from reviewlint.facts.relations import Holds, Relation
from reviewlint.facts.values import Named, PartialDate, Rating

_NESTED = (Relation.IS_BASED_ON, Relation.PART_OF_SERIES)


class Held(NamedTuple):
    """A claim held against facts: the best comparison and the fact it is with; no fact where none is known.

    `closed` tells that the list is complete, so that a different name in it is an error and not a doubt.
    """

    comparison: Comparison
    fact: Fact | None = None
    closed: bool = False


class Role(NamedTuple):
    """Something a name is known to have done: the fact, how sure the name is, and for which work it was.

    `through` is the relation that leads from the work under review to `work`, None if they are one.
    `character` is set where the name is that of a character that the fact's actor plays.
    """

    fact: Fact
    comparison: Comparison
    work: Work
    through: Relation | None = None
    character: Named | None = None


def compare_name(claim: str, named: Named, relation: Relation) -> Comparison:
    """Return how a claimed name stands to a known one, by the rules for companies, bands or people."""
    if relation.holds is Holds.COMPANIES:
        return compare_company(claim, named)
    held = compare_named(claim, named)
    if relation is Relation.ARTIST and held.reason is Reason.ONE_WORD:
        return Comparison(Verdict.DIFFERENT, Reason.OTHER, named.name)  # Portishead is no part of Massive Attack
    if relation is Relation.DEVELOPER or (relation is Relation.ARTIST and not held.agrees):
        company = compare_companies(claim, named.name)
        held = min(held, company, key=lambda comparison: comparison.verdict.rank)
    return held


def hold_name(claim: str, relation: Relation, work: Work) -> Held:
    """Return how a claimed person or company stands to those the best source knows for a relation of a work."""
    facts = [fact for fact in work.fair(relation) if fact.named is not None]
    held = [
        Held(compare_name(claim, fact.named, relation), fact, work.is_closed(relation)) for fact in facts if fact.named
    ]
    return _best(held)


def hold_value(claim: Value | Length, relation: Relation, work: Work) -> Held:
    """Return how a claimed length, year, count or rating stands to those the best source knows for a relation."""
    return _best([Held(_compare_value(claim, fact, work), fact, True) for fact in work.fair(relation)])


def _best(held: list[Held]) -> Held:
    """Return the best agreement; a fact that is not sure may bear a claim out, never speak against it."""
    fair = [h for h in held if h.comparison.agrees or (h.fact is not None and h.fact.sure)]
    return min(fair, key=lambda h: h.comparison.verdict.rank, default=Held(NOTHING_KNOWN))


def _compare_value(claim: Value | Length, fact: Fact, work: Work) -> Comparison:
    known = fact.value
    if isinstance(claim, Length) and isinstance(known, int | float):
        return compare_length(claim, float(known), _tolerance(float(known)) if fact.sourced else EXACT_MINUTES)
    if isinstance(claim, PartialDate) and isinstance(known, PartialDate):
        return compare_date(claim, work.dates() if fact.relation is Relation.DATE_PUBLISHED else [known])
    if isinstance(claim, Rating) and isinstance(known, Rating):
        if fact.relation is Relation.REVIEW_RATING:
            return compare_own_rating(claim, known)
        return compare_rating(claim, known, _reviewed(work))
    if isinstance(claim, int | float) and isinstance(known, int | float):
        return compare_count(claim, known)
    if isinstance(claim, str) and isinstance(known, str):
        same = fold(claim) == fold(known)
        reason = Reason.EXACT if same else Reason.VALUE
        return Comparison(Verdict.SAME if same else Verdict.DIFFERENT, reason, known)
    return NOTHING_KNOWN


def _tolerance(known: float) -> float:
    """Return by how many minutes a source may be off: two of them differ by ten on one film in fifty."""
    return max(10.0, 0.1 * known)


def _reviewed(work: Work) -> PartialDate | None:
    days = [fact.value for fact in work.get(Relation.REVIEWED)]
    return days[0] if days and isinstance(days[0], PartialDate) else None


def roles_of(claim: str, work: Work) -> tuple[Role, ...]:
    """Return what a name is known to have done for a work and those it is based on, the surest first.

    This is what tells a confusion of roles: the name is in the facts, under another relation.
    """
    found = [role for role in _roles(claim, work, None) if role.comparison.agrees]
    return tuple(sorted(found, key=lambda role: (role.comparison.verdict.rank, role.through is not None)))


def _roles(claim: str, work: Work, through: Relation | None) -> Iterator[Role]:
    for fact in work.facts:
        named = fact.named
        if named is not None:
            yield Role(fact, compare_name(claim, named, fact.relation), work, through)
            for character in named.characters:
                yield Role(fact, compare_character(claim, character), work, through, character)
    if through is None:
        for relation in _NESTED:
            for nested in work.works(relation):
                yield from _roles(claim, nested, relation)


def compare_character(claim: str, character: Named) -> Comparison:
    """Return how a claimed name stands to a character; an article or a rank makes no difference."""
    return compare_named(claim, character)


def is_title(text: str, work: Work) -> bool:
    """Tell whether a text is a title of a work, whatever its capitals, accents and leading article."""
    return _title_key(text) in {_title_key(title) for title in work.titles}


def work_titled(text: str, facts: Facts) -> Work | None:
    """Return the work that a title names, among those reviewed and those they are based on or part of; or None."""
    for work in facts.works:
        if is_title(text, work):
            return work
    nested = (inner for work in facts.works for relation in _NESTED for inner in work.works(relation))
    return next((work for work in nested if is_title(text, work)), None)


def _title_key(title: str) -> str:
    folded = fold(title)
    return folded.removeprefix("the ").removeprefix("a ").removeprefix("an ") or folded


class Conflict(NamedTuple):
    """Two sources that do not agree: the more trusted fact, the other, and how they differ."""

    fact: Fact
    other: Fact
    comparison: Comparison


def conflicts(work: Work) -> Iterator[Conflict]:
    """Yield what the less trusted sources of a work say against the most trusted one: front matter against file."""
    for relation in dict.fromkeys(fact.relation for fact in work.facts):
        trusted = work.best(relation)
        others = [fact for fact in work.get(relation) if fact.sure and trusted and fact.origin is not trusted[0].origin]
        for other in others:
            held = [Conflict(fact, other, _compare_facts(other, fact, work)) for fact in trusted]
            closest = min(held, key=lambda conflict: conflict.comparison.verdict.rank)
            if closest.comparison.contradicts:
                yield closest


def _compare_facts(claim: Fact, known: Fact, work: Work) -> Comparison:
    if claim.named is not None and known.named is not None:
        return compare_name(claim.named.name, known.named, known.relation)
    if known.relation is Relation.DURATION and isinstance(claim.value, int | float):
        return _compare_value(Length(float(claim.value)), known, work)
    if isinstance(claim.value, PartialDate) and isinstance(known.value, PartialDate):
        return compare_date(claim.value, [known.value])
    if known.relation.holds in (Holds.TEXT, Holds.LINK, Holds.WORK):
        return NOTHING_KNOWN  # genres, countries and addresses are lists that no source completes
    return _compare_value(claim.value, known, work)


__all__ = [
    "Conflict", "Held", "Role", "compare_character", "compare_name", "compare_names", "conflicts", "hold_name",
    "hold_value", "is_title", "roles_of", "work_titled",
]  # fmt: skip
