"""Corruptions of form: what those who write English as a second language, or translate word by word, leave.

The kinds and their rough shares follow published counts of learners' errors (NUCLE, Dahlmeier et al. 2013; W&I+LOCNESS,
Bryant et al. 2019): articles, prepositions, number, verb forms, agreement, and then the order and choice of small
words, for which see small_words.py.
"""

from __future__ import annotations

import random

from reader.corruptions.bending import bent, is_common, tag_at, text_at, without
from reader.corruptions.world import ADJECTIVES, NOUNS, VERBS, World, inflected, lemma_of
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag

ARTICLES = ("a", "an", "the")
_BE = ("is", "are", "was", "were", "am", "'s", "'re", "'m")
HELPERS = (*_BE, "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "been", "be")
_SUBJECTS = ("i", "you", "he", "she", "it", "we", "they", "there")
SHORTEST = 5  # letters of a participle: "bored", but not "red" or "king"
_NEAR = {
    "in": "on at into during", "on": "in at over onto", "at": "in on to", "to": "for at on",
    "for": "to of since from", "of": "from for in about", "with": "by from of for", "from": "of by since",
    "by": "from with of", "about": "on of for", "into": "in to", "through": "by across", "over": "on above",
    "than": "of from", "as": "like for",
}  # fmt: skip
_AGREES = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "does": "do", "do": "does",
    "isn't": "aren't", "doesn't": "don't", "don't": "doesn't", "wasn't": "weren't",
}  # fmt: skip
_BEFORE_PLURALS = tuple("many two three four five few several these those both various of".split())
_BEFORE_SINGULARS = tuple("a an one this that each every another much no".split())
_BEFORE_BARE_VERBS = ("to", "will", "would", "can", "could", "may", "might", "should", "must")
_POINTERS = ("who", "which", "that", "whose", "whom", "what", "where")


