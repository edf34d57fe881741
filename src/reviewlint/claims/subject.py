"""What a clause speaks of: its subject, and whether that is the work under review as a whole."""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewlint.facts.compare.works import is_title
from reviewlint.facts.known import Facts
from reviewlint.facts.media import Medium
from reviewlint.lexicon import Tag, tag_sentence

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]")
_FINITE = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.MODAL | Tag.CONTRACTION
_EDGES = frozenset(";:—–()[]|?!\n")
_OPENERS = frozenset("that because while when since if though although so unless until".split())
_PRONOUNS = frozenset("it this".split())
# Nouns for the whole of a work, whatever its kind, and for its length.
_WHOLE = frozenset("work thing whole runtime length result affair".split())
_NOUNS: dict[Medium, str] = {
    Medium.FILM: "film movie picture feature drama comedy thriller documentary western musical romance animation flick "
    "adaptation debut",
    Medium.SERIES: "series show drama sitcom comedy programme program",
    Medium.GAME: "game title adventure puzzler platformer shooter rpg",
    Medium.ALBUM: "album record lp ep disc debut",
    Medium.BOOK: "book novel novella memoir volume thriller collection biography audiobook",
    Medium.COMIC: "comic manga book series volume",
    Medium.STAGE: "play show musical production",
}
_ANY = frozenset("film movie picture feature series show game album record book novel".split())
# Words before such a noun that make it another one, or some of it.
_ANOTHER = frozenset(
    "first second third fourth last next other another earlier later previous original new old older same best both "
    "each every any no most many some few bonus extra extended theatrical deluxe making-of restored final opening closing "
    "middle short longer his her their my your our one two three whose companion average typical such".split()
)
_RELATIVE = frozenset("that which who".split())
_IN_PHRASE = Tag.NOUN | Tag.PLURAL | Tag.PROPER | Tag.ADJECTIVE | Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_NTH = frozenset("second third fourth last latest new".split())


class Subject(NamedTuple):
    """The words of a subject in lower case, its head, and what stands between it and its verb."""

    words: tuple[str, ...]
    head: str
    rest: tuple[str, ...]


def subject_of(text: str, begin: int, at: int) -> Subject | None:
    """Return the subject of the clause whose verb ends at `at`; `begin` is where its sentence starts. None without one."""
    tokens = _TOKEN.findall(text, begin, at)
    tags = tag_sentence(tokens)
    if tags and not any(tag & _FINITE for tag in tags[-3:]):
        tags[-1] = Tag.VERB_S  # “the last song runs”, taken for a noun
    stop = len(tokens)
    while stop > 0:
        verb = next((i for i in range(stop - 1, -1, -1) if tags[i] & _FINITE), None)
        if verb is None:
            return None
        if tags[verb] & Tag.CONTRACTION:
            word = re.split(r"['’]", tokens[verb].lower())[0]
            return Subject((word,), word, ())
        if verb and tokens[verb - 1].lower() in _RELATIVE:
            return _antecedent(tokens[: verb - 1], tags[: verb - 1])
        start = next((i + 1 for i in range(verb - 1, -1, -1) if _is_edge(tokens, tags, i, verb)), 0)
        found = _first_phrase(tokens[start:verb], tags[start:verb])
        if found is not None:
            return found
        stop = start if start < verb else verb
        while stop > 0 and (tokens[stop - 1] in _EDGES or tags[stop - 1] & (Tag.CONJUNCTION | Tag.ADVERB)):
            stop -= 1
    return None


def _antecedent(tokens: list[str], tags: list[Tag]) -> Subject | None:
    """Return the noun phrase that ends the words before “that” or “which”, a comma left out."""
    end = len(tokens) - 1 if tokens and tokens[-1] == "," else len(tokens)
    if end == 0 or not tags[end - 1] & (Tag.NOUN | Tag.PLURAL | Tag.PROPER | Tag.PRONOUN):
        return None
    start = end - 1
    while start > 0 and tags[start - 1] & _IN_PHRASE:
        start -= 1
    return Subject(tuple(token.lower() for token in tokens[start:end]), tokens[end - 1].lower(), ())


def _is_edge(tokens: list[str], tags: list[Tag], at: int, verb: int) -> bool:
    """Tell whether a clause whose verb stands at `verb` begins after a token."""
    if tokens[at] in _EDGES or tags[at] & Tag.CONJUNCTION:
        return True
    return at + 1 < verb and tokens[at].lower() in _OPENERS


def _first_phrase(tokens: list[str], tags: list[Tag]) -> Subject | None:
    """Return the first noun phrase of the words before a verb that does not hang on a preposition."""
    at = 0
    while at < len(tokens) and "," in tokens[at:-1] and tokens[-1] != ",":
        at = tokens.index(",", at) + 1  # "In the end, the film …", but not "the film, a comedy, …"
    if at < len(tokens) and tags[at] & (Tag.PREPOSITION | Tag.TO):  # "In the end the film …"
        opens = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.PROPER
        closes = Tag.NOUN | Tag.PLURAL | Tag.PROPER | Tag.NUMBER
        starts = [i for i in range(at + 1, len(tokens)) if tags[i] & opens and tags[i - 1] & closes]
        at = starts[-1] if starts else at
    words: list[str] = []
    head = ""
    for index in range(at, len(tokens)):
        tag = tags[index]
        if tag & (Tag.NOUN | Tag.PLURAL | Tag.PROPER | Tag.PRONOUN | Tag.OTHER | Tag.NUMBER):
            head = tokens[index].lower()
        elif head and not tag & (Tag.POSSESSIVE | Tag.ADJECTIVE):
            rest = tuple(
                token.lower() for token, one in zip(tokens[index:], tags[index:], strict=True) if not one & Tag.ADVERB
            )
            return Subject(tuple(words), head, rest)
        words.append(tokens[index].lower())
    return Subject(tuple(words), head, ()) if head else None


def is_the_work(subject: Subject | None, facts: Facts) -> bool:
    """Tell whether a subject is the work under review: a pronoun, a noun for it that nothing restricts, or its title."""
    if subject is None:
        return False
    if subject.head in _PRONOUNS:
        return len(subject.words) == 1
    if any(is_title(" ".join(subject.words), work) for work in facts.works):
        return True
    if subject.rest and subject.rest[0] not in (",", "itself", "that", "which"):
        return False
    owned = any(
        word.endswith(("'s", "’s", "s'", "s’")) for word in subject.words
    )  # “Lee’s second novel” may well be it
    if (_ANOTHER - _NTH if owned else _ANOTHER) & set(subject.words):
        return False
    if subject.head == "time" and "running" in subject.words:
        return True
    return subject.head in _WHOLE or subject.head in nouns_for(facts.main.medium)


def nouns_for(medium: Medium) -> frozenset[str]:
    """Return the nouns that a review has for a work of this medium."""
    return frozenset(_NOUNS[medium].split()) if medium in _NOUNS else _ANY
