"""Words that the facts or the draft establish: no rule may call them misspelt or take their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDING = re.compile(r"['’](?:s|S)?$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known words, as they are written, and the same in lower case."""

    exact: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()

    @classmethod
    def of(cls, values: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of the words in `values` (names, titles); of Day-Lewis, Day and Lewis too."""
        words = {word for value in values for word in _WORD.findall(value)}
        exact = frozenset(words | {part for word in words if "-" in word for part in word.split("-")})
        return cls(exact, frozenset(word.casefold() for word in exact))

    def joined(self, other: Vocabulary) -> Vocabulary:
        """Return the words of both."""
        if not other.exact:
            return self
        return Vocabulary(self.exact | other.exact, self.folded | other.folded)

    def knows(self, word: str) -> bool:
        """Tell whether `word`, with or without a possessive ending, is established in this very spelling."""
        return word in self.exact or _stem(word) in self.exact

    def knows_folded(self, word: str) -> bool:
        """Tell whether `word` is established, whatever its capitals."""
        return word.casefold() in self.folded or _stem(word).casefold() in self.folded

    def would_lose(self, old: str, new: str) -> bool:
        """Tell whether putting `new` in place of `old` would change or drop a known capitalised word."""
        kept = set(_WORD.findall(new))
        return any(w[0].isupper() and self.knows(w) and w not in kept for w in _WORD.findall(old))


def _stem(word: str) -> str:
    """Return a word without the ending of a possessive: Fujino of Fujino’s, Hayes of Hayes’."""
    return _ENDING.sub("", word) if "'" in word or "’" in word else word
