"""A name taken apart: its words folded, titles and generations off, nicknames in quotes as other forms of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewlint.facts.compare.folding import fold, fold_umlauts, has_cjk

Tokens = tuple[str, ...]

_TITLES = frozenset(
    "sir dame dr lord lady mr mrs ms miss prof professor rev reverend col colonel capt captain maj major gen "
    "general sgt lt madame mme monsieur herr frau signor sister the".split()
)
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_LETTERS_AFTER = frozenset("phd md esq obe cbe mbe kbe".split())
_INNER = re.compile(r"[\"“”„«»(\[‘](?P<quoted>[^\"“”„«»()\[\]’]+)[\"“”»)\]’]|(?<=\s)'(?P<apostrophes>[^']+)'(?=\s)")


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name as it is compared: its words folded, with a nickname in quotes in place of the given name as well."""

    raw: str
    variants: tuple[Tokens, ...]
    umlauts: Tokens
    generation: str | None
    titled: bool
    cjk: bool


@lru_cache(maxsize=4096)
def parse_name(name: str) -> ParsedName:
    """Return a name as it is compared; kept, since a few names are compared over and over."""
    raw = " ".join(name.split())
    inner = [found["quoted"] or found["apostrophes"] for found in _INNER.finditer(raw)]
    plain = _INNER.sub(" ", raw) if inner else raw
    tokens, generation, titled = _words(fold(plain))
    variants = [tokens] if tokens else []
    for nickname in inner:
        words = tuple(fold(nickname).split())
        if words and len(tokens) >= 2:
            variants.append((*words, *tokens[1:]))
            variants.append((*tokens[:1], *words, *tokens[1:]))
        elif words and not tokens:
            variants.append(words)
    umlauts = _words(fold_umlauts(plain))[0] if not raw.isascii() else tokens
    return ParsedName(raw, tuple(variants), umlauts, generation, titled, has_cjk(raw))


def _words(folded: str) -> tuple[Tokens, str | None, bool]:
    """Return the words of a name without titles and what stands after it, the generation, and if any was there."""
    words = folded.split()
    generation = None
    titled = False
    while len(words) > 1 and (words[-1] in _GENERATIONS or words[-1] in _LETTERS_AFTER):
        generation = generation or _GENERATIONS.get(words[-1])
        words.pop()
        titled = True
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
        titled = True
    return tuple(words), generation, titled
