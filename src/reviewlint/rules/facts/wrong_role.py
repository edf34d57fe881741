"""A name the facts know, credited with another role than it has."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.judgement import judged_credits, names_of, word_for


def check(ctx: Context) -> Iterator[Finding]:
    """Yield claims whose name is known under another role, and not under the one that is claimed."""
    for judged in judged_credits(ctx):
        if not judged.roles:
            continue
        claim, role = judged.claim, judged.roles[0]
        is_really = f"plays {role.character.name}" if role.character else f"is the {word_for(role.fact.relation)}"
        if role.through is not None and role.character is None:
            is_really += " of what it is based on"
        work = ctx.facts.main.works(role.through)[0] if claim.based_on and role.through else ctx.facts.main
        known = names_of(work, claim.relation)
        related = (role.fact.related(), *((judged.right.related(),) if judged.right else ()))
        yield ctx.finding(
            claim.start,
            claim.end,
            related=related,
            name=claim.name,
            is_really=is_really,
            role=word_for(claim.relation),
            instead=f"; that is {known}" if known else "",
        )
