"""“There are three rules: eat and sleep.”"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.facts.numbers import read_number
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.wordsets import words

_FIRST = "(?:[A-Z]\\w+|black|white|red|green|blue|grey|gray|cream|silver|gold|yellow|brown|pink)"
_ITEM = r"(?:[\w’'-]+ ){0,5}[\w’'-]+"
_LIST = re.compile(
    rf"(?P<number>[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[3-6]) (?:[a-z-]+ ){{0,2}}?(?P<noun>[a-z]+s|men"
    rf"|women|people|children)"
    rf"(?: [a-z]+ [a-z]+| [a-z]+)?(?:: (?P<items>{_ITEM}(?:, {_ITEM}){{0,3}},? and {_ITEM})"
    rf"|, (?:he says, |she says, )?(?P<bare>{_FIRST} {_ITEM}"
    rf"|{_FIRST}) and (?P<last>{_FIRST}(?: {_ITEM})?))(?=[.,;!?]|$)"
)
# Numbers that promise no list.
_COUNTED = words(
    "hours minutes days weeks months years times stars points words decades seconds pages percent euros dollars pounds "
    "metres meters miles feet inches episodes seasons volumes parts nights mornings evenings"
)
_SEPARATOR = re.compile(r",? (?:and|&|or|plus) |, |; ")
_MORE = re.compile(r"\b(?:among|including|other|others|etc|especially|both|more|rest|each|such)\b|n['’]t\b")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a number and a list of fewer, where the list ends the clause."""
    for start in ctx.document.starts_of(("three", "four", "five", "six", "3", "4", "5", "6")):
        match, sentence = _LIST.match(ctx.text, start), ctx.document.sentence_at(start)
        if match is None:
            continue
        number = read_number(match["number"])
        if sentence is None or number is None or match["noun"] in _COUNTED or match.end() > sentence.end:
            continue
        if _MORE.search(ctx.text, match.start(), sentence.end):
            continue
        items = match["items"] or f"{match['bare']} and {match['last']}"
        closed = match["items"] is None or match.end() >= sentence.end - 1
        count = len(_SEPARATOR.split(items))
        if closed and count < number:
            yield ctx.finding(*match.span(), number=match["number"], count={2: "two", 3: "three"}.get(count, count))
