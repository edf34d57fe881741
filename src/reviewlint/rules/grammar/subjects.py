"""The subject of a verb in a tagged sentence, and its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewlint.lexicon import Tag, share_capital
from reviewlint.rules.grammar.clause_starts import opens_clause
from reviewlint.rules.grammar.clauses import FINITE, Item, Phrase, phrase_before
from reviewlint.rules.grammar.number import COLLECTIVE, SURELY_ONE, is_measure, is_plural, is_singular
from reviewlint.rules.wordsets import SHARED, words

_OPENS_PHRASE = Tag.DETERMINER | Tag.POSSESSIVE
# “each of the films”, “everyone in the films”: pronouns that can stand as head before a preposition.
_ONE = words("each everyone everybody everything someone somebody something anyone anybody anything nobody one")
_MANY = words("many several few both two three four five six seven eight nine ten")
_AS_THE_REST = words("all some most lots plenty heaps loads tons lot rest majority half remainder")
_LISTED = words("people police list collection set pile catalogue sequence chain stream string")
_MANY_BEFORE = words("these those many several few both")
_ONE_BEFORE = words("a an this that each every another")
_POINTS_AT = words("the these those")  # “the days are short”; “ten days is long”, “the two hours is well spent”
_INSERTED = words("as like for with despite")
_DESCRIBES = Tag.ADJECTIVE | Tag.ADVERB | Tag.PARTICIPLE | Tag.CONJUNCTION
_LETS = words("having making letting seeing hearing watching helping")
_NO_LINK = words("than as like per via until since over up off out down")
_TODAY = words("tonight today yesterday tomorrow here there")
_TIMES = words("tonight today yesterday tomorrow time day night week month year morning evening afternoon moment way")


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
    if end < 1 or items[verb - 1].word == "there" or any(item.word in SHARED["modal"] for item in items[end:verb]):
        return None
    if items[end - 1].word == ",":
        return _before_insertion(items, end - 1)
    return _chain(items, end)


def _before_insertion(items: Sequence[Item], comma: int) -> Subject | None:
    """Return the subject before an insertion between commas: “Anna, like her sister, sings”."""
    first = next((k for k in range(comma - 1, max(-1, comma - 16), -1) if items[k].word == ","), -1)
    if first < 1 or comma - first < 2:
        return None
    inside = items[first + 1 : comma]
    if all(item.capital for item in inside):  # “The last song, ‘Rain’, asks”
        found = _chain(items, first)
        return found if found and found.start == 0 and items[0].tag & _OPENS_PHRASE else None
    if len(inside) < 2:
        return None
    described = all(item.tag & _DESCRIBES for item in inside)  # “her voice, soft and low, fills”
    if not described and not (inside[0].tag & (Tag.PREPOSITION | Tag.WH) or inside[0].word in _INSERTED):
        return None
    if not described and not inside[0].tag & Tag.WH and any(item.tag & FINITE for item in inside):
        return None
    if first > 1 and items[first - 1].capital and items[first - 2].tag & Tag.NOUN and not items[first - 2].capital:
        name = (first - 1, first - 1)  # “At the end of the book Anna, like …”
        return Subject((name,), items[first - 2].word) if opens_clause(items, first - 2, first - 1) else None
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
        if before > 2 and items[before].word in ("and", "or") and len(phrases) == 1:
            other = phrase_before(items, before)
            if other is not None and other.start > 0 and _joins_alike(items, other, phrases[0]):
                phrases[0] = (other.start, phrases[0][1])
                before = other.start - 1
                if items[before].word not in SHARED["preposition"] or items[before].word in _NO_LINK:
                    return None
        if before > 0 and items[before].word in ("but", "than") and items[before - 1].word in ("all", "more"):
            return None  # “all but one of the films”
        if before < 0:
            return Subject(tuple(phrases), "")
        item = items[before]
        if item.word in _LETS:
            return None  # “of having the lamps burn”
        if item.tag & Tag.ING and before > 0 and items[before - 1].tag & Tag.PREPOSITION:
            end = before - 1  # “the art of telling lies”
            continue
        whole = item.word == "as" and items[phrases[0][1]].word == "whole"  # “the song as a whole”
        if whole or (item.tag & Tag.PREPOSITION and item.word in SHARED["preposition"] and item.word not in _NO_LINK):
            end = before
            continue
        return Subject(tuple(phrases), item.word) if opens_clause(items, before, phrases[0][0]) else None


def _starts_anew(items: Sequence[Item], at: int) -> bool:
    """Tell whether the word at `at` has a capital because a sentence begins with it, perhaps after “Verdict:”."""
    return at == 0 or (items[at - 1].word == ":" and bool(items[at].tag & _OPENS_PHRASE))


def _joins_alike(items: Sequence[Item], one: Phrase, other: tuple[int, int]) -> bool:
    """Tell whether two nouns tied by “and” after a preposition are bare or names: “between friend and foe”."""
    return not items[one.start].tag & _OPENS_PHRASE and not items[other[0]].tag & _OPENS_PHRASE


def is_many(items: Sequence[Item], subject: Subject) -> bool | None:
    """Tell whether a subject is plural (True) or singular (False); None where it is not sure."""
    start, head = subject.phrases[0]
    word = items[head].word
    linked = len(subject.phrases) > 1 and items[head + 1].word == "of"
    if start == head and word in _ONE:
        return False if linked or word != "one" else None
    if start == head and word in _MANY:
        return None if any(item.capital for item in items[start + 1 : subject.phrases[-1][1] + 1]) else True
    described = any(i.tag & (Tag.SUPERLATIVE | Tag.ADJECTIVE) for i in items[start:head])
    if word in ("part", "bit") and (described or items[start].word in _ONE_BEFORE):
        return False  # “the best part of the games”
    if word in _AS_THE_REST and linked and (start == head or items[start].word in ("a", "the")):
        return _sort(items, *subject.phrases[1])
    if items[head].capital and not (head == 0 and linked and _is_common(items, subject)):
        return None
    return _sort(items, start, head)


def _is_common(items: Sequence[Item], subject: Subject) -> bool:
    """Tell whether a capital is only that of the sentence: “Hints of these ideas …”, not “Guardians of the Galaxy”."""
    last = subject.phrases[-1][1]
    return share_capital(items[subject.head].word) < 0.2 and not any(item.capital for item in items[1 : last + 1])


def _sort(items: Sequence[Item], start: int, head: int) -> bool | None:
    """Tell whether a noun phrase is plural; None where it is not sure."""
    item = items[head]
    phrase = items[start : head + 1]
    if (item.capital and not _starts_anew(items, head)) or (phrase[0].word == "title" and phrase[0].capital):
        return None
    capitals = any(i.capital and not _starts_anew(items, k) for k, i in enumerate(phrase[:-1], start))
    if capitals and not (
        item.tag & Tag.NOUN and phrase[0].tag & _OPENS_PHRASE and (start == 0 or not phrase[0].capital)
    ):
        return None
    if any(i.tag & Tag.NUMBER for i in phrase) and not (phrase[0].tag & _OPENS_PHRASE and item.tag & Tag.PLURAL):
        return None  # “ten songs is a lot”, but “the two songs are”
    if (item.word in COLLECTIVE and item.word not in _LISTED) or item.word in _TIMES:
        return None
    if phrase[0].word == "how":
        return True if len(phrase) == 3 and phrase[1].word == "many" and item.tag & Tag.PLURAL else None
    first = phrase[0].word
    if (item.tag & Tag.PLURAL or item.word == "police") and is_plural(item.word, opened=len(phrase) > 1):
        counted = len(phrase) > 1 and phrase[1].word in ("few", "couple", "dozen", "hundred", "thousand")
        summed = is_measure(item.word) and not (first in _POINTS_AT and len(phrase) == 2)
        return None if summed or (first in _ONE_BEFORE and len(phrase) > 1 and not counted) else True
    if (item.tag & (Tag.NOUN | Tag.PROPER) or item.word in SURELY_ONE) and is_singular(item.word):
        return None if first in _MANY_BEFORE else False
    return None
