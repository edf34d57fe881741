"""Remarks to reviewlint that are wrong. A run calls the same function with what the remarks have silenced."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.registry import load_rules
from reviewlint.rules.suppress import findings_on_remarks, read_suppressions


def check(ctx: Context) -> Iterator[Finding]:
    """Yield what is wrong with the remarks of a draft of which no rule says anything else."""
    suppressions, problems = read_suppressions(ctx.document, [rule.info.name for rule in load_rules()])
    yield from findings_on_remarks(ctx.document, suppressions, problems, ctx.info, lambda _: True)
