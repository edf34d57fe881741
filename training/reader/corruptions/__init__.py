"""A small library of corruptions: each spoils a sound sentence the way spinners, translators or haste do.

A corruption takes tokens, a place, the world and a source of chance, and returns the spoiled tokens with their
faults marked, or None where it does not fit.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from reader.corruptions import calques, clumsy, gaps, phrases, words
from reader.corruptions.world import World
from reader.tokens import Fault, Token

Corruption = Callable[[list[Token], int, World, random.Random], list[Token] | None]
# How often each is tried. Phrases spoiled as a whole weigh most: that is what spun drafts hold.
WEIGHTS: dict[Corruption, float] = {
    phrases.spin: 8,
    phrases.whole_clause: 3,
    phrases.of_phrase: 4,
    phrases.noun_for_verb: 4,
    phrases.particle: 3,
    phrases.other_part: 4,
    phrases.idiom: 4,
    phrases.shuffle: 2,
    phrases.transplant: 4,
    clumsy.of_pronoun: 3,
    clumsy.stacked_determiner: 2,
    clumsy.adjective_as_noun: 3,
    clumsy.stray_preposition: 4,
    clumsy.reflexive: 2,
    clumsy.redundant: 2,
    clumsy.simple_form: 2,
    clumsy.move_pronoun: 2,
    clumsy.round_about: 4,
    clumsy.infinitive: 2,
    calques.behind: 3,
    calques.turned_compound: 3,
    calques.clause_compound: 4,
    calques.have_noun: 2,
    calques.dative: 2,
    calques.own_part: 2,
    calques.object_first: 3,
    calques.does: 3,
    calques.abstract_chain: 3,
    words.lookalike: 4,
    words.many_words: 3,
    words.substitute: 7,
    words.insert_modifier: 3,
    words.double: 3,
    words.wrong_form: 4,
    words.wrong_preposition: 3,
    words.article: 2,
    gaps.drop_number: 3,
    gaps.drop_head: 2,
    gaps.drop_object: 3,
    gaps.drop_word: 2,
}
_KINDS, _SHARES = tuple(WEIGHTS), tuple(WEIGHTS.values())


def corrupt(tokens: list[Token], world: World, rng: random.Random, faults: int) -> list[Token]:
    """Return a sentence with up to `faults` corruptions, at places that are still sound."""
    done = 0
    for _ in range(faults * 12):
        if done == faults:
            break
        at = rng.randrange(len(tokens))
        if any(t.faults for t in tokens[max(0, at - 1) : at + 6]):
            continue
        new = rng.choices(_KINDS, _SHARES)[0](tokens, at, world, rng)
        if new is not None:
            tokens = new
            done += 1
    return tokens


__all__ = ["WEIGHTS", "Corruption", "Fault", "World", "corrupt"]
