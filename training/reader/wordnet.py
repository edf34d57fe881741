"""WordNet 3 as its own files hold it (Debian's package wordnet-base): synonyms, sisters, derived forms.

The format is that of `man 5 wndb`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

DEFAULT_FOLDER = Path("/usr/share/wordnet")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
HYPERNYM, HYPONYM, DERIVED, ANTONYM, SIMILAR = "@", "~", "+", "!", "&"


@dataclass(frozen=True, slots=True)
class Synset:
    """A set of lemmas with one meaning, and its pointers: symbol -> (part of speech, offset)."""

    part: str
    lemmas: tuple[str, ...]
    pointers: tuple[tuple[str, str, int], ...] = field(repr=False)


class WordNet:
    """The data files, read once; look-ups by lemma and part of speech ("n", "v", "a", "r")."""

    def __init__(self, folder: Path = DEFAULT_FOLDER) -> None:
        self._synsets: dict[tuple[str, int], Synset] = {}
        self._senses: dict[tuple[str, str], list[int]] = {}
        for part, name in PARTS.items():
            for line in _lines(folder / f"data.{name}"):
                offset, synset = _synset(part, line)
                self._synsets[part, offset] = synset
            for line in _lines(folder / f"index.{name}"):
                fields = line.split()
                count = int(fields[2])
                self._senses[fields[0], part] = [int(offset) for offset in fields[-count:]]

    def senses(self, lemma: str, part: str) -> list[Synset]:
        """Return the synsets of a lemma, the commonest sense first."""
        offsets = self._senses.get((lemma.lower().replace(" ", "_"), part), [])
        return [self._synsets[part, offset] for offset in offsets]

    def synonyms(self, lemma: str, part: str) -> list[tuple[str, int]]:
        """Return the single-word synonyms of a lemma, each with the number of the sense (0 the commonest)."""
        found = [
            (other, number)
            for number, synset in enumerate(self.senses(lemma, part))
            for other in synset.lemmas
            if other.lower() != lemma.lower() and other.isalpha()
        ]
        return list(dict.fromkeys(found))

    def many_word_synonyms(self, lemma: str, part: str) -> list[str]:
        """Return the synonyms of a lemma that are several words, with blanks between."""
        found = (other for synset in self.senses(lemma, part) for other in synset.lemmas if " " in other)
        return [other for other in dict.fromkeys(found) if other.replace(" ", "").isalpha()]

    def neighbours(self, lemma: str, part: str) -> list[str]:
        """Return single words near a lemma: of its hypernyms, its hyponyms, its sisters and similar adjectives."""
        words: dict[str, None] = {}
        for synset in self.senses(lemma, part)[:4]:
            for symbol, other_part, offset in synset.pointers:
                if symbol[0] not in (HYPERNYM, HYPONYM, SIMILAR):
                    continue
                near = self._synsets[other_part, offset]
                words |= dict.fromkeys(near.lemmas)
                if symbol[0] == HYPERNYM:
                    for sister_symbol, sister_part, sister in near.pointers[:40]:
                        if sister_symbol[0] == HYPONYM:
                            words |= dict.fromkeys(self._synsets[sister_part, sister].lemmas)
        return [word for word in words if word.isalpha() and word.lower() != lemma.lower()]

    def derived(self, lemma: str, part: str, into: str) -> list[str]:
        """Return words of another part of speech made from a lemma, as "depart" to "departure"."""
        words: dict[str, None] = {}
        for synset in self.senses(lemma, part):
            for symbol, other_part, offset in synset.pointers:
                if symbol == DERIVED and other_part == into:
                    words |= dict.fromkeys(self._synsets[other_part, offset].lemmas)
        return [word for word in words if word.isalpha()]

    @cached_property
    def phrases(self) -> dict[str, list[tuple[str, ...]]]:
        """Return the lemmas of two and three words ("take_place"), by their first word."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for lemma, _ in self._senses:
            words = tuple(lemma.split("_"))
            if 2 <= len(words) <= 3 and all(map(str.isalpha, words)):
                found[words[0]].append(words)
        return dict(found)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]


def _synset(part: str, line: str) -> tuple[int, Synset]:
    fields = line.partition(" | ")[0].split()
    count = int(fields[3], 16)
    lemmas = tuple(fields[4 + 2 * i].partition("(")[0].replace("_", " ") for i in range(count))
    at = 4 + 2 * count
    pointers = []
    for i in range(int(fields[at])):
        symbol, offset, other = fields[at + 1 + 4 * i : at + 4 + 4 * i]
        pointers.append((symbol, "a" if other == "s" else other, int(offset)))
    return int(fields[0]), Synset(part, lemmas, tuple(pointers))
