"""The second look: a suspected word is masked, and the model says what a writer would have put there.

Where the word that stands there fits nearly as well as the best candidate, it is rare but sound. This costs a run of
the model for each word, so only suspects are looked at, and only a share of the words of a draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from reviewlint.lexicon import entry
from reviewlint.reader.model import KEPT, MOST_PIECES, Model

FIRST_WORD = 1996  # of the vocabulary; before it stand marks, letters and pieces that are no words
_MASK = "[MASK]"
LIKELY = -0.5  # the logarithm of a chance of three in five
CLEARLY = 6.0  # nats
NAME = 0.9  # share of a word's places in careful prose where it has a capital
RARE = 9.0  # nats: about what words that the vocabulary does not hold whole come to in sound prose


class Misfit(NamedTuple):
    """By how many nats another word would fit better, and that word, or None where no one word is likely."""

    nats: float
    better: str | None


class Proposal(NamedTuple):
    """What a writer would have put in a place.

    `best` are the likeliest words with the logarithms of their chances, the likeliest first. `actual` is that of the
    word that stands there, or None where it is no single piece of the vocabulary, and then is rare.
    """

    best: tuple[tuple[str, float], ...]
    actual: float | None

    @property
    def misfit(self) -> Misfit:
        """Return by how much the best word beats the one that stands there; RARE where that is not known."""
        word, chance = self.best[0]
        nats = RARE if self.actual is None else chance - self.actual
        return Misfit(nats, word if chance >= LIKELY and nats >= CLEARLY else None)


def propose(model: Model, words: Sequence[str], at: int, *, put_in: bool = False, count: int = 8) -> Proposal:
    """Return what would fit in place of the word `at`, or with `put_in` between it and the word before."""
    return _proposed(model, tuple(words), at, put_in, count)


@lru_cache(KEPT)
def _proposed(model: Model, words: tuple[str, ...], at: int, put_in: bool, count: int) -> Proposal:
    import numpy as np

    ids, places = model.pieces(words)
    own = [place for place, word in enumerate(places) if word == at]
    if not own:
        return Proposal((("", 0.0),), 0.0)
    mask = model.tokenizer.token_to_id(_MASK)
    rest = own[0] if put_in else own[-1] + 1
    whole = ids[own[0]] if len(own) == 1 and not put_in else None
    masked = [*ids[: own[0]], mask, *ids[rest:]][:MOST_PIECES]
    numbers, names = _candidates(model)
    asked = numbers if whole is None else np.append(numbers, whole)
    fits = model.proposals(masked, own[0], asked)
    chances = fits[: len(numbers)]
    chances = chances - (np.log(np.exp(chances - chances.max()).sum()) + chances.max())
    first = np.argsort(-chances)[:count]
    actual = None if whole is None else float(fits[-1] - fits[first[0]] + chances[first[0]])
    return Proposal(tuple((_written(names[i]), float(chances[i])) for i in first), actual)


def _written(word: str) -> str:
    """Return a word of the vocabulary, which has no capitals, as careful prose writes it: English, I."""
    known = entry(word)
    return word.capitalize() if known and known.capital >= NAME else word


@cache
def _candidates(model: Model) -> tuple[Any, tuple[str, ...]]:
    """Return the pieces of the vocabulary that are whole words, and the words."""
    import numpy as np

    vocabulary = model.tokenizer.get_vocab()
    found = {
        number: word
        for word, number in vocabulary.items()
        if number >= FIRST_WORD and word.isascii() and word.isalpha()
    }
    found |= {vocabulary[word]: word for word in ("a", "i") if word in vocabulary}
    numbers = sorted(found)
    return np.array(numbers, dtype=np.int64), tuple(found[number] for number in numbers)
