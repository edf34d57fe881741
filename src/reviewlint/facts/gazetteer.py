"""Where a text names somebody that the facts know: the longest name at each place, by any of its spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewlint.facts.compare.folding import fold
from reviewlint.facts.known import Facts
from reviewlint.facts.model import Fact, Work
from reviewlint.facts.relations import Holds, Relation
from reviewlint.facts.values import Named

_TOKEN = re.compile(r"[^\W\d_](?:[\w]|[.](?=[^\W\d_]))*(?:[-][\w]+)*|\d[\w]*")
_GAP = re.compile(r"[ \u00a0\n]{1,2}|\. |\.|-|[’'](?=\w)")
_SMALL = frozenset("the a an of and de la le van von der den di da del du in on at to for".split())


class Holder(NamedTuple):
    """Whom a name may mean: the person, company or character, and the fact that says so.

    `whole` is False for a part of the name, such as the surname. `character` tells that it is a part somebody plays.
    """

    named: Named
    fact: Fact
    work: Work
    whole: bool
    character: bool = False


class Mention(NamedTuple):
    """A name in a text: half-open offsets, possessive endings left out, and everybody it may mean."""

    start: int
    end: int
    holders: tuple[Holder, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Known names by their folded words; `titles` are those of the works themselves."""

    names: dict[tuple[str, ...], tuple[Holder, ...]]
    titles: dict[tuple[str, ...], Work]
    longest: int

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """Yield the known names in a stretch of a text, in order; of overlapping ones the longest."""
        tokens = [_Token(found) for found in _TOKEN.finditer(text, start, len(text) if end is None else end)]
        at = 0
        while at < len(tokens):
            found = self._longest_at(text, tokens, at)
            if found is None:
                at += 1
                continue
            mention, at = found
            yield mention

    def holders(self, name: str) -> tuple[Holder, ...]:
        """Return everybody whom a name may mean, spelt like this but for capitals and accents."""
        return self.names.get(_folded_words(name), ())

    def _longest_at(self, text: str, tokens: list[_Token], at: int) -> tuple[Mention, int] | None:
        words: tuple[str, ...] = ()
        best: tuple[Mention, int] | None = None
        for index in range(at, min(len(tokens), at + self.longest)):
            if index > at and not _GAP.fullmatch(text, tokens[index - 1].end, tokens[index].start):
                break
            words += tokens[index].words
            holders = self.names.get(words, ())
            if not tokens[at].capital:  # haruka nakamura, and not any word that is somebody's surname
                written = text[tokens[at].start : tokens[index].end]
                holders = tuple(holder for holder in holders if written in holder.named.names)
            if holders:
                best = Mention(tokens[at].start, tokens[index].end, holders), index + 1
        return best


class _Token:
    __slots__ = ("capital", "end", "start", "words")

    def __init__(self, found: re.Match[str]) -> None:
        self.start, self.end = found.span()
        first = found[0][0]
        self.capital = first.isupper() or not first.isascii() or first.isdigit()
        self.words = _folded_words(found[0])


@lru_cache(maxsize=4096)
def _folded_words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def gazetteer(facts: Facts) -> Gazetteer:
    """Return the index of all names in the facts: whole names, aliases, surnames, given names of characters."""
    names: dict[tuple[str, ...], dict[int, Holder]] = {}
    titles: dict[tuple[str, ...], Work] = {}
    for work in _all_works(facts):
        for title in work.titles:
            titles.setdefault(_folded_words(title), work)
        for words, holder in _entries(work):
            there = names.setdefault(words, {})
            if holder.whole or id(holder.named) not in there:
                there[id(holder.named)] = holder
    longest = max(map(len, names), default=0)
    return Gazetteer({words: tuple(found.values()) for words, found in names.items()}, titles, longest)


def _entries(work: Work) -> Iterator[tuple[tuple[str, ...], Holder]]:
    """Yield the words of each name of a work with whom they mean, whole names and the parts that stand for them."""
    for fact in work.named():
        if fact.named is None or fact.relation is Relation.REVIEWER:
            continue
        is_character = fact.relation is Relation.CHARACTER
        for named, character in ((fact.named, is_character), *((part, True) for part in fact.named.characters)):
            for name in named.names:
                words = _folded_words(name)
                parts = {words[-1:]} if fact.relation.holds is not Holds.COMPANIES else set()
                parts |= {words[:1]} if character else set()
                for part in {words, *parts}:
                    if part and not _SMALL.issuperset(part):
                        yield part, Holder(named, fact, work, part == words, character)


def _all_works(facts: Facts) -> Iterator[Work]:
    for work in facts.works:
        yield work
        for relation in (Relation.IS_BASED_ON, Relation.PART_OF_SERIES):
            yield from work.works(relation)
