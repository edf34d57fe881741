"""Counts that a draft claims of the work: seasons, episodes, tracks, pages, volumes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.scope import compares_versions, names_another_work, speaks_of_this, tells_otherwise
from reviewlint.claims.subject import is_the_work, nouns_for, subject_of
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.media import Medium
from reviewlint.facts.numbers import NUMBER, numbers_among, read_number, read_ordinal
from reviewlint.facts.relations import Relation

_COUNTS = {
    Relation.NUMBER_OF_EPISODES: r"episodes?",
    Relation.NUMBER_OF_SEASONS: r"seasons?|series",
    Relation.NUM_TRACKS: r"tracks?|songs?",
    Relation.NUMBER_OF_PAGES: r"pages?",
    Relation.NUMBER_OF_VOLUMES: r"volumes?",
}
# What makes a number one of all of them; and what lets a number be told that is more than there are.
_ALL = re.compile(
    r"(?:\b(?:one|first|second|third|fourth|fifth|last|best|worst|most|half) of|[Tt]here (?:are|were)|\b(?:the|all|its|their|has|have|over|across|runs? to|holds?|is)) $",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:seasons?|series|specials?|years?|runs?|first|second|third|fourth|last|each|later|early)\b", re.IGNORECASE
)
_ONE_OF = re.compile(
    r"\b(?:one|first|second|third|fourth|fifth|last|best|worst|most|half) of (?:its |the )?$", re.IGNORECASE
)
_TOLD = re.compile(
    r"(?:^|[,;:—–(] ?|\b(?:the|all|its|their|has|have|had|over|across|through|throughout|to|holds?|is|are|was|were|in|of|with"
    r"|contains?|spans?|comprises?|collects?|fills?|and|after|at|for|took|takes?|needs?|needed|fill|filled|lasts?|lasted)|['’]ve) (?:just |only |about |some |a full |no fewer than )?$|^$",
    re.IGNORECASE,
)
_HAS_COUNT = re.compile(r"\b(?P<verb>has|have|had|runs?|holds?|is|are|comes?|contains?|spans?)\b[^,;:]{0,25}$")
_EDITION = re.compile(
    r"\b(?:edition|paperback|hardback|hardcover|disc|side|bonus|deluxe|reissue|version|translation|omnibus|printing)\b",
    re.IGNORECASE,
)
# Of songs that were written and episodes that were planned a work has fewer.
_NOT_THERE = re.compile(
    r"\b(?:wrote|written|recorded|planned|cut|out of|another|other|more|extra|first|last|next|hundreds|years?|per|every|each|read"
    r"|previous|earlier|their|your|my)\b[^,;]{0,30}$|\bfrom(?: [a-z]+){0,2} $",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r" on (?!it\b|this\b|here\b|the (?:album|record|whole)\b)| (?:in(?! \d)|into|later|left|ago|or so|a|per|each)\b|['’]"
)


@cache
def _compound(nouns: str, works: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<number>{NUMBER})-(?:{nouns}) (?:[a-z-]+ ){{0,2}}?(?:{works})\b", re.IGNORECASE)


def read_counts(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield how many seasons, episodes, tracks, pages or volumes the work is said to have."""
    if facts.main.medium is Medium.SERIES and compares_versions(text):
        return  # the seasons of which of the two?
    for relation, noun in _COUNTS.items():
        known = [fact.value for fact in facts.main.best(relation) if isinstance(fact.value, int)]
        if not known:
            continue
        plain = re.compile(rf"(?P<number>{NUMBER}) (?:{noun})\b", re.IGNORECASE)
        compound = _compound(noun, "|".join(nouns_for(facts.main.medium)))
        for sentence in document.sentences_with(numbers_among(document.word_starts)):
            for match in compound.finditer(text, sentence.start, sentence.end):
                number = read_number(match["number"])
                if number is not None and not names_another_work(document, sentence, facts, match.start()):
                    yield ValueClaim(relation, int(number), match.start(), match.end("number"))
            for match in plain.finditer(text, sentence.start, sentence.end):
                number = read_number(match["number"])
                if relation is Relation.NUMBER_OF_EPISODES and _is_of_season(text, sentence, number, known, facts):
                    continue
                if number is not None and _is_total(document, text, sentence, match, number > max(known), facts):
                    yield ValueClaim(relation, int(number), *match.span())


def _is_total(
    document: Document, text: str, sentence: Sentence, match: re.Match[str], beyond: bool, facts: Facts
) -> bool:
    """Tell whether a number is one of all that the work has. More than there are cannot be some of them."""
    before = text[sentence.start : match.start()]
    if not _ALL.search(before) and not (beyond and _TOLD.search(before)):
        return False
    if beyond and tells_otherwise(document, text, sentence):
        return False
    if _NOT_ALL.match(text, match.end()) or (beyond and not before.endswith("all ") and _NOT_THERE.search(before)):
        return False
    if _is_of_other_edition(text, sentence, match.start(), facts):
        return False
    if _ONE_OF.search(before) and facts.main.medium is Medium.ALBUM:
        return True  # “Jóga, the second of ten songs”: a song is no other work
    return speaks_of_this(document, sentence, match.start(), facts)


def _is_of_season(text: str, sentence: Sentence, number: float | None, known: list[int], facts: Facts) -> bool:
    """Tell whether a number of episodes is that of one season, in a sentence that speaks of one."""
    seasons = [fact.value for fact in facts.main.best(Relation.NUMBER_OF_SEASONS) if isinstance(fact.value, int)]
    fewer = number is not None and number < max(known)
    return fewer and max(seasons, default=2) > 1 and _SEASON.search(text, sentence.start, sentence.end) is not None


def _is_of_other_edition(text: str, sentence: Sentence, start: int, facts: Facts) -> bool:
    """Tell whether a count is one of an edition, a disc or a side: its subject is something else than the work."""
    before = text[sentence.start : start]
    verb = _HAS_COUNT.search(before)
    if verb is None:
        return _EDITION.search(before) is not None
    subject = subject_of(text, sentence.start, sentence.start + verb.end("verb"))
    return (
        subject is not None and subject.head not in ("there", "they", "you", "we") and not is_the_work(subject, facts)
    )


def read_ordinals(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the seasons that are named by their number: the fifth season claims that there are five at least."""
    if not facts.main.get(Relation.NUMBER_OF_SEASONS):
        return
    for match in re.finditer(r"\b(?P<number>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) season\b", text):
        number = read_ordinal(match["number"])
        if number is not None:
            yield ValueClaim(Relation.NUMBER_OF_SEASONS, number, *match.span())


def read_last(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the seasons called the last by their number: “the sixth and last season” claims that there are six."""
    if not facts.main.get(Relation.NUMBER_OF_SEASONS):
        return
    for match in re.finditer(
        r"\b(?P<number>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)),? and (?:last|final) season\b", text
    ):
        number = read_ordinal(match["number"])
        sentence = document.sentence_at(match.start())
        if number is not None and sentence is not None and speaks_of_this(document, sentence, match.start(), facts):
            yield ValueClaim(Relation.NUMBER_OF_SEASONS, number, *match.span())
