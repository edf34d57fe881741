"""Somebody who is a sister in one sentence and a cousin in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.names import NAME, is_name
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context

KIN = (
    "sister|brother|cousin|mother|father|aunt|uncle|niece|nephew|daughter|son|wife|husband|grandmother|grandfather|"
    "stepmother|stepfather|stepbrother|stepsister|twin|widow|fiancée|fiancé"
)
_PATTERNS = (
    re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|{NAME}[’']s) (?:\w+ )?(?P<kin>{KIN}),? (?P<name>{NAME})"),
    re.compile(
        rf"\b(?:an?|[Tt]he|[Hh]is|[Hh]er) (?:\w+ )?(?P<kin>{KIN}),? (?:named|called|by the name of) (?P<name>{NAME})"
    ),
    re.compile(rf"(?P<name>{NAME}) (?:is|was),? (?:in fact )?(?:his|her|their|{NAME}[’']s) (?:\w+ )?(?P<kin>{KIN})\b"),
    re.compile(rf"(?P<name>{NAME}), (?:his|her|their|{NAME}[’']s) (?:\w+ )?(?P<kin>{KIN})\b"),
)
# A twin is a brother, and a widow was a wife.
_GO_TOGETHER = (
    {"sister", "twin"}, {"brother", "twin"}, {"wife", "widow"}, {"wife", "fiancée"}, {"husband", "fiancé"},
    {"wife", "mother"}, {"husband", "father"}, {"mother", "grandmother"}, {"father", "grandfather"},
    {"daughter", "sister"}, {"son", "brother"}, {"sister", "mother"}, {"brother", "father"}, {"mother", "daughter"},
    {"father", "son"}, {"sister", "wife"}, {"brother", "husband"}, {"mother", "aunt"}, {"uncle", "father"},
    {"uncle", "brother"}, {"aunt", "sister"}, {"son", "husband"}, {"daughter", "wife"}, {"son", "father"},
)  # fmt: skip


_NEAR = 60  # code points around a word of kinship in which the name stands


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two kinships of one name that do not go together, where both are of one person."""
    seen: dict[str, tuple[str, int]] = {}
    starts = ctx.document.starts_of(KIN.split("|"))
    if len(starts) < 2:
        return
    found = sorted(
        {
            match.start("kin"): match
            for start in starts
            for pattern in _PATTERNS
            for match in pattern.finditer(ctx.text, max(0, start - _NEAR), start + _NEAR)
            if match.start("kin") == start
        }.values(),
        key=lambda match: match.start(),
    )
    for match in found:
        name, kin = match["name"], match["kin"].lower()
        if not is_name(name):
            continue
        if name not in seen:
            seen[name] = (kin, match.start("kin"))
            continue
        first, at = seen[name]
        if kin != first and {kin, first} not in _GO_TOGETHER:
            line = ctx.document.source.position(ctx.document.prose.to_source(at, at + 1).start).line
            related = (Related(f"{name} is the {first} here", ctx.document.source.path, line),)
            yield ctx.finding(match.start(), match.end(), related=related, name=name, first=first, second=kin)
