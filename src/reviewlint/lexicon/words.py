"""The words of English with what they can be, how common they are and how often they carry a capital."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from reviewlint.lexicon.tag import Tag

_TAGS = list(Tag)


class Entry(NamedTuple):
    """A word's tags with their counts in tagged reviews, the commonest first, and how it is written there.

    `seen` is its occurrences in 4.5 million words; 0 for a word that only a dictionary attests. `capital` is the
    share of them with a capital in mid-sentence.
    """

    tags: tuple[tuple[Tag, int], ...]
    seen: int
    capital: float


# Verbs with one form for present and past: so have those made of them, as “misread” and “proofread”.
_UNCHANGING = re.compile(
    "(?:re|mis|out|over|under|up|off|fore|broad|type|sub|proof|be|inter|pre|un|in|photo)"
    "(?:bet|bid|burst|cast|cost|cut|fit|hit|knit|let|put|quit|read|rid|set|shed|shut|split|spread|thrust)"
)


@cache
def _table(name: str) -> str:
    """Return the lines of a data file; they are sorted by word, and searched as they stand: a dict takes longer."""
    return files("reviewlint.lexicon").joinpath("data", name).read_text(encoding="utf-8")


def _search(table: str, word: str) -> str | None:
    """Return what stands after a word and a tab in a sorted table."""
    low, high = 0, len(table)
    while low < high:
        start = table.rfind("\n", low, (low + high) // 2) + 1 or low
        end = table.find("\n", start)
        end = len(table) if end == -1 else end
        tab = table.find("\t", start, end)
        found = table[start:tab]
        if found == word:
            return table[tab + 1 : end]
        if found < word:
            low = end + 1
        else:
            high = start
    return None


@lru_cache(maxsize=20_000)
def _line(word: str) -> str | None:
    key = word.lower().replace("’", "'")
    return _search(_table("words.tsv"), key) or _search(_table("rare.tsv"), key)  # most drafts hold a rare word


@lru_cache(maxsize=20_000)
def entry(word: str) -> Entry | None:
    """Return what the lexicon knows of a word, whatever its capitals; None if nothing."""
    line = _line(word)
    if line is None:
        return None
    count, capital, tags = line.split("\t")
    kinds = tuple((_TAGS[ord(item[0]) - 97], int(item[1:] or 1)) for item in tags.split(" "))
    if not int(count) and _is_unchanging(word.lower(), kinds):
        kinds += ((Tag.PAST, 1), (Tag.PARTICIPLE, 1))
    return Entry(kinds, int(count), int(capital) / 100)


def _is_unchanging(word: str, kinds: tuple[tuple[Tag, int], ...]) -> bool:
    """Tell whether a rare verb, which the dictionary has in its base form only, is its own past tense."""
    return _UNCHANGING.fullmatch(word) is not None and any(tag is Tag.VERB for tag, _ in kinds)


def is_word(word: str) -> bool:
    """Tell whether the lexicon holds a word."""
    return _line(word) is not None


@cache
def common_words(least: float) -> frozenset[str]:
    """Return the lower-case words that occur at least so often per million words of reviews."""
    found = set()
    for line in _table("words.tsv").splitlines():
        word, seen, capital, _ = line.split("\t")
        if int(seen) / 4.5 >= least and int(capital) < 50:
            found.add(word)
    return frozenset(found)


def tags(word: str) -> Tag:
    """Return all that a word can be, as a set of flags; none for a word the lexicon does not hold."""
    known = entry(word)
    found = Tag(0)
    for tag, _ in known.tags if known else ():
        found |= tag
    return found


def share(word: str, tag: Tag) -> float:
    """Return how often (0 to 1) a word is one of the kinds in `tag`; 0 for an unknown word."""
    known = entry(word)
    if known is None:
        return 0.0
    total = sum(count for _, count in known.tags)
    return sum(count for kind, count in known.tags if kind & tag) / total


def frequency(word: str) -> float:
    """Return how often a word occurs, per million words of reviews; 0 for an unknown or unseen one."""
    known = entry(word)
    return known.seen / 4.5 if known else 0.0


def share_capital(word: str) -> float:
    """Return how often (0 to 1) a word carries a capital within a sentence of careful prose; 0 if unknown."""
    known = entry(word)
    return known.capital if known else 0.0
