"""A name that is written by ear: “Nick” where the draft has had “Nik” twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reviewlint.document import Word
from reviewlint.facts.compare.sound import sound
from reviewlint.lexicon import entry
from reviewlint.rules.context import Context

_SHORTEST = 3
_ENDINGS = ("’s", "'s", "’", "'")


def by_ear(ctx: Context) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield where a name has the sound of an earlier one, how it is written there, and how it should be.

    The earlier one must be known, or stand there twice; the other stands there once and alone, for in a full name it
    may well be somebody else's.
    """
    places: dict[str, list[Word]] = {}
    for word in ctx.document.words:
        if not word.text[0].isupper():
            continue
        text = bare(word.text)
        if len(text) >= _SHORTEST and text.isalpha() and not text.isupper():
            places.setdefault(text, []).append(word)
    sounds: dict[tuple[str, str], list[str]] = {}
    for text in places:
        sounds.setdefault((text[0], sound(text)), []).append(text)
    alike = {text: group for group in sounds.values() if len(group) == 2 for text in group}
    if not alike:
        return
    lonely = _lonely(ctx)
    for text, group in alike.items():
        other = group[0] if group[1] == text else group[1]
        first, second = places[other], places[text]
        if (
            len(second) == 1
            and (len(first) > 1 or ctx.vocabulary.knows(other))
            and first[0].start < second[0].start
            and not ctx.vocabulary.knows(text)
            and second[0].start in lonely
            and any(word.start in lonely for word in first)
            and not _one_of_two_forms(text, other)
        ):
            yield second[0].start, (text, other)


def bare(text: str) -> str:
    """Return a word without a possessive ending."""
    if "'" not in text and "’" not in text:
        return text
    for ending in _ENDINGS:
        text = text.removesuffix(ending)
    return text


def _lonely(ctx: Context) -> set[int]:
    """Return the starts of the capitalised words within a sentence that have no capitalised neighbour."""
    words = ctx.document.words
    joined: set[int] = set()
    for first, second in pairwise(words):
        if first.text[0].isupper() and second.text[0].isupper() and second.start - first.end <= 2:
            joined |= {first.start, second.start}
    lonely = {word.start for word in words if word.text[0].isupper()} - joined
    starts = {sentence.start for sentence in ctx.document.sentences}
    return lonely - {start for start in starts if _is_word(ctx, start)}


def _is_word(ctx: Context, start: int) -> bool:
    """Tell whether a word at the start of a sentence may have its capital from there alone."""
    end = start
    while end < len(ctx.text) and ctx.text[end].isalpha():
        end += 1
    found = entry(ctx.text[start:end])
    return found is not None and found.capital < 0.9


def _one_of_two_forms(text: str, other: str) -> bool:
    """Tell whether one is a form of the other, as in Roman and Romans, or the two differ by an accent or a capital."""
    short, long = sorted((text.lower(), other.lower()), key=len)
    return long in (short + "s", short + "es")
