"""`kind = "suppression"`: what is wrong with remarks that silence rules.

A run judges remarks itself, when all other rules are done. By itself, as in its examples, a rule of this kind first
runs the built-in rules that the remarks name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.registry import load_rules, matches
from reviewlint.rules.remarks import judge_remarks
from reviewlint.rules.suppress import apply_silences, read_silences


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for one fault of remarks."""

    def check(ctx: Context) -> Iterator[Finding]:
        silences = read_silences(ctx.document)
        named = {selector.name for remark in silences.remarks for selector in remark.selectors}
        rules = load_rules()
        running = [
            rule
            for rule in rules
            if rule.info.kind != info.kind and any(matches(rule.info.name, selector) for selector in named)
        ]
        findings: list[Finding] = []
        for rule in running:
            options = {name: option.default for name, option in rule.info.options.items()}
            findings += rule.check(replace(ctx, info=rule.info, options=options))
        apply_silences(ctx.document, findings, silences)
        known = {rule.info.name: rule.info for rule in rules}
        ran = {rule.info.name for rule in running}
        yield from judge_remarks(ctx.document, silences, {info.name: info}, known, ran)

    return check
