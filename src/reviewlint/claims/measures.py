"""How tall, long, heavy or dear a draft says that things are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewlint.claims.scope import is_in_head
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.numbers import NUMBER, read_number

THIS = ""  # the subject of a measure that is the thing's under review
# Unit -> what it measures, and how many of the smallest make one.
_UNITS = {
    r"millimet(?:re|er)s?|mm": ("length", 1.0), r"centimet(?:re|er)s?|cm": ("length", 10.0),
    r"met(?:re|er)s?|m": ("length", 1000.0), r"inch(?:es)?": ("length", 25.4), r"feet|foot|ft": ("length", 304.8),
    r"gram(?:me)?s?|g": ("weight", 1.0), r"kilo(?:gram)?s?|kg": ("weight", 1000.0),
    r"pounds?|lbs?": ("weight", 453.6), r"ounces?|oz": ("weight", 28.35),
    r"millilit(?:re|er)s?|ml": ("capacity", 1.0), r"lit(?:re|er)s?": ("capacity", 1000.0),
    r"euros?|dollars?": ("price", 1.0), r"hours?": ("battery", 1.0),
}  # fmt: skip
_UNIT = re.compile("|".join(rf"(?P<u{at}>{unit})" for at, unit in enumerate(_UNITS)))
_CUE = re.compile(
    r"[\d a-z½][ -](?:(?:milli|centi)?met(?:re|er)s?|[mck]?m|inch(?:es)?|feet|foot|ft|grams?|kilos?|kilograms?|k?g|pounds?|lbs?"
    r"|ounces?|oz|(?:milli)?lit(?:re|er)s?|ml|euros?|dollars?|hours?)\b|[\d½](?:[mc]m|k?g|ml)\b|[€£$]\d"
)
_SIDES = {"tall": "height", "high": "height", "long": "length", "wide": "width", "deep": "depth", "thick": "thickness"}
_UNIT_WORDS = frozenset(
    "millimetre millimetres millimeter millimeters mm centimetre centimetres centimeter centimeters cm metre metres meter "
    "meters m inch inches feet foot ft gram grams gramme grammes g kilo kilos kilogram kilograms kg pound pounds lb lbs "
    "ounce ounces oz millilitre millilitres milliliter milliliters ml litre litres liter liters euro euros dollar dollars "
    "hours hour".split()
)
# A sentence that compares, or speaks of another time, another thing, or of some of it.
_OTHER = re.compile(
    r"\b(?:old|older|last|other|another|others|smaller|larger|bigger|heavier|lighter|taller|shorter|cheaper|dearer|previous|"
    r"neighbour\w*|neighbor\w*|versions?|than|without|instead|empty|loaded|packed|folded|unfolded|extended|open|closed|"
    r"gr(?:ow|ew|own)s?|shr(?:ink|ank|unk)s?|becomes?|became|tides?|each|both|most|more|less|least|up to|at first|later|once|used|sale|full|filled|rated|rating|"
    r"discount\w*|reduced|refurbished|extra|bundle|rivals?|competitors?|like|not|if|per|tax|shipping|months?|years?|first|"
    r"originally|launch|th(?:at|is) one|now|pairs?|range|ranges|between|models?|\d to \d)\b|n['’]t\b",
    re.IGNORECASE,
)
_GENERIC = frozenset("it this they thing machine device unit gadget whole product".split())
_SKIPPED = frozenset(
    "is are was were stands stood measures measured weighs weighed holds held costs cost who which that at only just about "
    "around nearly almost barely roughly some a an the mere all of its lean small sits comes in sells for priced take takes "
    "and runs lasts goes charges nobody".split()
)
_FOLLOWING = frozenset(
    " and with in at it on but or for is has was the a you i that which it's they he she this there".split(" ")
)
_HOLDS = re.compile(r"\b(?:holds?|capacity)\b")
_BEFORE, _AFTER = 60, 40  # code points around a measure in which such a word is about it
_LABELS = frozenset("weight height length width price capacity".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Measure(NamedTuple):
    """A measure: what is measured, of what (THIS for the thing under review), the value, and where it stands.

    `sure` is False where only a pronoun says of what.
    """

    quantity: str
    subject: str
    value: float
    start: int
    end: int
    sure: bool = True


@cache
def _pattern() -> re.Pattern[str]:
    amount = rf"(?P<amount>(?:a (?=kilo|litre|liter|metre|meter)|{NUMBER})(?:[ -](?=[a-z])|(?=[a-z])))?"
    return re.compile(
        rf"(?<![\w.,/])(?:{amount}(?P<unit>{'|'.join(_UNITS)})(?P<half> and a half)?\b(?:[ -](?P<side>{'|'.join(_SIDES)})\b)?"
        rf"|(?P<sign>[€£$])(?P<sum>\d[\d,.]*\d|\d))(?P<noun> [a-z]+)?"
    )


def read_measures(document: Document, text: str, facts: Facts) -> Iterator[Measure]:
    """Yield the measures whose thing is told by the words around them, in order."""
    if not _may_measure(document, text):
        return
    titles = None
    done = 0
    measured: set[tuple[int, str]] = set()
    for cue in _CUE.finditer(text):
        if cue.start() < done:
            continue
        match = _pattern().search(text, max(done, cue.start() - 25), cue.end() + 25)
        if match is None or match.end() <= cue.start():
            continue
        done = match.end()
        sentence = document.sentence_at(match.start())
        if sentence is None:
            continue
        near = max(sentence.start, match.start() - _BEFORE), min(sentence.end, match.end() + _AFTER)
        if _OTHER.search(text, *near) and not _opens(document, text[sentence.start : match.start()], match.start()):
            continue
        titles = _title_words(document, facts) if titles is None else titles
        measure = _measure(document, text, sentence, match, titles)
        if measure is not None and (sentence.start, measure.quantity) not in measured:
            measured.add((sentence.start, measure.quantity))
            yield measure


def _may_measure(document: Document, text: str) -> bool:
    """Tell cheaply whether a draft can hold two measures."""
    words = document.word_starts
    found = sum(len(words[unit]) for unit in _UNIT_WORDS & words.keys())
    found += sum("-" in word and word.rpartition("-")[2] in _UNIT_WORDS for word in words)
    found += sum(word[0].isdigit() and word[-1] in "gml" for word in words)
    return found + sum(text.count(sign) for sign in "€£$") > 1


def _measure(
    document: Document, text: str, sentence: Sentence, match: re.Match[str], titles: frozenset[str]
) -> Measure | None:
    read = _amount(match)
    if read is None:
        return None
    quantity, value, end = read
    before = text[sentence.start : match.start()]
    noun = (match["noun"] or "").strip()
    quantity = _SIDES.get(match["side"] or "", quantity)
    if quantity == "battery" and "battery" not in text[sentence.start : sentence.end].lower():
        return None
    if quantity == "length" and match["unit"] and not match["side"] and "-" not in match.group():
        return None  # "three metres away"
    if "-" in match.group() and noun and not match["side"]:
        return Measure(quantity, _stem(noun), value, match.start(), match.end("noun"))
    if noun not in _FOLLOWING or (quantity == "capacity" and not _HOLDS.search(before)):
        return None  # "20 kg plates", "it boils a litre"
    subject = _subject(document, match, before, titles)
    sure = not re.search(r"\b(?:[Ii]t|[Tt]hey|[Tt]his)\b", before[-30:])
    return None if subject is None else Measure(quantity, subject, value, match.start(), end, sure)


def _amount(match: re.Match[str]) -> tuple[str, float, int] | None:
    """Return what is measured, in the smallest unit, and where the words of the measure end."""
    if match["sign"]:
        return "price", float(match["sum"].replace(",", "")), match.end("sum")
    amount = (match["amount"] or "").strip(" -")
    number = 1.0 if amount == "a" else read_number(amount)
    unit = _UNIT.fullmatch(match["unit"])
    if number is None or unit is None:
        return None
    quantity, factor = list(_UNITS.values())[int(str(unit.lastgroup)[1:])]
    end = max(match.end(part) for part in ("unit", "half", "side"))
    return quantity, (number + (0.5 if match["half"] else 0)) * factor, end


def _subject(document: Document, match: re.Match[str], before: str, titles: frozenset[str]) -> str | None:
    """Return whose measure it is: a noun in the singular, THIS, or None where that is not clear."""
    if _opens(document, before, match.start()):
        return THIS
    labelled = re.search(r"(\w+):\W*(?:about |around )?$", before)
    if labelled:
        return THIS if labelled[1].lower() in _LABELS else None
    words = _WORD.findall(before)
    while words and words[-1].lower() in _SKIPPED:
        words.pop()
    if not words:  # "At 340 grams you notice them"
        return THIS if re.match(r"(?:At|For)\b", before) else None
    last = words[-1].lower()
    if _UNIT.fullmatch(last):  # "The lamp weighs 900 grams and stands 24 centimetres tall"
        last = next((word for word in map(str.lower, words[:2]) if word in titles or word in _GENERIC), "")
    if last in _GENERIC or last in titles:
        return THIS
    near = re.search(rf"\b{re.escape(last)},?(?: [a-z]+){{0,4}} $", before, re.IGNORECASE)
    return _stem(last) if near and len(last) > 2 else None


def _opens(document: Document, before: str, start: int) -> bool:
    """Tell whether a measure stands in the list of data at the head of a draft."""
    return re.search(r"(?:^|[,|(–—]) ?$", before) is not None and is_in_head(document, start)


def _title_words(document: Document, facts: Facts) -> frozenset[str]:
    """Return the words of the titles of the works, and of the heading."""
    heading = document.blocks[0] if document.blocks else None
    parts = [title for work in facts.works for title in work.titles]
    if heading is not None and is_in_head(document, heading.start):
        parts.append(document.prose.text[heading.start : heading.end])
    return frozenset(
        word.lower() for part in parts for word in _WORD.findall(part) if word[0].isupper() and len(word) > 1
    )


def _stem(noun: str) -> str:
    return noun.lower().removesuffix("s")
