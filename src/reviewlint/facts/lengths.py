"""Lengths of time as reviewers write them: 58 minutes, a 90-minute film, just over two hours, an hour and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from reviewlint.facts.numbers import NUMBER, read_number


class Bound(Enum):
    """What the words around a length make of it."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"  # a little less
    JUST_OVER = "just over"  # a little more
    UNDER = "under"  # less, by whatever
    OVER = "over"  # more, by whatever


@dataclass(frozen=True, slots=True)
class Length:
    """A length in minutes, how it is hedged, and the unit it is counted in (1, 15, 30 or 60 minutes).

    `compound` tells that it stands before a noun ("a 90-minute film"), where people round more.
    """

    minutes: float
    bound: Bound = Bound.EXACT
    unit: int = 1
    compound: bool = False


class LengthSpan(NamedTuple):
    """A length in a text: half-open offsets, those of its number alone, and what it says."""

    start: int
    end: int
    length: Length


_BEFORE: dict[Bound, str] = {
    Bound.ABOUT: "about|around|roughly|approximately|circa|some|approx|near|in the region of",
    Bound.NEARLY: "nearly|almost|just under|a little under|a shade under|a touch under|a hair under|just shy of|"
    "shy of|a little less than|slightly less than|slightly under|close to|not quite|barely|scarcely|hardly|"
    "nigh on|just short of|short of|a bit under|a tad under|pushing|the better part of|best part of",
    Bound.JUST_OVER: "just over|a little over|a shade over|a touch over|a hair over|slightly over|a bit over|"
    "a little more than|slightly more than|just more than|just above|a tad over|a smidge over|just past",
    Bound.UNDER: "less than|under|up to|below|at most|no more than|not more than|well under|fewer than|sub",
    Bound.OVER: "more than|over|at least|upwards of|well over|longer than|no less than|not less than|above",
}
_AFTER: dict[Bound, str] = {
    Bound.ABOUT: "or so|or thereabouts|give or take|more or less|or less|odd|ish|something",
    Bound.JUST_OVER: "and change|and a bit",
    Bound.OVER: "plus|or more|+",
    Bound.NEARLY: "or a little less",
}
_BOUND_BEFORE = {phrase: bound for bound, words in _BEFORE.items() for phrase in words.split("|")}
_BOUND_AFTER = {phrase: bound for bound, words in _AFTER.items() for phrase in words.split("|")}


def _either(phrases: dict[str, Bound]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_GAP = r"[ \u00a0\n-]"
_PATTERN = (
    rf"(?<![\w.,$£€:/])(?:(?P<before>{_either(_BOUND_BEFORE)}){_GAP})?(?:"
    rf"(?P<part>half|three{_GAP}quarters|quarter){_GAP}(?:of{_GAP})?(?:an?{_GAP})?hours?"
    r"|(?P<compact>\d{1,2}) ?hr?s?\.? ?(?P<compact_more>[0-5]?\d)(?: ?(?:m|mins?|minutes?))?"
    rf"|(?P<half>hour){_GAP}and{_GAP}a{_GAP}(?P<half_of>half|quarter)"
    rf"|(?P<number>{NUMBER}|an?){_GAP}?(?:(?P<middle>odd|plus|something|\+|ish){_GAP}?)?"
    r"(?:(?P<minute>minutes?|mins?)|(?:hours?|hrs?|h)"
    rf"(?:{_GAP}and{_GAP}(?:an?{_GAP})?(?P<quarters>half|three{_GAP}quarters|quarter)\b"
    rf"|,?(?:{_GAP}and)?{_GAP}(?P<more>{NUMBER})(?:{_GAP}?(?:minutes?|mins?|m)\b|(?=[.,;:!?)]|$|{_GAP}long)))?)"
    rf")(?!\w)(?:{_GAP}?(?P<after>{_either(_BOUND_AFTER)})(?!\w))?"
)
_UNIT = re.compile(r"hour|min|\d ?h", re.IGNORECASE)
_REACH = 70  # code points that a length may take before its unit; after it, half as many
_PARTS = {"half": 30, "quarter": 15, "three quarters": 45}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern; it is large, and many a draft names no length."""
    return re.compile(_PATTERN, re.IGNORECASE)


def find_lengths(text: str) -> Iterator[LengthSpan]:
    """Yield the lengths of time in a text, in order, hedges included in their spans."""
    done = 0
    for unit in _UNIT.finditer(text):
        if unit.start() < done:
            continue
        start, end = max(done, unit.start() - _REACH), unit.end() + _REACH // 2
        for found in _pattern().finditer(text, start, end):
            done = found.end()
            length = _read(found)
            if length is not None:
                yield LengthSpan(found.start(), found.end(), length)


def read_length(text: str) -> Length | None:
    """Return the length that the whole of `text` is, or None."""
    found = _pattern().fullmatch(text.strip())
    return None if found is None else _read(found)


def _read(found: re.Match[str]) -> Length | None:
    read = _minutes(found)
    if read is None:
        return None
    minutes, unit = read
    bound = Bound.EXACT
    if before := found["before"]:
        bound = _BOUND_BEFORE[_plain(before)]
    elif after := found["middle"] or found["after"]:
        bound = _BOUND_AFTER[_plain(after)]
    singular = (found["minute"] or "").casefold() == "minute" and minutes != 1
    return Length(minutes, bound, unit, singular or re.search(r"(?i)-(?:min|hour)", found[0]) is not None)


def _minutes(found: re.Match[str]) -> tuple[float, int] | None:
    """Return the minutes and the unit they are counted in."""
    if found["part"] or found["half"]:
        part = _PARTS[_plain(found["part"] or found["half_of"])]
        return part + (60 if found["half"] else 0), _unit(part)
    if found["compact"]:
        return 60 * int(found["compact"]) + int(found["compact_more"]), 1
    number = 1.0 if found["number"].casefold() in ("a", "an") else read_number(found["number"])
    if number is None or found["minute"]:
        return None if number is None else (number, 1)
    if found["quarters"]:
        part = _PARTS[_plain(found["quarters"])]
        return 60 * number + part, _unit(part)
    if found["more"]:
        more = read_number(found["more"])
        return None if more is None or more >= 60 else (60 * number + more, 1)
    return 60 * number, _unit(60 * (number % 1))


def _unit(minutes: float) -> int:
    """Return the coarsest of 60, 30, 15 and 6 minutes that these minutes over the hour are counted in."""
    return next((unit for unit in (60, 30, 15, 6) if minutes % unit == 0), 1)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0-]+", " ", text.casefold())
