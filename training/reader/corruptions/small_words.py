"""Corruptions of pronouns, small words and their order, as learners and hasty writers leave them."""

from __future__ import annotations

import random

from reader.corruptions.bending import bent, tag_at, text_at, without
from reader.corruptions.learner import HELPERS
from reader.corruptions.world import ADJECTIVES, NOUNS, VERBS, World, is_target
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag

_OF_QUANTITY = tuple("lot plenty couple number kind sort bit most some many all one part".split())
_OWN = {"its": ("their", "his", "it", "it's"), "their": ("its", "his", "they", "there", "them"),
        "his": ("their", "its", "him", "he"), "her": ("she", "his", "hers"), "my": ("me", "mine", "i"),
        "our": ("us", "ours", "we"), "your": ("you", "yours")}  # fmt: skip
_OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me", "him": "he", "her": "she", "them": "they",
            "us": "we", "me": "i", "himself": "him", "herself": "her", "itself": "it", "themselves": "them",
            "who": "whom", "it": "they", "this": "it", "these": "this", "those": "that",
    "they're": "their"}  # fmt: skip
_SMALL = {
    "much": ("many", "very", "a lot"), "many": ("much", "several of"), "very": ("much", "so much"),
    "too": ("very", "also"), "also": ("too", "as well"), "even": ("still", "ever"), "still": ("yet", "already"),
    "yet": ("still", "already"), "already": ("yet",), "enough": ("sufficient",), "such": ("so", "such a"),
    "so": ("such", "too"), "as": ("like", "than"), "like": ("as", "alike"), "than": ("then", "that", "from"),
    "because": ("because of", "since that"), "despite": ("despite of",), "although": ("despite", "even"),
    "while": ("during",), "during": ("while",), "until": ("since", "to"), "since": ("from",),
    "for": ("since", "during"), "ago": ("before",), "before": ("ago",), "other": ("another", "others"),
    "another": ("other",), "others": ("other",), "each": ("every", "all"), "every": ("each", "all"),
    "both": ("each", "two"), "few": ("less", "little"), "little": ("few", "small"), "some": ("any",),
    "any": ("some",), "no": ("not", "none"), "not": ("no", "don't"), "once": ("one time",), "only": ("just alone",),
    "rather": ("more",), "quite": ("enough",), "hardly": ("hard",), "when": ("if", "in the time"),
    "if": ("when", "in case that"), "how": ("what", "as"), "what": ("how", "that which"), "there": ("it",),
    "here": ("there",), "most": ("the most of", "more"), "more": ("most",), "less": ("fewer", "lesser"),
    "almost": ("mostly", "most"), "may": ("maybe",), "maybe": ("may be",), "alone": ("lonely",), "own": ("proper",),
    "same": ("equal", "similar"), "last": ("latest", "passed"), "next": ("nearest",), "well": ("good",),
    "good": ("well",),
}  # fmt: skip
_STARTERS = ("Although", "Because", "Since", "While", "If", "As")


