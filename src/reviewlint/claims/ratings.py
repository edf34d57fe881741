"""Ratings that a draft gives: those of sites, and the reviewer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.scope import speaks_of_this
from reviewlint.document import Document
from reviewlint.facts.known import Facts
from reviewlint.facts.numbers import NUMBER, read_number
from reviewlint.facts.relations import Relation
from reviewlint.facts.sites import site_name, site_scale
from reviewlint.facts.values import Rating

# Numbers in words make a dear pattern, so a score is looked for only around what every score holds.
_SCORED = re.compile(r"/ ?(?:5|10|100|4|20)\b|\bout of\b|\bstars?\b", re.IGNORECASE)
# A label of the rating of the whole, and words by which a rating is one of another time or work.
_OF_WHOLE = re.compile(
    r"\b(?:scores?|ratings?|verdict|grade|overall|total|stars?|marks?|final|rated|conclusion|bottom line|summary|result|we give"
    r"|i give|review|out of|recommend\w*|in short|tl;?dr)\b|^\W*$",
    re.IGNORECASE,
)
_FORMERLY = re.compile(
    r"\b(?:ago|originally|initially|at launch|at first|back then|first (?:saw|watched|played|read|heard)|used to|on paper|when it came out"
    r"|last (?:time|year)|once|years? later|in (?:19|20)\d\d|sequel|prequel|original|predecessor|remake|first (?:one|game|film|season|book)"
    r"|previous\w*|earlier)\b",
    re.IGNORECASE,
)
_BEFORE_CUE, _AFTER_CUE = 40, 26  # code points
_WIDEST_LABEL = 200  # code points before a score that tell whether it stands alone
_FULL_STARS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}


@cache
def _score() -> re.Pattern[str]:
    number = rf"(?P<value>{NUMBER}(?: and a (?:half|quarter))?)"
    return re.compile(
        rf"(?:{number}(?: ?/ ?| out of )(?P<best>5|10|100|4|20|five|ten|four|a hundred|twenty)\b"
        rf"|(?P<stars>{NUMBER}(?: and a half)?) stars?(?: out of (?P<of>five|four|ten|5|4|10))?)",
        re.IGNORECASE,
    )


@cache
def _site_scores() -> tuple[re.Pattern[str], ...]:
    site = r"(?P<site>IMDb|IMDB|Metacritic|Rotten Tomatoes|Letterboxd|Goodreads|OpenCritic|Pitchfork|MyAnimeList|Steam|RogerEbert\.com)"
    value = (
        r"(?P<value>\d{1,3}(?:\.\d{1,2})?)(?: ?(?:%|percent|per cent)| ?/ ?(?P<best>\d{1,3})| out of (?P<of>\d{1,3}))?"
    )
    return (
        re.compile(rf"\b{value}(?: \w+){{0,3}}? (?:on|at|from|by) {site}"),
        re.compile(
            rf"\b{site}(?:['’]s)?(?: (?:has|had|gives?|gave|puts?|rates?|scores?|lists|shows))(?: [\w’'-]+){{0,5}}? {value}\b"
        ),
        re.compile(rf"\b{site} (?:score|rating)(?: of| is| stands at| was|,)* {value}\b"),
        # a number on the site's own scale, with no other figure or name between
        re.compile(
            rf"\b{site}(?! (?:Top|top)\b)[^.;:!?\n()\dA-Z]{{1,40}}? (?P<value>\d\.\d|(?<=at )\d\d|(?<=says )\d\d|(?<=on )\d\d)(?P<best>(?!))?(?P<of>(?!))?"
            r"(?![\d.]*\d| ?(?:%|reviews|critics|votes|users|million|thousand|years|out|/))"
        ),
    )


def read_site_ratings(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the ratings that sites and papers are said to give."""
    for pattern in _site_scores():
        for match in pattern.finditer(text):
            site = site_name(match["site"]) or match["site"]
            value = float(match["value"])
            best = match["best"] or match["of"]
            scale = float(best) if best else site_scale(site, value)
            sentence = document.sentence_at(match.start())
            if sentence is not None and speaks_of_this(document, sentence, match.start(), facts):
                rating = Rating(value, scale, author=site)
                yield ValueClaim(Relation.AGGREGATE_RATING, rating, *match.span("value"))


def read_own_ratings(text: str) -> Iterator[ValueClaim]:
    """Yield the reviewer's own ratings: a score that is a block's label, or a sentence of its own."""
    done = 0
    for cue in _scored(text):
        if cue < done:
            continue
        match = next(_score().finditer(text, max(done, cue - _BEFORE_CUE), cue + _AFTER_CUE), None)
        if match is None:
            continue
        done = match.end()
        stars = match["stars"]
        value = _value(stars or match["value"])
        best = _FULL_STARS.get((match["best"] or match["of"] or "").lower()) or read_number(
            match["best"] or match["of"] or ""
        )
        if value is None or not _stands_alone(text, match.start(), match.end()):
            continue
        if _is_of_part_or_past(text, match.start()):
            continue
        best = best or (5.0 if stars else None)
        if best is not None and value <= best:
            yield ValueClaim(Relation.REVIEW_RATING, Rating(value, float(best)), match.start(), match.end())


def _scored(text: str) -> list[int]:
    """Return the offsets of what every score holds, in order."""
    lower = text.lower()
    found = []
    for letters in ("/", "out of", "star"):
        at = lower.find(letters)
        while at >= 0:
            if _SCORED.match(text, at):
                found.append(at)
            at = lower.find(letters, at + 1)
    return sorted(found)


def _value(text: str) -> float | None:
    whole, _, part = text.lower().partition(" and a ")
    number = read_number(whole)
    if number is None:
        return None
    return number + {"half": 0.5, "quarter": 0.25}.get(part, 0.0)


def _is_of_part_or_past(text: str, start: int) -> bool:
    """Tell whether a score is one of an aspect (“Sound: 3/5”), of another work, or of another time."""
    line = text.rfind("\n", max(0, start - _WIDEST_LABEL), start) + 1
    before = text[line or max(0, start - _WIDEST_LABEL) : start]
    sentence = re.split(r"[.!?] ", before)[-1]
    if _FORMERLY.search(sentence):
        return True
    label = re.search(r"(?P<label>[^.!?:|\n]{1,40})[:|–—][*_ ]*$", sentence)
    if label is None:
        return False
    if not text[:line].strip() and " " in label["label"].strip():
        return False  # “The Long Pier: 4/5” at the very start, but not “Picture: 5/5”
    return not _OF_WHOLE.search(label["label"])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a score is a line or sentence of its own, a label before it or not."""
    line = text.rfind("\n", max(0, start - _WIDEST_LABEL), start) + 1
    before = text[line or max(0, start - _WIDEST_LABEL) : start]
    after = text[end : end + 2]
    if re.search(
        r"(?<!normally )(?<!usually )\bI(?:['’]d| would)? (?:give|rate|gave|rated|score) (?:it|this|the \w+)(?: an?)? $",
        before,
    ):
        return True
    labelled = re.search(r"(?i)\b(?:score|rating|verdict|grade|overall|stars?|mark)\W{1,4}$", before)
    headed = re.search(r"[:|,–—] ?$", before) and len(before) < 60 and not re.search(r"[.!?] ", before)
    alone = not before.strip("*_ ") or before.rstrip('*_ "”').endswith((".", "!", "?"))
    return bool(labelled or headed or alone) and (
        not after.strip() or (after[0] in ".*_ |,\n!)" and not after[1:2].islower())
    )
