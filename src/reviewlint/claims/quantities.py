"""Quantities: the numbers of a draft with what they are numbers of, so that two of one thing can be compared.

Counts of things (“six weapons”), times (“ten days”), ages (“is sixty-nine”, “a man of 79”), measures and prices. What
they are said of is left to `pairs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewlint.document import Document
from reviewlint.facts.numbers import NUMBER, numbers_among, read_number

OLDEST = 110  # years
_NEAR = 32  # code points before a number that tell what it is of
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life", "wives": "wife"}
_TIMES = "year|month|week|day|night|hour|minute|second|decade|century"
_MEASURES = {
    "metre|meter|centimetre|centimeter|millimetre|millimeter|kilometre|kilometer|mile|foot|feet|inch|inche|yard|cm|mm|km|ft": "length",
    "gram|gramme|kilogram|kilo|pound|ounce|tonne|ton|kg|lb|oz": "weight",
    "litre|liter|millilitre|milliliter|ml|pint|gallon": "capacity",
    "percent|per cent|%": "percent",
    "euro|dollar|pence|cent": "price",
}
_DIMENSION = {unit: name for units, name in _MEASURES.items() for unit in units.split("|")}
_UNIT = "|".join(sorted((unit for unit in _DIMENSION if unit != "%"), key=len, reverse=True))
# The number of a part, or a place in a row, is no count: “Part 8 shows how …”, “chapter 3”, “No. 4”.
_LABELLED = re.compile(
    r"\b(?!(?:The|In|At|Of|For|By|From|With|All|To|On|And|But|Its|Our|Their|His|Her|My|Only|Just|About|After|Or|It|There|These"
    r"|Those|Like|As|Over|Some|Both|If|When|Where|So|Not|Yet|Nearly|Almost|Even)\b)(?:[A-Z][a-z]+|chapter|part|page|season|episode|series|volume|book|act|level|day|track|no|number|#)\.? $"
)
_AGED = re.compile(
    r"\b(?:aged|age|at the age of|at (?:only |just |barely )?(?=\w+[,.;)])|(?:man|woman|boy|girl|lad|lady|child|kid|widow|widower"
    r"|teenager) of|(?:is|was|turns|turned|’s|'s|he’s|she’s) (?:only |just |barely |now |all of |about |nearly |almost )?) ?$",
    re.IGNORECASE,
)
_SUBJECT_IS = re.compile(r"(?:is|was|’s|'s)\b[^.,;:!?]{0,10}$")
_ENDS = re.compile(r"[,.;:)!?—]| (?:and|but|when|years old|or so|now|at the time)\b|$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SIGN = re.compile(r"[£$€]$")


class Quantity(NamedTuple):
    """A number of something: what kind, the noun or unit in the singular, the number, and offsets of both together."""

    kind: str
    noun: str
    value: float
    start: int
    end: int
    sentence: int


@cache
def _after() -> re.Pattern[str]:
    """Return the pattern of a number with what follows it."""
    number = rf"(?P<number>(?i:{NUMBER}))"
    return re.compile(
        rf"(?<![\w.,/-]){number}(?:"
        rf"(?P<age>[ -]years?[ -](?:old|of age)\b(?:s\b)?)"
        rf"|(?P<percent> ?%| per ?cent\b)"
        rf"|[ -]?(?P<unit>(?i:{_UNIT}))s?\b"
        rf"|[ -](?:and a half |full |whole |long |short |odd |more )?(?P<time>{_TIMES})s?\b"
        rf"|[ -](?:(?P<word>[a-z]+)[ -])??(?P<noun>[a-z]{{3,}}(?:s|men|children|people)|men|women|people)\b"
        rf"|-(?P<one>player|part|page|episode|song|track|storey|piece|course|bedroom|mile|person|man|woman|star|hander)\b"
        rf"|(?P<bare>))"
    )


def quantities_in(document: Document, text: str) -> list[Quantity]:
    """Return the quantities of a draft, in order."""
    found: list[Quantity] = []
    for start in document.starts_of(numbers_among(document.word_starts)):
        at = document.index_at(start)
        if at is None or (found and start < found[-1].end):
            continue
        sentence = document.sentences[at]
        match = _after().match(text, start, sentence.end)
        if match is None:
            continue
        before = text[max(sentence.start, start - _NEAR) : start]
        value = read_number(match["number"])
        if value is None or _LABELLED.search(before):
            continue
        found += _read(match, before, value, at, text)
    return found


def _read(match: re.Match[str], before: str, value: float, at: int, text: str) -> Iterator[Quantity]:
    """Yield the quantity that a number is, with the words before it."""
    start, end = match.span()
    if match["age"]:
        yield Quantity("age", "age", value, start, end, at)
    elif _SIGN.search(before):
        yield Quantity("price", "price", value, start - 1, match.end("number"), at)
    elif match["percent"]:
        yield Quantity("percent", "percent", value, start, end, at)
    elif match["unit"]:
        dimension = _DIMENSION[match["unit"].lower()]
        yield (
            Quantity("measure", match["unit"].lower(), value, start, end, at)
            if dimension != "price"
            else Quantity("price", "price", value, start, end, at)
        )
    elif match["time"]:
        yield Quantity("time", match["time"], value, start, end, at)
    elif match["one"] or match["noun"]:
        if not _YEAR.fullmatch(match["number"]):  # “1997 songs”
            yield Quantity("count", match["one"] or singular(match["noun"]), value, start, end, at)
    elif 1 < value < OLDEST and value == int(value) and _AGED.search(before) and _ENDS.match(text, match.end("number")):
        yield Quantity("age", "age", value, start, match.end("number"), at)


def singular(noun: str) -> str:
    """Return a plural noun in the singular, roughly."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun.removesuffix("s")