def pronoun(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a wrong pronoun: "every city has their own", "between he and her", "the man which"."""
    low = text_at(tokens, at)
    if low in _OWN:
        word = rng.choice(_OWN[low])
        return bent(tokens, at, word, sure=word not in ("their", "his", "its"))
    if low in _OBJECTS:
        return bent(tokens, at, _OBJECTS[low], sure=low not in ("it", "this", "who"))
    swaps = {
        "who": ("which", "what", "whose"),
        "which": ("what", "who", "that which"),
        "that": ("what", "which that"),
        "whose": ("which", "who's", "who his"),
    }
    if low in swaps and at and tag_at(tokens, at - 1) & (NOUNS | Tag.PROPER):
        return bent(tokens, at, rng.choice(swaps[low]))
    return None


def double_subject(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Say the subject twice: "the actress she plays", "the film it is"; or an object: "which I like it"."""
    token = tokens[at]
    if not token.tag & (NOUNS | Tag.PROPER) or not tag_at(tokens, at + 1) & (Tag.VERB_S | Tag.PAST) or at > 5:
        return None
    if any(t.tag & VERBS for t in tokens[:at]):
        return None
    word = "they" if token.tag & Tag.PLURAL else rng.choice(("it", "he", "she", "it"))
    return [*tokens[: at + 1], Token(word, " ", Tag.PRONOUN, Fault.FORM), *tokens[at + 1 :]]


def small_word(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a small word for another that means nearly the same: "much" for "many", "since" for "for"."""
    choices = _SMALL.get(text_at(tokens, at))
    if not choices:
        return None
    word = rng.choice(choices)
    ends = word.split()
    around = world.is_attested([w for w in (text_at(tokens, at - 1), ends[0]) if w], 2) and world.is_attested(
        [w for w in (ends[-1], text_at(tokens, at + 1)) if w], 2
    )
    return None if around else bent(tokens, at, word)


def misplaced_adverb(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Set an adverb or a helper where English does not: "I very like", "he plays always", "why he did go"."""
    if at == 0 or at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return None
    token, after = tokens[at], tokens[at + 1]
    if token.tag & Tag.ADVERB and after.tag & VERBS and not token.text[0].isupper():
        moved = [
            Token(after.text, token.before, after.tag, after.faults),
            Token(token.text, " ", token.tag, Fault.FORM),
        ]
        return [*tokens[:at], *moved, *tokens[at + 2 :]]
    if token.text.lower() in HELPERS and after.tag & (Tag.PRONOUN | Tag.PROPER) and "?" in tokens[-1].text:
        moved = [Token(after.text, token.before, after.tag, Fault.FORM), Token(token.text, " ", token.tag, Fault.FORM)]
        return [*tokens[:at], *moved, *tokens[at + 2 :]]
    if (
        token.tag & ADJECTIVES
        and after.tag & NOUNS
        and not token.text[0].isupper()
        and not tag_at(tokens, at + 2) & NOUNS
    ):
        moved = [
            Token(after.text, token.before, after.tag, Fault.SPOILED),
            Token(token.text, " ", token.tag, Fault.SPOILED),
        ]
        return [*tokens[:at], *moved, *tokens[at + 2 :]]
    return None


def although_but(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Open a sentence with a conjunction and put a second one after its comma: "Although …, but …"."""
    if at or tokens[0].text not in _STARTERS:
        return None
    comma = next((i for i, t in enumerate(tokens) if t.text == "," and i > 3), None)
    if comma is None or comma + 2 >= len(tokens) or text_at(tokens, comma + 1) in ("but", "so", "and", "or"):
        return None
    word = "so" if tokens[0].text in ("Because", "Since", "As") else "but"
    return [*tokens[: comma + 1], Token(word, " ", Tag.CONJUNCTION, Fault.FORM), *tokens[comma + 1 :]]


def of_lost(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Leave out or put in "of" after a word of quantity: "plenty films", "most of films", "many them"."""
    low = text_at(tokens, at)
    if low not in _OF_QUANTITY or at + 2 >= len(tokens):
        return None
    if text_at(tokens, at + 1) == "of":
        return without(tokens, at + 1)
    if low in ("most", "some", "many", "all") and tag_at(tokens, at + 1) & Tag.PLURAL:
        return [*tokens[: at + 1], Token("of", " ", Tag.PREPOSITION, Fault.FORM), *tokens[at + 1 :]]
    return None


def split_word(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Take a word apart or run two together: "may be", "grand father", "alot", "infact"."""
    token, low = tokens[at], text_at(tokens, at)
    if (
        low in ("a", "in", "at", "all", "no", "every")
        and at + 1 < len(tokens)
        and tag_at(tokens, at + 1) & (NOUNS | ADJECTIVES)
        and rng.random() < 0.3
    ):
        after = tokens[at + 1]
        return (
            [*tokens[:at], Token(token.text + after.text, token.before, after.tag, Fault.FORM), *tokens[at + 2 :]]
            if len(after.text) < 6 and after.text.islower()
            else None
        )
    cuts = [i for i in range(3, len(low) - 2) if low[:i] in world.words and low[i:] in world.words]
    if not cuts or not low.isalpha() or not (is_target(token) or token.tag & Tag.ADVERB):
        return None
    cut = rng.choice(cuts)
    return [
        *tokens[:at],
        Token(token.text[:cut], token.before, token.tag, Fault.FORM),
        Token(token.text[cut:], " ", token.tag, Fault.FORM),
        *tokens[at + 1 :],
    ]
