"""What a writer would have put in a place: the place is masked, and the model says how well each candidate fits.

A word that fits nearly as well as the best candidate is rare but sound. Each place costs a run of the model, so
only doubted ones are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from reviewlint.lexicon import entry
from reviewlint.reader.model import KEPT, MOST_PIECES, Model

FREQUENT = 2000  # words of the vocabulary, which is in order of frequency, that stand for all in a chance
_MASK = "[MASK]"
NAME = 0.9  # share of a word's places in careful prose where it has a capital


def fits(
    model: Model, words: Sequence[str], at: int, candidates: Sequence[str], *, put_in: bool = False
) -> tuple[dict[str, float], float | None]:
    """Return the logarithms of the chances of candidates, and of the word that stands there.

    They are asked of the place of the word `at`, or with `put_in` of one between it and the word before. Those that
    are no single piece of the vocabulary are left out; the chance of the word itself is None where it is none. The
    chances are among the candidates and the frequent words.
    """
    return _fits(model, tuple(words), at, tuple(candidates), put_in)


@lru_cache(KEPT)
def _fits(
    model: Model, words: tuple[str, ...], at: int, candidates: tuple[str, ...], put_in: bool
) -> tuple[dict[str, float], float | None]:
    import numpy as np

    ids, places = model.pieces(words)
    own = [place for place, word in enumerate(places) if word == at]
    if not own:
        return {}, None
    mask = model.tokenizer.token_to_id(_MASK)
    rest = own[0] if put_in else own[-1] + 1
    whole = [ids[own[0]]] if len(own) == 1 and not put_in else []
    masked = [*ids[: own[0]], mask, *ids[rest:]][:MOST_PIECES]
    numbers = {word: number for word in candidates if (number := vocabulary(model).get(word.lower())) is not None}
    asked = sorted({*numbers.values(), *whole, *_frequent(model)})
    found = model.proposals(masked, own[0], np.array(asked, np.int64))
    chances = dict(zip(asked, (found - np.logaddexp.reduce(found)).tolist(), strict=True))
    return {word: chances[number] for word, number in numbers.items()}, chances[whole[0]] if whole else None


def written(word: str) -> str:
    """Return a word of the vocabulary, which has no capitals, as careful prose writes it: English, I."""
    known = entry(word)
    return word.capitalize() if known and known.capital >= NAME else word


@cache
def vocabulary(model: Model) -> dict[str, int]:
    """Return the pieces of the vocabulary that are whole words, with their numbers."""
    known: dict[str, int] = model.tokenizer.get_vocab()
    return {
        word: n for word, n in known.items() if word.isascii() and word.isalpha() and (len(word) > 1 or word in "ai")
    }


@cache
def _frequent(model: Model) -> Any:
    return sorted(vocabulary(model).values())[:FREQUENT]