def swap_article(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put "an" for "a", or the other way."""
    other = {"a": "an", "an": "a"}.get(text_at(tokens, at))
    return bent(tokens, at, other) if other else None


def no_article(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Leave an article out, at the start of a sentence too."""
    led = NOUNS | ADJECTIVES | Tag.NUMBER | Tag.ADVERB
    if text_at(tokens, at) not in ARTICLES or not tag_at(tokens, at + 1) & led:
        return None
    sure = at == 0 or not world.is_attested([text_at(tokens, at - 1), text_at(tokens, at + 1)], 8)
    return without(tokens, at, sure=sure)


def more_article(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put an article before an abstract noun, a plural or a name that stands bare."""
    token, before = tokens[at], tag_at(tokens, at - 1)
    if (
        not token.tag & (NOUNS | Tag.PROPER)
        or at == 0
        or before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PROPER | NOUNS | ADJECTIVES)
    ):
        return None
    word = "the" if token.tag & (Tag.PLURAL | Tag.PROPER) or rng.random() < 0.6 else "a"
    if is_common(world, tokens, at - 1, word, at, 2) or text_at(tokens, at - 1)[-2:] in ("'s", "’s"):
        return None
    sure = word == "a" or bool(token.tag & Tag.PROPER)  # "the" is seldom plainly wrong
    return [*tokens[:at], Token(word, token.before, Tag.DETERMINER, Fault.FORM, sure), *tokens[at:]]


def number(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn a plural into a singular and a singular into a plural where what stands before asks for the other."""
    token = tokens[at]
    if not token.tag & NOUNS or not token.text.isalpha() or token.text[0].isupper():
        return None
    low = token.text.lower()
    if token.tag & Tag.PLURAL:
        word, asks = lemma_of(token), _BEFORE_PLURALS
    else:
        word, asks = inflected(low, Tag.PLURAL), _BEFORE_SINGULARS
    asked = text_at(tokens, at - 1) in asks or text_at(tokens, at - 2) in asks[:-1]
    if word == low or (not asked and rng.random() < 0.6):
        return None
    sure = asked or not is_common(world, tokens, at - 1, word, at + 1, 1)
    return bent(tokens, at, word, sure=sure)


def agreement(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Break the agreement of a verb, most of all far from its subject."""
    token, low = tokens[at], text_at(tokens, at)
    other = _AGREES.get(low)
    if other is None and token.tag & Tag.VERB_S and low.isalpha():
        other = lemma_of(token)
    elif other is None and token.tag & Tag.VERB and low.isalpha():
        other = inflected(low, Tag.VERB_S) if tag_at(tokens, at - 1) & (Tag.PLURAL | Tag.PRONOUN) else None
    if other is None or other == low or text_at(tokens, at - 1) in _BEFORE_BARE_VERBS:
        return None
    return bent(tokens, at, other)


def verb_form(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put an infinitive, a participle or a past form where another is asked for."""
    token, low, before = tokens[at], text_at(tokens, at), text_at(tokens, at - 1)
    if not token.tag & VERBS or not low.isalpha() or low in HELPERS:
        return None
    base = lemma_of(token)
    forms = [base, *(inflected(base, tag) for tag in (Tag.PAST, Tag.ING, Tag.VERB_S)), f"to {base}"]
    word = rng.choice([form for form in forms if form != low])
    if before == "to" and rng.random() < 0.4:
        return [
            *tokens[: at - 1],
            Token("for", tokens[at - 1].before, Tag.PREPOSITION, Fault.FORM),
            *bent(tokens, at, base)[at:],
        ]
    if world.is_attested([w for w in (before, word.split()[0]) if w], 3):
        return None
    return bent(tokens, at, word)


def tense(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Change the tense of one verb in a sentence that has others."""
    token, low = tokens[at], text_at(tokens, at)
    if not token.tag & (Tag.PAST | Tag.VERB_S) or not low.isalpha():
        return None
    be = {"was": "is", "is": "was", "were": "are", "are": "were", "has": "had", "had": "has"}.get(low)
    base = lemma_of(token)
    word = be or (inflected(base, Tag.PAST) if token.tag & Tag.VERB_S else inflected(base, Tag.VERB_S))
    kin = sum(bool(t.tag & token.tag & (Tag.PAST | Tag.VERB_S)) for t in tokens)
    if word == low or kin < 2:
        return None
    return bent(tokens, at, word, sure=kin > 2)


def preposition(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Swap a preposition for one that is often taken for it, leave it out, or put one where none belongs."""
    low = text_at(tokens, at)
    if low in _NEAR and at + 1 < len(tokens):
        if rng.random() < 0.35 and tokens[at].tag & Tag.PREPOSITION:
            sure = not world.is_attested([w for w in (text_at(tokens, at - 1), text_at(tokens, at + 1)) if w], 3)
            return without(tokens, at, sure=sure)
        word = rng.choice(_NEAR[low].split())
        if is_common(world, tokens, at - 1, word, at + 1, 1) or at == 0:
            return None
        return bent(tokens, at, word)
    if (
        tokens[at].tag & VERBS
        and low not in HELPERS
        and tag_at(tokens, at + 1) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN)
    ):
        word = rng.choice(("about", "to", "of", "on", "for", "in", "with", "at"))
        if world.is_attested([low, word], 1):
            return None
        return [*tokens[: at + 1], Token(word, " ", Tag.PREPOSITION, Fault.FORM), *tokens[at + 1 :]]
    return None


def no_small_word(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Leave out a form of "be", a helper, a subject, "of", "to", "that", "it", "there", a relative pronoun."""
    low = text_at(tokens, at)
    drops = low in HELPERS or low in _SUBJECTS or low in _POINTERS or low in ("to", "of", "not", "and", "or", "but")
    if not drops or at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return None
    sure = at == 0 or not world.is_attested([text_at(tokens, at - 1), text_at(tokens, at + 1)], 3)
    if low in ("that", "which", "who", "whom") and not tag_at(tokens, at + 1) & (VERBS | Tag.MODAL):
        sure = False  # "the film I saw"
    return without(tokens, at, sure=sure)


def adverb(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put an adjective for an adverb and the other way: "very sincere played", "an absolute new look"."""
    low = text_at(tokens, at)
    if tokens[at].tag & Tag.ADVERB and low.endswith("ly") and len(low) > 5:
        word = low[:-3] + "y" if low.endswith("ily") else low[:-2]
        word = word if word in world.words else low[:-1] + "e"
        return bent(tokens, at, word) if word in world.words and word != low else None
    if (
        tokens[at].tag & ADJECTIVES
        and low.isalpha()
        and tag_at(tokens, at + 1) & NOUNS | (text_at(tokens, at - 1) in _BE)
    ):
        word = low[:-1] + "ily" if low.endswith("y") else low + "ly"
        return bent(tokens, at, word) if word in world.words else None
    return None


def participle(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put -ed for -ing and -ing for -ed in an adjective: "a refreshed breeze", "I was boring by it"."""
    low = text_at(tokens, at)
    if low.endswith("ing") and tokens[at].tag & (ADJECTIVES | Tag.ING):
        word = low[:-4] + "ied" if low.endswith("ying") else low[:-3] + "ed"
        word = word if word in world.words else low[:-3] + "ed"
    elif low.endswith("ed") and tokens[at].tag & (ADJECTIVES | Tag.PARTICIPLE):
        word = low[:-3] + "ying" if low.endswith("ied") else low[:-2] + "ing"
    else:
        return None
    if len(word) < SHORTEST or word not in world.words or is_common(world, tokens, at - 1, word, at + 1, 1):
        return None
    return bent(tokens, at, word)


def compare(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Spoil a comparison: "more better", "the most big", "better of the first", "superior than"."""
    token, low = tokens[at], text_at(tokens, at)
    if low == "than":
        return bent(tokens, at, rng.choice(("of", "then", "that", "from", "as")))
    if token.tag & Tag.COMPARATIVE and low.endswith("er"):
        base = low[:-3] + "y" if low.endswith("ier") else low[:-2]
        return bent(tokens, at, rng.choice((f"more {low}", f"more {base}", base))) if base in world.counts else None
    if token.tag & Tag.SUPERLATIVE and low.endswith("est"):
        base = low[:-4] + "y" if low.endswith("iest") else low[:-3]
        return (
            bent(tokens, at, rng.choice((f"most {low}", f"most {base}", low[:-2] + "r")))
            if base in world.counts
            else None
        )
    if low in ("more", "most") and tag_at(tokens, at + 1) & ADJECTIVES:
        return bent(tokens, at, rng.choice(("more and more", "much", "most more"))) if rng.random() < 0.5 else None
    return None
