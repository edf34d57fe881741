"""The subject of a verb in a tagged sentence, and its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewlint.lexicon import Tag
from reviewlint.rules.grammar.clauses import CLAUSE_OPENERS, FINITE, NOMINAL, VERBAL, Item, phrase_before
from reviewlint.rules.grammar.number import COLLECTIVE, SURELY_ONE, is_measure, is_plural, is_singular
from reviewlint.rules.wordsets import SHARED, words

_OPENS_PHRASE = Tag.DETERMINER | Tag.POSSESSIVE
# “each of the films”, “everyone in the films”: pronouns that can stand as head before a preposition.
_ONE = words("each everyone everybody everything someone somebody something anyone anybody anything nobody one")
_MANY = words("many several few both two three four five six seven eight nine ten")
_AS_THE_REST = words("all some most lots plenty lot rest majority half remainder")
_LISTED = words("people police list collection set pile catalogue sequence chain stream string")
_MANY_BEFORE = words("these those many several few both")
_ONE_BEFORE = words("a an this that each every another")
_INSERTED = words("as like for with despite")
_DESCRIBES = Tag.ADJECTIVE | Tag.ADVERB | Tag.PARTICIPLE | Tag.CONJUNCTION
_NO_LINK = words("than as like per via until since over up off out down")
THINKS = words(
    "think thinks thought believe believes say says said know knows knew hope hopes guess suppose means admit "
    "wonder feel feels felt find argue"
)
_TODAY = words("tonight today yesterday tomorrow here there")
_TIMES = words("tonight today yesterday tomorrow time day night week month year morning evening afternoon moment way")
_POINTED = words("fact idea feeling impression problem point reason way shame pity hope sense extent day time moment")


class Subject(NamedTuple):
    """The phrases that make a subject, its head first (“the sound | of the drums”), as item ranges."""

    phrases: tuple[tuple[int, int], ...]  # start, head
    opener: str  # the word or mark before it, "" at the start of the sentence

    @property
    def start(self) -> int:
        """Return the index of the first item."""
        return self.phrases[0][0]

    @property
    def head(self) -> int:
        """Return the index of the noun that decides."""
        return self.phrases[0][1]


def subject_of(items: Sequence[Item], verb: int) -> Subject | None:
    """Return the subject that stands before the verb at `verb`, or None where it is not sure."""
    end = verb
    while end > 0 and (
        items[end - 1].tag & Tag.ADVERB or items[end - 1].word in SHARED["reflexive"] or items[end - 1].word in _TODAY
    ):
        end -= 1
    if end < 1 or any(item.word in SHARED["modal"] for item in items[end:verb]):
        return None
    if items[end - 1].word == ",":
        return _before_insertion(items, end - 1)
    return _chain(items, end)


def _before_insertion(items: Sequence[Item], comma: int) -> Subject | None:
    """Return the subject before an insertion between commas: “Anna, like her sister, sings”."""
    first = next((k for k in range(comma - 1, max(-1, comma - 16), -1) if items[k].word == ","), -1)
    if first < 1 or comma - first < 3:
        return None
    inside = items[first + 1 : comma]
    described = all(item.tag & _DESCRIBES for item in inside)  # “her voice, soft and low, fills”
    if not described and not (inside[0].tag & (Tag.PREPOSITION | Tag.WH) or inside[0].word in _INSERTED):
        return None
    if not described and not inside[0].tag & Tag.WH and any(item.tag & FINITE for item in inside):
        return None
    if items[first - 1].capital and items[first - 2].tag & Tag.NOUN and not items[first - 2].capital:
        name = (first - 1, first - 1)  # “At the end of the book Anna, like …”
        return Subject((name,), items[first - 2].word) if _opens_clause(items, first - 2, first - 1) else None
    found = _chain(items, first)
    return found if found and found.opener == "" and found.start == 0 else None


def _chain(items: Sequence[Item], end: int) -> Subject | None:
    """Return the noun phrases, tied by prepositions, that end before item `end` and begin a clause."""
    phrases: list[tuple[int, int]] = []
    while True:
        phrase = phrase_before(items, end)
        if phrase is not None:
            phrases.insert(0, (phrase.start, phrase.head))
        elif phrases and end > 0 and items[end - 1].word in _ONE | _MANY | _AS_THE_REST:
            phrases.insert(0, (end - 1, end - 1))
            if end > 1 and items[end - 2].tag & Tag.ADVERB:
                return None  # “so many of the”
        else:
            return None
        if any(item.tag & Tag.PLURAL for item in items[phrases[0][0] : phrases[0][1]]):
            return None  # “the advantages books have”
        if len(phrases) == 1 and any(i.word in _TIMES for i in items[phrases[0][0] : phrases[0][1]]):
            return None  # “the way things are”
        before = phrases[0][0] - 1
        if before > 0 and items[before].word in ("but", "than") and items[before - 1].word in ("all", "more"):
            return None  # “all but one of the films”
        if before < 0:
            return Subject(tuple(phrases), "")
        item = items[before]
        if item.tag & Tag.PREPOSITION and item.word in SHARED["preposition"] and item.word not in _NO_LINK:
            end = before
            continue
        return Subject(tuple(phrases), item.word) if _opens_clause(items, before, phrases[0][0]) else None


def _opens_clause(items: Sequence[Item], before: int, start: int) -> bool:
    """Tell whether the item at `before` lets a clause begin with the phrase at `start`."""
    item = items[before]
    if item.word == "how" and items[start].word in ("many", "much"):
        return False
    if item.word in CLAUSE_OPENERS or item.word in (";", ":", "—", "–"):
        return True
    previous = items[before - 1] if before else None
    if item.word == "that":
        return previous is not None and (
            bool(item.tag & Tag.PREPOSITION and previous.tag & (Tag.VERB | Tag.PAST))
            or previous.word in _POINTED
            or previous.word in THINKS
            or bool(previous.tag & (Tag.ADJECTIVE | Tag.VERB_S))
        )
    if item.word in THINKS and item.tag & VERBAL:  # “I think the lamps is out”
        return before <= 3 and (previous is None or previous.word in SHARED["subject"] or "n't" in previous.word)
    if previous is None and item.tag & Tag.ADVERB:
        return True  # “Even the lamps is out”
    sure = bool(items[start].tag & (_OPENS_PHRASE | Tag.PROPER))
    if item.tag & NOMINAL:  # “In this room the lamps is out”
        return (
            sure
            and bool(items[0].tag & Tag.PREPOSITION)
            and not any(i.tag & (VERBAL | Tag.MARK | Tag.CONJUNCTION) for i in items[: before + 1])
        )
    if item.word == ",":
        if previous is not None and previous.tag & Tag.PRONOUN:
            return False  # “we, the readers, …”
        return sure and _is_introduction(items[:before])
    if item.word == "and" and is_plural(items[_head_after(items, start)].word):
        return sure and previous is not None and previous.word == "," and _ends_clause(items, before - 1)
    return False


def _ends_clause(items: Sequence[Item], comma: int) -> bool:
    """Tell whether a clause, not an item of a list, ends at the comma."""
    first = next((k for k in range(comma - 1, -1, -1) if items[k].word == ","), -1)
    return any(item.tag & (FINITE | Tag.VERB) for item in items[first + 1 : comma])


def _head_after(items: Sequence[Item], start: int) -> int:
    """Return the last noun of the phrase that begins at `start`."""
    end = start
    while end + 1 < len(items) and items[end + 1].tag & (NOMINAL | Tag.ADJECTIVE):
        end += 1
    return end


def _is_introduction(items: Sequence[Item]) -> bool:
    """Tell whether what stands before a comma is an introduction or a clause, and no list."""
    if not items:
        return False
    opens = Tag.PREPOSITION | Tag.ADVERB | Tag.WH | Tag.TO | Tag.ING | Tag.CONJUNCTION
    return bool(items[0].tag & opens) or any(item.tag & (FINITE | Tag.VERB) for item in items)


def is_many(items: Sequence[Item], subject: Subject) -> bool | None:
    """Tell whether a subject is plural (True) or singular (False); None where it is not sure."""
    start, head = subject.phrases[0]
    word = items[head].word
    linked = len(subject.phrases) > 1 and items[head + 1].word == "of"
    if start == head and word in _ONE:
        return False if linked or word != "one" else None
    if start == head and word in _MANY:
        return True
    if word == "part" and any(i.tag & (Tag.SUPERLATIVE | Tag.ADJECTIVE) for i in items[start:head]):
        return False  # “the best part of the games”
    if word in _AS_THE_REST and linked and (start == head or items[start].word in ("a", "the")):
        return True if _sort(items, *subject.phrases[1]) else None
    return _sort(items, start, head)


def _sort(items: Sequence[Item], start: int, head: int) -> bool | None:
    """Tell whether a noun phrase is plural; None where it is not sure."""
    item = items[head]
    phrase = items[start : head + 1]
    if item.capital or any(i.capital and k for k, i in enumerate(phrase, start)):
        return None
    if any(i.tag & Tag.NUMBER for i in phrase) and not (phrase[0].tag & _OPENS_PHRASE and item.tag & Tag.PLURAL):
        return None  # “ten songs is a lot”, but “the two songs are”
    if (item.word in COLLECTIVE and item.word not in _LISTED) or item.word in _TIMES or phrase[0].word == "how":
        return None
    first = phrase[0].word
    if (item.tag & Tag.PLURAL or item.word == "police") and is_plural(item.word):
        return None if is_measure(item.word) or (first in _ONE_BEFORE and len(phrase) > 1) else True
    if (item.tag & (Tag.NOUN | Tag.PROPER) or item.word in SURELY_ONE) and is_singular(item.word):
        return None if first in _MANY_BEFORE else False
    return None
