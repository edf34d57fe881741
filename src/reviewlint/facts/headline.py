"""Titles of reviews: the work's name, year and author out of "Black Christmas (1974)" or "Arcanum: the Review"."""

from __future__ import annotations

import re
from typing import NamedTuple

_KIND = (
    r"(?:movie|film|book|game|video ?game|album|music|tv|television|series|season|app|product|restaurant|gig|podcast|"
    r"anime|manga|comic|theatre|play|dvd|blu-ray|audiobook|boardgame|board game)"
)
_FILLER = r"(?:(?:the|a|an|my|our|full|quick|mini|short|early|spoiler[- ]free|non-spoiler|advance|retro|honest)\s+)*"
_BEFORE = re.compile(rf"{_FILLER}(?:{_KIND}\s+)?reviews?\s*(?:of\s+|[:–—-]\s*)(?P<name>.+)", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?P<name>.+?)\s*[:–—|,(\[-]?\s+{_FILLER}(?:{_KIND}\s+)?(?:review|preview|retrospective|re-?view)[)\]]?"
    r"(?:\s*(?:[–—|:]|-\s).*)?[.!]?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*(?:spoiler|review|updated?\b)[^()\[\]]*[)\]]", re.IGNORECASE)
_YEAR = re.compile(r"(?P<name>.+?)\s*[(\[](?P<year>(?:18|19|20)\d\d)[)\]]")
_BY = re.compile(r"(?P<name>.+?),?\s+by\s+(?P<author>[^\W\d_][\w.'’-]*(?:\s+[\w.'’&-]+){1,4})")
_NO_NAME = frozenset("a an the my our in under on this book film movie game album music tv app".split())
_QUOTES = "\"'“”‘’*_«» "


class Headline(NamedTuple):
    """What a title says: the work's name, year and author; `telling` if it has the form of a review's title."""

    name: str
    year: int | None
    author: str | None
    telling: bool


def read_headline(title: str) -> Headline:
    """Return what the title of a review says of the work; a plain title is the name itself, and not telling."""
    name = " ".join(title.split()).strip(_QUOTES)
    telling = False
    for pattern in (_BEFORE, _AFTER):
        if (found := pattern.fullmatch(name)) and found["name"].casefold() not in _NO_NAME:
            name, telling = found["name"].strip(_QUOTES), True
            break
    name = _ASIDE.sub("", name) or name
    year = author = None
    if found := _BY.fullmatch(name):
        name, author = found["name"].strip(_QUOTES), found["author"]
    if found := _YEAR.fullmatch(name):
        name, year, telling = found["name"].strip(_QUOTES), int(found["year"]), True
    return Headline(name, year, author, telling)
