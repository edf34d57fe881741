"""An actor named for a role that somebody else plays."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.cast import read_cast
from reviewlint.claims.claim import CastClaim
from reviewlint.facts.compare.verdict import Reason, Verdict
from reviewlint.facts.compare.works import compare_character, compare_names
from reviewlint.facts.model import Fact
from reviewlint.facts.relations import Relation
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_SLIPS = (Reason.SPELLING, Reason.ALIKE)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield claims on roles that the facts know, where no actor of the role has the claimed name."""
    cast = ctx.facts.main.get(Relation.ACTOR) if ctx.facts else ()
    if not any(fact.named and fact.named.characters for fact in cast):
        return
    for claim in read_cast(ctx.document, ctx.text, ctx.facts):
        players = [fact for fact in cast if _plays(fact, claim)]
        if not players or any(_agrees(fact, claim) for fact in players):
            continue
        if any(_plays_another(fact, claim) for fact in players):
            continue
        player = players[0]
        yield ctx.finding(
            claim.start,
            claim.end,
            replace=player.named.name if player.named and len(players) == 1 else None,
            related=(player.related(),),
            actor=claim.actor,
            role=claim.role,
            known=" or ".join(fact.named.name for fact in players if fact.named),
        )


def _plays(fact: Fact, claim: CastClaim) -> bool:
    characters = fact.named.characters if fact.named else ()
    return any(
        held.verdict in (Verdict.SAME, Verdict.COMPATIBLE, Verdict.PARTIAL)
        for character in characters
        for name in character.names
        for held in (compare_character(claim.role, character), compare_names(name, claim.role))
    )


def _agrees(fact: Fact, claim: CastClaim) -> bool:
    if fact.named is None:
        return False
    held = [compare_names(claim.actor, name) for name in fact.named.names]
    return any(one.agrees and one.reason not in _SLIPS for one in held)


def _plays_another(fact: Fact, claim: CastClaim) -> bool:
    """Tell whether the claim has the two names the other way round: the actor first, the role in brackets."""
    return fact.named is not None and compare_names(claim.role, fact.named.name).agrees
