"""Claims of who made what, each held against what is known: what the rules on credits share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.credits import read_credits
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
    claims = list(read_credits(document, text, facts))
    found = [(claim, work) for claim in claims for work in _works(claim, facts)]
    # Of several names in one breath, one that is right vouches for the others: lists of two are often one short.
    vouched = {
        (claim.relation, document.prose.text.rfind(".", 0, claim.start))
        for claim, work in found
        if hold_name(claim.name, claim.relation, work).comparison.agrees
    }
    named = Counter((claim.relation, document.prose.text.rfind(".", 0, claim.start)) for claim, _ in found)
    judged = (
        _judge(claim, work, facts.main)
        for claim, work in found
        if (place := (claim.relation, document.prose.text.rfind(".", 0, claim.start))) not in vouched
        and (named[place] == 1 or not _may_lack(work, claim.relation, named[place]))
    )
    return tuple(one for one in judged if one is not None)


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
