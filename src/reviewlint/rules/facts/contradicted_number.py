"""“Her two dogs”, where the draft spoke of three dogs before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.facts.numbers import read_number
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context
from reviewlint.rules.wordsets import SHARED, words

# What is counted anew in every sentence.
_ANEW = SHARED["unit"] | words(
    "times stars points words others things parts ways sides legs hands eyes feet arms people seasons episodes "
    "hundreds thousands films movies books games albums songs tracks chapters hits levels reasons copies scenes "
    "runs acts pages"
)


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?P<number>(?i:{'|'.join(sorted(SHARED['number']))})|\d{{1,2}})"
    noun = r"(?P<noun>[a-z]{4,}s|children|men|women)"
    return re.compile(rf"\b(?P<all>(?:all )?(?:his|her|its|their) |all )?{number} (?:[a-z]+ )?{noun}\b")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a number that stands for all of something, and is not the one that the draft gave before."""
    first: dict[str, tuple[float, int, int]] = {}
    for match in _pattern().finditer(ctx.text):
        noun, number = match["noun"], read_number(match["number"])
        if noun in _ANEW or number is None:
            continue
        before = first.get(noun)
        if not match["all"]:
            first.setdefault(noun, (number, *match.span()))
        elif before is not None and before[0] != number:
            said = ctx.text[before[1] : before[2]]
            note = Related(said, ctx.document.source.path, ctx.line_of(before[1]))
            yield ctx.finding(match.start(), match.end(), related=(note,), first=said)
