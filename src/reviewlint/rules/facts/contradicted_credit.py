"""A credit in the body that is not the one in the heading, in a draft of which no facts are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.credits import read_credits
from reviewlint.claims.scope import is_in_head
from reviewlint.facts.compare.names import compare_names
from reviewlint.facts.relations import Relation
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context
from reviewlint.rules.facts.judgement import word_for

_CREDIT = re.compile(r"(?i)direct|translat|creat|narrat|read by|photograph|cinematograph")
# Jobs that one person does for a work; a film has many producers and a band many writers.
_SINGLE = (Relation.DIRECTOR, Relation.TRANSLATOR, Relation.CREATOR, Relation.NARRATOR, Relation.CINEMATOGRAPHER)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield credits that contradict the head of the draft."""
    document = ctx.document
    heads = [block for block in document.blocks if is_in_head(document, block.start)]
    if not any(_CREDIT.search(ctx.text, block.start, block.end) for block in heads):
        return
    claims = [claim for claim in read_credits(document, ctx.text, ctx.facts) if claim.relation in _SINGLE]
    head: dict[Relation, list[NameClaim]] = {}
    for claim in claims:
        if is_in_head(document, claim.start):
            head.setdefault(claim.relation, []).append(claim)
    for claim in claims:
        named = head.get(claim.relation, [])
        known = ctx.facts.main.best(claim.relation) if ctx.facts else ()
        if len(named) != 1 or claim in named or known or " " not in claim.name or " " not in named[0].name:
            continue
        if compare_names(claim.name, named[0].name).contradicts:
            first = named[0]
            line = document.source.position(document.prose.to_source(first.start, first.end).start).line
            related = (Related(first.name, document.source.path, line),)
            yield ctx.finding(
                claim.start,
                claim.end,
                related=related,
                name=claim.name,
                role=word_for(claim.relation),
                known=first.name,
            )
