"""A small library of corruptions: each spoils a sound sentence the way spinners, translators or haste do.

A corruption takes tokens, a place, the world and a source of chance, and returns the spoiled tokens with their
faults marked, or None where it does not fit.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from reader.corruptions import calques, clumsy, gaps, learner, phrases, slips, small_words, words
from reader.corruptions.world import World
from reader.tokens import Fault, Token

Corruption = Callable[[list[Token], int, World, random.Random], list[Token] | None]
# How often each is done, where a sentence allows it. About half spoils words and phrases, half forms and small words.
WEIGHTS: dict[Corruption, float] = {
    phrases.spin: 6,
    phrases.whole_clause: 2,
    phrases.of_phrase: 2.5,
    phrases.noun_for_verb: 2.5,
    phrases.particle: 2,
    phrases.other_part: 3,
    phrases.idiom: 3,
    phrases.shuffle: 1.5,
    phrases.transplant: 2,
    clumsy.of_pronoun: 1,
    clumsy.stacked_determiner: 1,
    clumsy.adjective_as_noun: 1.5,
    clumsy.stray_preposition: 2,
    clumsy.reflexive: 1,
    clumsy.redundant: 1,
    clumsy.simple_form: 1,
    clumsy.move_pronoun: 1,
    clumsy.round_about: 2,
    clumsy.infinitive: 1,
    calques.behind: 1,
    calques.turned_compound: 1,
    calques.clause_compound: 1,
    calques.have_noun: 0.7,
    calques.dative: 0.7,
    calques.own_part: 0.7,
    calques.object_first: 1.2,
    calques.does: 1,
    calques.abstract_chain: 1.5,
    words.lookalike: 3,
    words.many_words: 2,
    words.substitute: 11,
    words.insert_modifier: 2,
    words.double: 2,
    words.wrong_form: 2,
    words.wrong_preposition: 2,
    words.article: 1,
    gaps.drop_number: 1,
    gaps.drop_head: 1.5,
    gaps.drop_object: 2,
    gaps.drop_word: 2,
    learner.swap_article: 0.4,
    learner.no_article: 5,
    learner.more_article: 3,
    learner.number: 5,
    learner.agreement: 5,
    learner.verb_form: 5,
    learner.tense: 2,
    learner.preposition: 7,
    learner.no_small_word: 7,
    learner.adverb: 2.5,
    learner.participle: 2,
    learner.compare: 2,
    small_words.pronoun: 4,
    small_words.double_subject: 1,
    small_words.small_word: 4,
    small_words.misplaced_adverb: 3,
    small_words.although_but: 0.6,
    small_words.of_lost: 1,
    small_words.split_word: 2,
    slips.confusable: 4,
    slips.real_slip: 5,
    slips.typed_wrong: 4,
    slips.doubled: 2,
}
# What a careful writer leaves once in a page: forms, small words, look-alikes.
SLIPS = {
    kind: weight
    for kind, weight in WEIGHTS.items()
    if kind.__module__.rpartition(".")[2] in ("learner", "small_words", "slips")
    or kind in (words.wrong_form, words.wrong_preposition, words.article, words.double)
}


def corrupt(
    tokens: list[Token],
    world: World,
    rng: random.Random,
    faults: int,
    kinds: Mapping[Corruption, float] = WEIGHTS,
) -> list[Token]:
    """Return a sentence with up to `faults` corruptions of some kinds, at places that are still sound."""
    for _ in range(faults):
        for kind in rng.choices(tuple(kinds), tuple(kinds.values()), k=3):  # where one fits nowhere, another may
            new = _somewhere(kind, tokens, world, rng)
            if new is not None:
                tokens = new
                break
    return tokens


def _somewhere(kind: Corruption, tokens: list[Token], world: World, rng: random.Random) -> list[Token] | None:
    """Return a sentence with one more corruption at a place that is still sound, or None where it fits nowhere."""
    for at in rng.sample(range(len(tokens)), min(len(tokens), 24)):
        if not any(t.faults for t in tokens[max(0, at - 1) : at + 6]):
            new = kind(tokens, at, world, rng)
            if new is not None:
                return new
    return None


def spun(tokens: list[Token], world: World, rng: random.Random, share: float) -> list[Token]:
    """Return a sentence in which a thesaurus has replaced a share of the content words, each by itself."""
    for at in range(len(tokens)):
        if rng.random() < share and (new := words.substitute(tokens, at, world, rng)):
            tokens = new
    return tokens


__all__ = ["SLIPS", "WEIGHTS", "Corruption", "Fault", "World", "corrupt", "spun"]
