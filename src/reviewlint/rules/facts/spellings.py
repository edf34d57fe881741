"""Which spellings of a name are one slip apart, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reviewlint.facts.compare.folding import fold, one_edit
from reviewlint.lexicon import entry

SHORTEST = 5
_LONG = 6  # of a name whose letters may have changed places
_LONG_NAME = 7  # letters
_LONGEST = 40  # letters; no name is as long as that
_ENDINGS = ("s", "’s", "'s", "n", "an", "i", "a", "o", "e", "y", "ish", "ese")


class Spellings:
    """Names by what is left of them when a letter is left out, which a slip has in common with the right spelling."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_key: dict[str, dict[str, None]] = defaultdict(dict)
        self._places: dict[str, int | None] = {}
        for name in names:
            self.add(name)

    def add(self, name: str, start: int | None = None) -> None:
        """Put a name there, with where it stands if it is to be asked for."""
        self._places[name] = None if name in self._places else start
        for key in _keys(name):
            self._by_key[key][name] = None

    def place(self, name: str) -> int | None:
        """Return where a name stands that was put there once; None for others."""
        return self._places.get(name)

    def near(self, name: str, shortest: int = SHORTEST) -> Iterator[str]:
        """Yield the names there that `name` may be a slip for, each once."""
        seen: set[str] = set()
        for key in _keys(name):
            for other in self._by_key.get(key, ()):
                if other not in seen:
                    seen.add(other)
                    if is_slip(name, other, shortest):
                        yield other


def only(names: Iterable[str]) -> str | None:
    """Return the one name there is, or None where there is none or a second one; a third is not asked for."""
    found: str | None = None
    for name in names:
        if found is not None and name != found:
            return None
        found = name
    return found


def is_slip(text: str, other: str, shortest: int = SHORTEST) -> bool:
    """Tell whether two spellings differ by an accent, a letter, or letters that have changed places."""
    if text == other or text[0] != other[0]:
        return False
    if text.lower().replace("’", "'") == other.lower().replace("’", "'"):
        return False  # capitals and the shape of an apostrophe are typography's
    first, second = fold(text), fold(other)
    if first == second:
        return True
    if first in (second + ending for ending in _ENDINGS) or second in (first + ending for ending in _ENDINGS):
        return is_cut(first, second)  # not Germany and German, Roman and Romans
    if first.endswith(("man", "men")) and second.endswith(("man", "men")) and first[:-3] == second[:-3]:
        return False  # Spiderman and Spidermen
    if len(first) >= _LONG and sorted(first) == sorted(second):
        return True  # two letters have changed places
    return min(len(first), len(second)) >= shortest and one_edit(first, second)


def is_cut(first: str, second: str) -> bool:
    """Tell whether a long name that nobody knows has lost its last vowel: Salvator for Salvatore."""
    short, long = sorted((first, second), key=len)
    return len(short) >= _LONG_NAME and long[:-1] == short and long[-1] in "aeio" and not (entry(short) or entry(long))


def _keys(name: str) -> Iterator[str]:
    """Yield what any two names between which `is_slip` holds have in common: one of these, at least."""
    folded = fold(name)
    yield folded
    if len(folded) <= _LONGEST:
        yield " ".join(sorted(folded))
        yield from dict.fromkeys(folded[:at] + folded[at + 1 :] for at in range(len(folded)))
