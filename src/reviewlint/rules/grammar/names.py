"""Whether a name in a draft is that of one person. Bands and firms take either number; persons do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewlint.lexicon import Tag
from reviewlint.rules.grammar.clauses import Item
from reviewlint.rules.grammar.given_names import GIVEN_NAMES
from reviewlint.rules.grammar.subjects import Subject
from reviewlint.rules.grammar.verbs import MANY, ONE, verb_kind
from reviewlint.rules.tokens import Tokens
from reviewlint.rules.wordsets import SHARED, words

# Verbs that a person's name takes and a firm's hardly does.
_OF_PERSONS = words(
    "thinks smiles sings walks sits eats sleeps falls meets wakes dies loves hates wants knows says asks tells "
    "plays acts stars looks hears sees remembers marries dances cries laughs runs steals kills lives drives writes "
    "speaks"
)
_AS_MANY = words("people police rest majority lot number half most some all none")
_TITLES = words(
    "lord lady mr mrs ms miss dr sir dame captain king queen prince princess professor inspector detective sergeant "
    "uncle aunt father sister brother saint president colonel major general"
)
_ONE_PERSON = words("his her himself herself")


def is_taken_as_one(
    tokens: Tokens, items: Sequence[Item], subject: Subject, verb: int, people: Callable[[], frozenset[str]]
) -> bool:
    """Tell whether the subject is a group that the sentence, or a name that the draft, treats as one.

    So it does where a verb for one goes on after it (“… and keeps”), where “his” or “her” stands in between, where
    the name has such a verb elsewhere and never another, or where it is one of `people`.
    """
    head = items[subject.head]
    if _goes_on_for_one(items, verb) and not head.word.endswith("s"):
        return bool(head.tag & (Tag.PROPER | Tag.NOUN)) and head.word not in _AS_MANY
    if not head.capital or not head.tag & Tag.PROPER or items[subject.start].tag & Tag.DETERMINER:
        return False
    if subject.opener == "," and any(item.word == "and" for item in items[: subject.start]):
        return False  # “Ann and her friend, Bob, fight”
    if head.word in GIVEN_NAMES and subject.start == subject.head:
        return True
    if subject.start + 1 == subject.head and items[subject.start].word in _TITLES:
        return True  # “Lord Darlington were”
    if head.word.endswith("s") or head.token < 0:
        return False
    if any(item.word in _ONE_PERSON for item in items[subject.head + 1 : verb]):
        return True
    return _stands_for_one(tokens, head) or head.word in people()


def _goes_on_for_one(items: Sequence[Item], verb: int) -> bool:
    for k in range(verb + 1, len(items) - 1):
        if items[k].word in (";", ":", "who", "which", "that") or items[k].tag & (Tag.WH | Tag.PRONOUN):
            return False
        if items[k].word == "and":
            return verb_kind(items[k + 1].word) == ONE and bool(items[k + 1].tag & Tag.VERB_S)
    return False


def _stands_for_one(tokens: Tokens, head: Item) -> bool:
    ones = persons = 0
    for i in tokens.places.get(head.word, ()):
        at = i + 1
        while tokens.after(at - 1) in SHARED["adverb"]:
            at += 1
        following = tokens.after(at - 1)
        if i == head.token or not following:
            continue
        kind = verb_kind(following)
        if kind == MANY and tokens.before(i) not in ("and", "or", "nor"):
            return False
        persons += following in _OF_PERSONS
        ones += kind == ONE and tokens.before(i) not in SHARED["preposition"]
    return ones > 0 and persons > 0  # a firm is one here and many there
