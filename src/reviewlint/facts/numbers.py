"""Numbers as people write them: 1,204, ninety-five, a hundred and four, 3½, twenty-first, nineteen eighty-four."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_PARTS = {"and a half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
} | {word + "th": value for word, value in _SMALL.items() if value in (4, 6, 7, 10, 11) or 12 < value < 20}  # fmt: skip
_ORDINALS |= {word[:-1] + "ieth": value for word, value in _SMALL.items() if value >= 20}
_ORDINALS |= {"hundredth": 100}

# Fragments for patterns; both engines read them. Put them between word boundaries and ignore capitals.
_ONES, _TEENS, _TIES = ("|".join(words) for words in (_UNITS[1:10], _UNITS[:9:-1], _TENS))
_GROUP = rf"(?:(?:{_TIES})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES}|zero)"
_SCALE = "|".join(_SCALES)
DIGITS = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
SPELLED = (
    rf"(?:half an? (?:{_SCALE})"
    rf"|(?:(?:an?|{_GROUP})[ -](?:{_SCALE})(?:(?:[ -]and)?[ -](?:{_GROUP}|{_SCALE}))*"
    rf"|(?:{_TEENS}|twenty)[ -](?:{_TIES}|{_TEENS})(?:[ -](?:{_ONES}))?"  # a year: nineteen eighty-four
    rf"|{_GROUP})(?:[ -]and[ -](?:a[ -](?:half|quarter)|three[ -]quarters))?)"
)
NUMBER = rf"(?:{DIGITS}|{SPELLED})"
# What any such number begins with; far cheaper than the whole.
BEGINNING = rf"(?:[\d½¼¾⅓⅔]|(?:{'|'.join(_SMALL)}|(?:half )?an?[ -](?:{_SCALE}))\b)"
_NTH = "|".join(sorted(_ORDINALS, key=len, reverse=True))
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:(?:{_TIES})[ -])?(?:{_NTH}))"

_DIGITS = re.compile(DIGITS)
_FIND = re.compile(rf"(?<![\w.,-])(?:{NUMBER})(?!\w|,\d|-something)", re.IGNORECASE)


class NumberSpan(NamedTuple):
    """A number in a text: half-open offsets, and its value."""

    start: int
    end: int
    value: float


def read_number(text: str) -> float | None:
    """Return the number that `text` is, in digits or in words, or None if it is none."""
    text = text.strip().casefold()
    if _DIGITS.fullmatch(text):
        tail = _FRACTIONS.get(text[-1], 0.0)
        body = text.rstrip("".join(_FRACTIONS)).replace(",", "")
        return (float(body) if body else 0.0) + tail
    return _read_words(re.split(r"[\s-]+", text))


def numbers_among(words: Iterable[str]) -> list[str]:
    """Return those of the words, given in lower case, that are whole numbers or begin with one: "ten-year-old"."""
    return [word for word in words if word[0].isdigit() or word.partition("-")[0] in _SMALL]


def read_count(text: str) -> int | None:
    """Return the whole number that `text` is, or None."""
    number = read_number(text)
    return int(number) if number is not None and number == int(number) else None


def read_ordinal(text: str) -> int | None:
    """Return 21 for "21st" and "twenty-first", or None if `text` is no such word."""
    text = text.strip().casefold()
    if found := re.fullmatch(r"(\d{1,6})(?:st|nd|rd|th)", text):
        return int(found[1])
    *head, last = re.split(r"[\s-]+", text)
    value = _ORDINALS.get(last)
    if value is None or not head:
        return value
    tens = _SMALL.get(head[0], 0)
    return tens + value if len(head) == 1 and tens >= 20 and value < 10 else None


def find_numbers(text: str) -> Iterator[NumberSpan]:
    """Yield the numbers in a text, in order."""
    for found in _FIND.finditer(text):
        value = read_number(found[0])
        if value is not None:
            yield NumberSpan(found.start(), found.end(), value)


def _read_words(words: list[str]) -> float | None:
    """Add up number words; None as soon as they make no number."""
    if (part := _PARTS.get(" ".join(words[-3:]))) is not None:
        whole = _read_words(words[:-3])
        return None if whole is None else whole + part
    if len(words) == 3 and words[0] == "half" and words[1] in ("a", "an") and words[2] in _SCALES:
        return _SCALES[words[2]] / 2
    total = 0
    current: int | None = None
    previous = ""
    for word in words:
        if word == "and" and (current is not None or total):
            pass
        elif word in ("a", "an") and current is None:
            current = 1
        elif word in _SCALES and (current is not None or total):
            current = (1 if current is None else current) * _SCALES[word]
            if word in ("thousand", "million"):
                total, current = total + current, None
        elif word in _SMALL:
            current = _add(current, _SMALL[word], previous)
            if current is None:
                return None
        else:
            return None
        previous = word
    if previous in ("a", "an", "and", ""):
        return None
    return float(total + (current or 0))


def _add(current: int | None, value: int, previous: str) -> int | None:
    """Return `current` with one more word; the halves of a year (nineteen eighty-four) stand side by side."""
    if current is None:
        return value
    if previous in ("a", "an"):
        return None
    if current % 100 == 0 and value < 100:
        return current + value
    if current % 10 == 0 and current % 100 >= 20 and 0 < value < 10 and previous in _SMALL:
        return current + value
    if 10 <= current <= 20 and value >= 10 and previous in _SMALL:
        return current * 100 + value
    return None
