"""Claims of who made what, each held against what is known: what the rules on credits share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.credits import read_credits
from reviewlint.claims.implied import read_implied
from reviewlint.claims.roles import read_roles
from reviewlint.claims.scope import compares_versions
from reviewlint.document import Document
from reviewlint.facts.compare.verdict import Verdict
from reviewlint.facts.compare.works import Held, Role, hold_name, roles_of
from reviewlint.facts.known import Facts
from reviewlint.facts.model import Fact, Origin, Work
from reviewlint.facts.relations import Relation
from reviewlint.rules.context import Context

# Makers of one work are seldom one company; people do several jobs, so theirs are left to the lists.
_EXCLUSIVE = (Relation.PUBLISHER, Relation.DEVELOPER, Relation.PRODUCTION_COMPANY, Relation.DISTRIBUTOR,
              Relation.RECORD_LABEL, Relation.BROADCASTER)  # fmt: skip
_STANDS_FOR = {
    Relation.CREATOR: Relation.WRITER,
    Relation.BROADCASTER: Relation.DISTRIBUTOR,
    Relation.RECORD_LABEL: Relation.PUBLISHER,
}
# How likely a claim must be: of a stranger, of somebody with another role, and where the right name is told, too.
_SURE, _SURE_ROLE, _SURE_BESIDE = 0.65, 0.75, 0.9
WORDS = {
    Relation.DIRECTOR: "director",
    Relation.WRITER: "writer",
    Relation.AUTHOR: "author",
    Relation.COMPOSER: "composer",
    Relation.CINEMATOGRAPHER: "cinematographer",
    Relation.PRODUCTION_COMPANY: "production company",
    Relation.RECORD_LABEL: "label",
    Relation.ARTIST: "artist",
    Relation.BROADCASTER: "broadcaster",
}


class Judged(NamedTuple):
    """A claim, how it stands to the facts, the roles its name really has, and the one right name, if there is one."""

    claim: NameClaim
    held: Held
    roles: tuple[Role, ...]
    right: Fact | None


def judged_credits(ctx: Context) -> Iterator[Judged]:
    """Yield the claims that contradict what is known; nothing without facts."""
    return iter(_judged(ctx.document, ctx.text, ctx.facts)) if ctx.facts else iter(())


@lru_cache(maxsize=4)
def _judged(document: Document, text: str, facts: Facts) -> tuple[Judged, ...]:
    """Return the contradictions; three rules ask for those of one draft, so the last are kept."""
    found = [(claim, work) for claim in _claims(document, text, facts) for work in _works(claim, facts)]
    right = {
        (claim.start, claim.relation)
        for claim, work in found
        if hold_name(claim.name, claim.relation, work).comparison.agrees
    }
    # Of several names in one breath, one that is right vouches for the others: lists of two are often one short.
    places = {(claim.start, claim.relation): _place(document, claim) for claim, _ in found}
    named = Counter(places.values())
    vouched = Counter(places[key] for key in right)
    stated = {relation for _, relation in right}
    judged = (
        _judge(claim, work, facts.main)
        for claim, work in found
        if claim.likely >= _least(claim, facts, stated, text)
        and (not vouched[place := _place(document, claim)] or _replaces(work, place, named, vouched))
        and (named[place] == 1 or not _may_lack(work, claim.relation, named[place]))
    )
    return tuple(one for one in judged if one is not None)


def _least(claim: NameClaim, facts: Facts, stated: set[Relation], text: str) -> float:
    if claim.relation in stated or compares_versions(text):
        return _SURE_BESIDE
    return _SURE_ROLE if roles_of(claim.name, facts.main) else _SURE


def _claims(document: Document, text: str, facts: Facts) -> list[NameClaim]:
    """Return the claims of plain wordings, and those that the scorer reads beside them."""
    claims = list(read_credits(document, text, facts))
    there = {(claim.start, claim.relation) for claim in claims}
    read = (*read_roles(document, text, facts), *read_implied(document, text, facts))
    return claims + [one for one in read if (one.start, one.relation) not in there]


_Place = tuple[Relation, int]  # a relation, and where the sentence begins that speaks of it


def _place(document: Document, claim: NameClaim) -> _Place:
    return claim.relation, document.prose.text.rfind(".", 0, claim.start)


def _replaces(work: Work, place: _Place, named: Counter[_Place], vouched: Counter[_Place]) -> bool:
    """Tell whether a name stands in a list in the place of another: two of three known writers, and a stranger."""
    known = work.best(place[0])
    full = bool(known) and known[0].origin is Origin.FILE and len(known) >= 2
    return full and named[place] == len(known) == vouched[place] + 1


def _may_lack(work: Work, relation: Relation, count: int) -> bool:
    """Tell whether front matter, where people name the first of two directors, has fewer names than the draft."""
    known = work.best(relation)
    return bool(known) and known[0].origin is Origin.FRONT and len(known) < count


def _works(claim: NameClaim, facts: Facts) -> tuple[Work, ...]:
    if not claim.based_on:
        return (facts.main,)
    return facts.main.works(Relation.IS_BASED_ON)[:1]


def _judge(claim: NameClaim, work: Work, main: Work) -> Judged | None:
    relation = claim.relation
    if not work.get(relation):  # sources file these under one another
        relation = _STANDS_FOR.get(relation, relation)
    held = hold_name(claim.name, relation, work)
    if held.comparison.agrees:
        return None
    roles = tuple(role for role in roles_of(claim.name, main) if role.comparison.verdict is Verdict.SAME)
    if any(role.fact.relation is claim.relation and role.character is None for role in roles):
        return None
    known = work.best(relation)
    right = known[0] if len(known) == 1 else None
    if held.comparison.contradicts:
        return Judged(claim, held, roles, right)
    confused = [role for role in roles if role.fact.relation in _EXCLUSIVE and claim.relation in _EXCLUSIVE]
    return Judged(claim, held, tuple(confused), right) if confused else None


def word_for(relation: Relation) -> str:
    """Return the word that a reader has for a relation."""
    return WORDS.get(relation, relation.value)


def names_of(work: Work, relation: Relation) -> str:
    """Return the known names of a relation as a list in words."""
    if not work.get(relation):
        relation = _STANDS_FOR.get(relation, relation)
    names = [str(fact.named.name) for fact in work.best(relation) if fact.named]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else (names[0] if names else "")
