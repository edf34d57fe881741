"""A person or company credited with what the facts know others to have done, in a list that may not be complete."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.judgement import judged_credits
from reviewlint.rules.facts.wrong_credit import credit_finding


def check(ctx: Context) -> Iterator[Finding]:
    """Yield claims against open lists: the name is none of those that the facts have."""
    for judged in judged_credits(ctx):
        if not judged.held.closed and judged.held.comparison.contradicts and not judged.roles:
            yield credit_finding(ctx, judged)


__all__ = ["check"]
