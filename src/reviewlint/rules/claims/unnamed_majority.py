"""`claims/unnamed-majority`: the public is said to judge, and nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.claims.judgements import judgements
from reviewlint.rules.claims.of_a_work import is_of_work
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each judgement put into the mouths of an unnamed many."""
    for judgement in judgements(ctx) if is_of_work(ctx) else ():
        if judgement.who in ("public", "crowd"):
            yield ctx.finding(judgement.start, judgement.end)
