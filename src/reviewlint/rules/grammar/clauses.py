"""Tagged sentences, and the noun phrase that is the subject of a verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewlint.document.view import HIDDEN
from reviewlint.lexicon import Tag, tag_sentence
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

NOMINAL = Tag.NOUN | Tag.PLURAL | Tag.PROPER
FINITE = Tag.VERB_S | Tag.PAST | Tag.MODAL
VERBAL = FINITE | Tag.VERB | Tag.PARTICIPLE | Tag.ING | Tag.TO
_MODIFIER = NOMINAL | Tag.ADJECTIVE | Tag.COMPARATIVE | Tag.SUPERLATIVE | Tag.NUMBER | Tag.ADVERB
_OPENS_PHRASE = Tag.DETERMINER | Tag.POSSESSIVE
# Conjunctions after which a clause begins with its subject.
CLAUSE_OPENERS = words(
    "because if when while although though where whether how why so but yet whereas unless once whenever wherever"
)
_ABBREVIATED = words("mr mrs ms dr st jr sr vs prof lt sgt gen vol ep inc ltd co capt col rev hon")
_JOINS = words("and or plus & along")
_LONGEST = 60  # words; longer sentences are not judged


class Item(NamedTuple):
    """A word or mark of a sentence: in lower case, its tag and the index of its token (-1 for a mark)."""

    word: str
    tag: Tag
    token: int
    capital: bool


class Phrase(NamedTuple):
    """A noun phrase: item indexes of its first word and of its head, the noun that decides its number."""

    start: int
    head: int


def sentence_around(tokens: Tokens, i: int) -> tuple[list[Item], int]:
    """Return the items of the sentence that token i stands in, bracketed remarks left out, and where token i is.

    The place is -1 where the sentence is too long to judge or the token stands in brackets.
    """
    first = i
    while first > 0 and i - first < _LONGEST and not _ends_sentence(tokens, first):
        first -= 1
    last = i
    while last + 1 < len(tokens) and last - first < _LONGEST and not _ends_sentence(tokens, last + 1):
        last += 1
    if last - first >= _LONGEST:
        return [], -1
    items = _items(tokens.text, first, last)
    place = next((k for k, item in enumerate(items) if item.token == i), -1)
    return items, place


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    """Tell whether a sentence ends before token i."""
    if tokens.near[i] or i == 0:
        return i == 0
    gap = tokens.gap(i)
    if "\n\n" in gap:
        return True
    if is_abbreviation(tokens, i - 1):
        return False
    opens = tokens.capital(i) or tokens.lower[i] == HIDDEN
    return opens and any(mark in gap for mark in ".!?…") and any(mark.isspace() for mark in gap)


def is_abbreviation(tokens: Tokens, i: int) -> bool:
    """Tell whether the stop after token i is that of a title or initial: “Mrs. Dalloway”, “Richard H. Kline”."""
    return tokens.gap(i + 1) in (". ", ".") and (len(tokens.lower[i]) == 1 or tokens.lower[i] in _ABBREVIATED)


@lru_cache(maxsize=128)
def _items(text: str, first: int, last: int) -> list[Item]:
    tokens = tokens_of(text)
    written: list[tuple[str, int]] = []
    possessive: set[int] = set()
    depth = 0
    for i in range(first, last + 1):
        if i > first and written and written[-1][0][-1] in "sS" and tokens.gap(i).startswith(("'", "’")):
            possessive.add(len(written) - 1)  # “the actors’ work”
        for mark in _marks(tokens, i) if i > first else "":
            if mark in "([":
                depth += 1
                if tokens.lower[i] in _JOINS:
                    written.append(("and", -1))  # “the montage (and a few others) do”
            elif mark in ")]" and depth:
                depth -= 1
            elif not depth:
                written.append(("and" if mark == "&" else mark, -1))
        if not depth:
            word = tokens.word(i)
            written.append(("Title" if word[0] == HIDDEN else word, i))
    tags = tag_sentence([*(word for word, _ in written), "."])
    return [
        Item(word.lower().replace("’", "'"), Tag.POSSESSIVE if k in possessive else tags[k], token, not word.islower())
        for k, (word, token) in enumerate(written)
    ]


def _marks(tokens: Tokens, i: int) -> str:
    """Return the marks between token i - 1 and token i that part or join what stands there."""
    if tokens.near[i] or is_abbreviation(tokens, i - 1):
        return ""
    gap = tokens.gap(i).replace(" - ", "–").replace("--", "–")
    return "".join(mark for mark in gap if mark in ",;:—–.!?…()[]&/")


def phrase_before(items: Sequence[Item], end: int) -> Phrase | None:
    """Return the noun phrase whose head stands right before item `end`, or None."""
    head = end - 1
    if head < 0 or not items[head].tag & NOMINAL or items[head].word in SHARED["modal"]:
        return None
    start = head
    while start > 0 and not items[start].tag & _OPENS_PHRASE and _belongs(items, start - 1):
        start -= 1
    while _is_genitive(items[start]) and start > 0 and _owns(items, start - 1):
        start -= 1  # “the baker’s old oven”
    if items[start].tag & _OPENS_PHRASE and start > 0 and items[start - 1].word in ("all", "both", "half"):
        start -= 1
    return Phrase(start, head)


def _is_genitive(item: Item) -> bool:
    return bool(item.tag & Tag.POSSESSIVE) and item.word not in SHARED["possessive"]


def _owns(items: Sequence[Item], at: int) -> bool:
    """Tell whether the item at `at` is part of a genitive that goes on after it."""
    return bool(items[at].tag & (_MODIFIER | _OPENS_PHRASE)) and not items[at].tag & Tag.ADVERB


def _belongs(items: Sequence[Item], at: int) -> bool:
    """Tell whether the item at `at` is part of the noun phrase that goes on after it."""
    tag = items[at].tag
    if tag & (Tag.ING | Tag.PARTICIPLE):  # “the recurring jokes”, not “watching films”
        adverb = at > 1 and items[at - 1].tag & Tag.ADVERB
        return at > 0 and bool(items[at - 2 if adverb else at - 1].tag & (_OPENS_PHRASE | Tag.ADJECTIVE))
    return bool(tag & (_MODIFIER | _OPENS_PHRASE))
