"""Two numbers of one noun in a draft: what speaks for their being said of the same thing.

“Six weapons” and “the seven weapons” are likely the same weapons; “two men” here and “three men” there are not. The
features leave the numbers themselves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewlint.document import Document
from reviewlint.facts.numbers import NUMBER, numbers_among, read_number

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE, _AFTER, _AROUND = 40, 30, 90  # code points
_STOP = frozenset(
    "the and that this with from for are was were has have had but not you they their its his her our your which who when "
    "what than then there here been just only about into over after before more most some very all one two three".split()
)
_TIME = frozenset("year day hour minute week month night second decade".split())
_PEOPLE = frozenset(
    "player member people person actor character man woman child kid friend brother sister son daughter".split()
)
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life", "wives": "wife"}


# The number of a part is no count: “Part 8 shows how …”.
_LABELLED = re.compile(r"\b[A-Z][a-z]+ $")


class Count(NamedTuple):
    """A number of something: the noun in the singular, the number, and offsets into the prose of both together."""

    noun: str
    value: float
    start: int
    end: int
    sentence: int


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?P<number>(?i:{NUMBER}))"
    return re.compile(
        rf"(?<![\w.,/$€£-]){number}(?:[ -](?:[a-z]+[ -])??(?P<noun>[a-z]{{3,}}(?:s|men|children|people)|men|women|people)\b"
        rf"|-(?P<one>year|day|hour|minute|week|month|night|player|part|page|episode|song|track)\b)"
    )


def counts_in(document: Document, text: str) -> list[Count]:
    """Return the numbers of things in a draft, in order."""
    found = []
    for start in document.starts_of(numbers_among(document.word_starts)):
        match = _pattern().match(text, start)
        at = document.index_at(start)
        if match is None or at is None or _LABELLED.search(text, max(0, start - 16), start):
            continue
        value = read_number(match["number"])
        noun = match["one"] or singular(match["noun"])
        if value is not None and match.end() <= document.sentences[at].end:
            found.append(Count(noun, value, match.start(), match.end(), at))
    return found


def pairs_of(counts: list[Count]) -> Iterator[tuple[Count, Count]]:
    """Yield the first two numbers of a noun that differ, if no more than two are given."""
    if len({one.value for one in counts}) == 2:
        first = counts[0]
        yield next((first, other) for other in counts if other.value != first.value)


def singular(noun: str) -> str:
    """Return a plural noun in the singular, roughly."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun.removesuffix("s")


def pair_features(document: Document, text: str, first: Count, second: Count, many: int) -> list[str]:
    """Return what speaks for or against two numbers of one noun being of the same thing; `many` there are of it."""
    kind = "time" if first.noun in _TIME else "people" if first.noun in _PEOPLE else "thing"
    left, right = (_sides(document, text, one) for one in (first, second))
    apart = second.sentence - first.sentence
    distance = "0" if apart == 0 else "1" if apart == 1 else "4" if apart < 5 else "12" if apart < 13 else "far"
    shared = _content(document, text, first) & _content(document, text, second)
    shared -= {first.noun, first.noun + "s"}
    names = sum(word[0].isupper() for word in shared)
    words = len(shared) - names
    size = "few" if first.value < 4 else "some" if first.value < 13 else "many" if first.value < 100 else "lots"
    found = [
        f"{kind}", f"{kind}{distance}", f"noun={first.noun}", f"{kind}many{min(many, 5)}", f"{kind}size{size}",
        f"words{min(words, 3)}", f"{kind}names{min(names, 2)}", f"{kind}a-={left[0]}", f"{kind}b-={right[0]}",
        f"{kind}a+={left[1]}", f"{kind}b+={right[1]}", f"b--={right[2]}", f"a--={left[2]}",
        f"{kind}ab-={left[0]}|{right[0]}", f"same-{left[0] == right[0]}", f"same+{left[1] == right[1]}",
        f"{kind}same{left[0] == right[0]}{left[1] == right[1]}", f"size{size}words{min(words, 3)}",
        f"form{text[first.start].isdigit()}{text[second.start].isdigit()}",
    ]  # fmt: skip
    return found


def _sides(document: Document, text: str, one: Count) -> tuple[str, str, str]:
    sentence = document.sentences[one.sentence]
    before = _WORD.findall(text, max(sentence.start, one.start - _BEFORE), one.start)
    after = _WORD.findall(text, one.end, min(sentence.end, one.end + _AFTER))
    return (
        before[-1].lower() if before else "^",
        after[0].lower() if after else "$",
        " ".join(before[-2:]).lower() if len(before) > 1 else "^",
    )


def _content(document: Document, text: str, one: Count) -> set[str]:
    sentence = document.sentences[one.sentence]
    words = _WORD.findall(text, max(sentence.start, one.start - _AROUND), min(sentence.end, one.end + _AROUND))
    return {
        word if word[0].isupper() else word.removesuffix("s")
        for word in words
        if len(word) > 3 and word.lower() not in _STOP
    }
