"""What corruptions draw from: WordNet, the words of the training text by tag, and which word pairs are common."""

from __future__ import annotations

import bisect
import itertools
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.tokens import Token
from reader.wordnet import WordNet
from reviewlint.lexicon import Tag, inflect

NOUNS = Tag.NOUN | Tag.PLURAL
VERBS = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.PARTICIPLE | Tag.ING
ADJECTIVES = Tag.ADJECTIVE
CONTENT = NOUNS | VERBS | ADJECTIVES | Tag.ADVERB
# Words too light to be replaced: a synonym of "is" or "have" is a different construction, not a wrong sense.
LIGHT = frozenset(
    "be is are was were been being am have has had having do does did done doing not n't never will would can could "
    "may might must shall should there here so very too just only also even more most less least much many such own "
    "same other one ones thing things lot kind sort bit when where why how then now than as all some any no".split()
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Words of one tag with their running weights, to draw from."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def draw(self, rng: random.Random) -> str:
        """Return one word, a frequent one more often."""
        return self.words[bisect.bisect(self.weights, rng.random() * self.weights[-1])]


@dataclass(frozen=True, slots=True)
class World:
    """The sources of corruptions, all read-only."""

    wordnet: WordNet
    pools: dict[Tag, Pool]
    pairs: Counter[tuple[str, str]]
    words: frozenset[str]  # content words that the sample has more than once
    alike: dict[tuple[Tag, str], tuple[str, ...]]  # words by tag and by how they look, see `looks`
    counts: Counter[str] = field(default_factory=Counter)  # how often the sample has a word, small words too
    slips: dict[str, list[str]] = field(default_factory=dict)  # what real authors wrote by mistake for a word

    def is_attested(self, words: Sequence[str], least: int = 6) -> bool:
        """Tell whether every pair of neighbours in `words` is common in the training text."""
        return all(self.pairs[a.lower(), b.lower()] >= least for a, b in itertools.pairwise(words))


def build_world(wordnet: WordNet, sentences: Iterable[list[Token]], slips: dict[str, list[str]] | None = None) -> World:
    """Return the world of a sample of tagged sound sentences. Rare pairs are dropped to save memory."""
    counts: dict[Tag, Counter[str]] = defaultdict(Counter)
    pairs: Counter[tuple[str, str]] = Counter()
    every: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence:
            if token.tag & CONTENT and token.text.isalpha() and token.text.islower():
                counts[token.tag][token.text] += 1
        words = [token.text.lower() for token in sentence]
        pairs.update(itertools.pairwise(words))
        every.update(words)
    pools = {}
    for tag, counter in counts.items():
        items = [(word, count**0.5) for word, count in counter.items() if count > 1 and word not in LIGHT]
        if items:
            words, weights = zip(*items, strict=True)
            pools[tag] = Pool(words, tuple(itertools.accumulate(weights)))
    alike: dict[tuple[Tag, str], list[str]] = defaultdict(list)
    for tag, pool in pools.items():
        for word in pool.words:
            alike[tag, looks(word)].append(word)
    return World(
        wordnet,
        pools,
        Counter({pair: count for pair, count in pairs.items() if count > 2}),
        frozenset(word for pool in pools.values() for word in pool.words),
        {key: tuple(words) for key, words in alike.items() if len(words) > 1},
        Counter({word: count for word, count in every.items() if count > 4 and word.isalpha()}),
        slips or {},
    )


def looks(word: str) -> str:
    """Return what a word has in common with those it is easily taken for: its consonants, doubled ones once."""
    first, rest = word[0], re.sub(r"[aeiouyhw]", "", word[1:])
    return first + re.sub(r"(.)\1", r"\1", rest)[:3]


def part_of(tag: Tag) -> str | None:
    """Return WordNet's letter for a tag's part of speech, or None for a word WordNet does not hold."""
    if tag & NOUNS:
        return "n"
    if tag & VERBS:
        return "v"
    if tag & (Tag.ADJECTIVE | Tag.COMPARATIVE | Tag.SUPERLATIVE):
        return "a"
    return "r" if tag & Tag.ADVERB else None


def lemma_of(token: Token) -> str:
    """Return a token's dictionary form."""
    word = token.text.lower()
    if token.tag & Tag.PLURAL:
        return inflect.singular_of(word)
    return inflect.base_form(word) if token.tag & VERBS else word


def inflected(lemma: str, tag: Tag) -> str:
    """Return a lemma in the form that a tag asks for."""
    if tag & Tag.PLURAL:
        return inflect.plural_of(lemma)
    if tag & Tag.VERB_S:
        return inflect.third_person(lemma)
    if tag & (Tag.PAST | Tag.PARTICIPLE):
        return inflect.past(lemma)
    return inflect.ing_form(lemma) if tag & Tag.ING else lemma


def cased_like(word: str, model: str) -> str:
    """Return `word` with the capital that `model` has."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def is_target(token: Token) -> bool:
    """Tell whether a token is a content word that a spinner would touch."""
    return bool(token.tag & CONTENT) and token.text.isalpha() and token.text.lower() not in LIGHT
