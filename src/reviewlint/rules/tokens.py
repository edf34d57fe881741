"""The words of a draft as rules walk them: in lower case, with what stands between them, found by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewlint.document.view import HIDDEN

# A run of hidden text (a title, a quotation) is one token: something stands there, nobody knows what.
_TOKEN = re.compile(rf"{HIDDEN}+|[^\W_](?:[\w\u0300-\u036f]|['’\-](?=[^\W_]))*")
_BLANK = re.compile(r"[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*")

_PAUSE = re.compile(r"^[\"”]|[,.;:!?()\[\]…—–|•\n]|--| - ")
_STOP = re.compile(r"[.!?:…\n\"“”(]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token; `near[i]` tells that only a blank stands before token i."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]  # in lower case, with straight apostrophes; HIDDEN for hidden text
    near: list[bool]
    places: dict[str, list[int]]  # word in lower case -> indexes

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, words: Iterable[str]) -> Iterator[int]:
        """Yield the indexes of the tokens that are one of `words` (in lower case)."""
        places = self.places
        for word in words:
            if word in places:
                yield from places[word]

    def word(self, i: int) -> str:
        """Return token i as it is written."""
        return self.text[self.starts[i] : self.ends[i]]

    def low(self, i: int) -> str:
        """Return token i in lower case, or "" where there is none."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def gap(self, i: int) -> str:
        """Return what stands between token i - 1 and token i; line breaks at the ends of the text."""
        if i <= 0:
            return "\n\n"
        if i >= len(self.starts):
            return "\n\n" if i > len(self.starts) else self.text[self.ends[-1] :] + "\n\n"
        return self.text[self.ends[i - 1] : self.starts[i]]

    def joined(self, first: int, last: int) -> bool:
        """Tell whether tokens `first` to `last` exist and only blanks stand between them."""
        near = self.near
        return first >= 0 and last < len(near) and all(near[k] for k in range(first + 1, last + 1))

    def before(self, i: int, back: int = 1) -> str:
        """Return the word `back` places before token i if only blanks stand between, else ""."""
        return self.lower[i - back] if self.joined(i - back, i) else ""

    def after(self, i: int, on: int = 1) -> str:
        """Return the word `on` places after token i if only blanks stand between, else ""."""
        return self.lower[i + on] if self.joined(i, i + on) else ""

    def pause(self, i: int) -> bool:
        """Tell whether a clause may end before token i: at a mark of punctuation, a bracket, a quotation mark."""
        return not 0 < i < len(self.near) or (not self.near[i] and _PAUSE.search(self.gap(i)) is not None)

    def capital(self, i: int) -> bool:
        """Tell whether token i begins with a capital."""
        return self.text[self.starts[i]].isupper()

    def starts_sentence(self, i: int) -> bool:
        """Tell whether token i begins a block or follows a full stop, a colon or the like."""
        return i == 0 or any(mark in ".!?:…\n" for mark in self.gap(i).strip(" ")) or "\n\n" in self.gap(i)


@lru_cache(maxsize=4)
def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text. Rules that read the same kinds of text share them."""
    starts: list[int] = []
    ends: list[int] = []
    lower: list[str] = []
    near: list[bool] = []
    places: dict[str, list[int]] = {}
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        if word[0] == HIDDEN:
            word = HIDDEN
        elif word != "A" or last < 0 or _STOP.search(text, last, start):  # else it is a letter: “Plan A”
            word = word.lower().replace("’", "'")
        near.append(last >= 0 and (text[last:start] == " " or _BLANK.fullmatch(text, last, start) is not None))
        places.setdefault(word, []).append(len(starts))
        starts.append(start)
        ends.append(end)
        lower.append(word)
        last = end
    return Tokens(text, starts, ends, lower, near, places)
