"""Commas that part what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.commas import tight_commas
from reviewlint.rules.typography.verb_commas import verb_commas

_CANDIDATE = re.compile(r"[\w*_]+, [a-z’']+ ")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each comma between a subject and its verb, a verb and its object, or two words that belong together."""
    text = ctx.text
    for sentence in ctx.document.sentences:
        if not _CANDIDATE.search(text, sentence.start, sentence.end):
            continue
        if ctx.document.blocks[sentence.block].kind & (Kind.HEADING | Kind.TABLE):
            continue
        found = {
            stray.at: stray
            for commas in (tight_commas, verb_commas)
            for stray in commas(text, sentence.start, sentence.end)
        }
        for at, stray in sorted(found.items()):
            yield ctx.finding(at, at + 1, replace="", parts=stray.parts)
