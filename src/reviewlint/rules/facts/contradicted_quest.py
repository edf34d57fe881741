"""Somebody who looks for a brother and finds a father."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.contradicted_kinship import KIN
from reviewlint.rules.facts.twice import Said, second_finding

_OWN = rf"(?:his|her|their) (?:\w+ )?(?P<kin>{KIN})\b"
_SOUGHT = re.compile(
    r"\b(?:look(?:s|ing)?|search(?:es|ing)?|hunt(?:s|ing)?|set(?:s|ting)? (?:off|out)|go(?:es|ing)?|on the trail)\b"
    rf" (?:for|to find|in search of|of|after|to look for|to) {_OWN}"
    rf"|\b(?:find(?:ing)?|trac(?:e|ing)|(?:bring(?:s|ing)?|carr(?:y|ies|ying)|tak(?:e|es"
    rf"|ing)) (?:\w+ ){{1,4}}?to) {_OWN.replace('kin>', 'whom>')}"
)
_REACHED = re.compile(rf"\b(?:finds?|found|reach(?:es|ed)|meets?|tracks? down|sees?) {_OWN}")
_AT_LAST = re.compile(
    r"\b(?:in the end|at the end|at last|finally|at long last|eventually|in the last \w+)\b", re.IGNORECASE
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the kin that is found at last, where another was sought and this one was not yet spoken of."""
    if len(ctx.document.starts_of(KIN.split("|"))) < 2 or not _AT_LAST.search(ctx.text):
        return
    sought = next(_SOUGHT.finditer(ctx.text), None)
    if sought is None:
        return
    group = "kin" if sought["kin"] else "whom"
    first = Said(*sought.span(group), sought[group])
    for match in _REACHED.finditer(ctx.text, sought.end()):
        sentence = ctx.sentence_of(match.start())
        kin = match["kin"]
        if sentence is None or kin == first.value or not _AT_LAST.search(ctx.text, sentence.start, sentence.end):
            continue
        if re.search(rf"\b{kin}s?\b", ctx.text[: match.start("kin")]) or re.search(
            rf"\b{first.value}\b", ctx.text[sentence.start :]
        ):
            continue  # both are in the story
        yield second_finding(ctx, first, Said(*match.span("kin"), kin))
