"""Measures and fixed pairs before a noun that many houses join with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.typography.compounds import open_pairs
from reviewlint.rules.wordsets import SHARED

_PAIRS = frozenset(
    "single player,multi player,first person,third person,open world,real time,long term,short term,low quality,high "
    "quality,high end,high profile,high stakes,high concept,much needed,much loved,much anticipated,full length,"
    "full time,turn based,role playing,large scale,small scale,big name,low key,first class,second hand,real life,"
    "two way,live action,post war,pre war".split(",")
)
_SECONDS = frozenset(pair.split()[1] for pair in _PAIRS)
_NUMBER = rf"(?:{'|'.join(sorted(SHARED['number']))}|\d{{1,3}}(?:\.\d)?)"
_UNIT = (
    "second|minute|hour|day|week|month|year|page|part|act|season|episode|star|disc|track|volume|player|course|mile|foot|"
    "inch|pound|dollar|euro|story|storey|piece|night|point|song|film|book"
)
_MEASURE = re.compile(rf"(?<![\w.,:’'$£€#-])(?P<measure>{_NUMBER} (?:{_UNIT})) (?P<noun>[a-z][a-z’-]*)")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield pairs such as "open world" and measures such as "two hour" before a noun."""
    yield from open_pairs(ctx, _SECONDS, lambda first, second: f"{first} {second}" in _PAIRS)
    for match in _MEASURE.finditer(ctx.text):
        if match["noun"] == "long" or share(match["noun"], Tag.NOUN | Tag.PLURAL) > 0.7:
            yield ctx.finding(*match.span("measure"), replace=match["measure"].replace(" ", "-"))
