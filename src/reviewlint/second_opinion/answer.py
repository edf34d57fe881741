"""What of an answer counts. A model may be wrong, cut off, or do what a hostile draft tells it: nothing is believed
that does not stand in the passage, once, at word boundaries.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reviewlint.second_opinion.question import LONGEST, MOST

_THOUGHTS = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)  # of models that reason aloud
# What may be proposed: words of a sentence. No address, no markup, no line break, nothing unseen.
_PROPOSED = re.compile(r"(?:[^\W_]|[ '’\-–—,.;:!?()&%£$€“”‘\"])*")
_ADDRESS = re.compile(r"(?i)://|www\.|\w@\w|\w\.(?:com|net|org|io)\b")
LONGEST_ANSWER = 10_000  # characters


class Opinion(NamedTuple):
    """A place in a passage, in code points from its start, and what the model says of it.

    `better` is what should stand there, empty where nothing should; or else `claim` is one of the claims asked about,
    which the passage makes of the name in that place. `model` is the name of who says so.
    """

    start: int
    end: int
    better: str | None = None
    claim: str | None = None
    model: str = ""


class Unusable(Exception):
    """An answer that is no answer to the question: cut off, no JSON, or of another form."""


def opinions_in(content: str, passage: str, claims: Sequence[str]) -> tuple[Opinion, ...]:
    """Return what counts of an answer about a passage, by place; raise Unusable where it is none."""
    found = _object(content)
    wrong, said = found.get("wrong"), found.get("claims", [])
    if not isinstance(wrong, list) or not isinstance(said, list):
        raise Unusable("it has another form")
    opinions = [*_wrong(wrong[:MOST], passage), *_claims(said[:MOST], passage, claims)]
    return tuple(sorted(set(opinions), key=lambda each: (each.start, each.end, each.claim or "", each.better or "")))


def _object(content: str) -> dict[str, Any]:
    """Return the JSON object of an answer, which may stand in a fence or behind thoughts."""
    text = _THOUGHTS.sub("", content[:LONGEST_ANSWER])
    at = text.find("{")
    try:
        value, _ = json.JSONDecoder().raw_decode(text, at) if at >= 0 else (None, 0)
    except (ValueError, RecursionError):
        raise Unusable("it is cut off, or no JSON") from None
    if not isinstance(value, dict):
        raise Unusable("it is not a JSON object")
    return value


def _wrong(items: list[Any], passage: str) -> Iterator[Opinion]:
    for item in items:
        place, better = _place(item, passage), item.get("better") if isinstance(item, dict) else None
        if place is None or not isinstance(better, str):
            continue
        quote, better = passage[place[0] : place[1]], " ".join(better.split())
        if _may_be_proposed(better, quote):
            yield Opinion(*place, better=better)


def _claims(items: list[Any], passage: str, claims: Sequence[str]) -> Iterator[Opinion]:
    for item in items:
        place, claim = _place(item, passage), item.get("claim") if isinstance(item, dict) else None
        if place is not None and claim in claims:
            yield Opinion(*place, claim=claim)


def _place(item: Any, passage: str) -> tuple[int, int] | None:
    """Return where the quote of an item stands, or None unless that is one place, at word boundaries.

    A quote that was cut off ends within a word; one that is the whole passage says nothing.
    """
    quote = item.get("quote") if isinstance(item, dict) else None
    if not isinstance(quote, str) or not 0 < len(quote.strip()) <= LONGEST or not any(map(str.isalpha, quote)):
        return None
    quote = quote.strip()
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", passage)]
    return found[0] if len(found) == 1 and len(quote) < len(passage.strip()) else None


def _may_be_proposed(better: str, quote: str) -> bool:
    """Tell whether a proposal is other words of English, and brings no figure that the quote has not."""
    if better.casefold() == quote.casefold() or len(better) > LONGEST:
        return False
    if not _PROPOSED.fullmatch(better) or _ADDRESS.search(better):
        return False
    return set(filter(str.isdigit, better)) <= set(filter(str.isdigit, quote))
