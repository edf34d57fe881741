"""An actor named for a role that somebody else plays."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.cast import read_cast
from reviewlint.claims.casting import read_casting
from reviewlint.claims.claim import CastClaim
from reviewlint.claims.scope import compares_versions
from reviewlint.facts.compare.verdict import SLIPS, Verdict
from reviewlint.facts.compare.works import compare_character, compare_names
from reviewlint.facts.model import Fact
from reviewlint.facts.relations import Relation
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_SURE, _SURE_BESIDE = 0.75, 0.95


def check(ctx: Context) -> Iterator[Finding]:
    """Yield claims on roles that the facts know, where no actor of the role has the claimed name."""
    cast = ctx.facts.main.get(Relation.ACTOR) if ctx.facts else ()
    if not any(fact.named and fact.named.characters for fact in cast):
        return
    for claim, players in _claims(ctx, cast):
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


def _claims(ctx: Context, cast: tuple[Fact, ...]) -> Iterator[tuple[CastClaim, list[Fact]]]:
    """Yield the claims that name nobody who plays the role, with who does.

    Where a draft also says who plays the role, another name beside it is more often somebody who was to play it.
    """
    read = (*read_cast(ctx.document, ctx.text, ctx.facts), *read_casting(ctx.document, ctx.text, ctx.facts))
    claims = {claim.start: (claim, [fact for fact in cast if _plays(fact, claim)]) for claim in reversed(read)}
    stated = {id(fact) for claim, players in claims.values() for fact in players if _agrees(fact, claim)}
    for _, (claim, players) in sorted(claims.items()):
        least = _SURE_BESIDE if compares_versions(ctx.text) or any(id(fact) in stated for fact in players) else _SURE
        if players and claim.likely >= least and not any(_agrees(fact, claim) for fact in players):
            yield claim, players


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
    return any(one.agrees and one.reason not in SLIPS for one in held)


def _plays_another(fact: Fact, claim: CastClaim) -> bool:
    """Tell whether the claim has the two names the other way round: the actor first, the role in brackets."""
    return fact.named is not None and compare_names(claim.role, fact.named.name).agrees
