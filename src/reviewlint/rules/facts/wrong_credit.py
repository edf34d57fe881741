"""A person or company credited with what another did, where the facts name everyone who did it."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.facts.relations import Relation
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.judgement import Judged, judged_credits, names_of, word_for


def check(ctx: Context) -> Iterator[Finding]:
    """Yield claims against complete lists: one director of a film is all of them."""
    for judged in judged_credits(ctx):
        if judged.held.closed and not judged.roles:
            yield credit_finding(ctx, judged)


def credit_finding(ctx: Context, judged: Judged) -> Finding:
    """Return a finding on a claim, with the known names, their source and the fix where there is one name."""
    claim, fact = judged.claim, judged.held.fact
    work = ctx.facts.main.works(Relation.IS_BASED_ON)[0] if claim.based_on else ctx.facts.main
    replace = judged.right.named.name if judged.right and judged.right.named else None
    return ctx.finding(
        claim.start,
        claim.end,
        replace=replace,
        related=(fact.related(),) if fact else (),
        name=claim.name,
        role=word_for(claim.relation),
        known=names_of(work, claim.relation),
    )
