"""A name that is spelt in two ways, or one letter off a known one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from reviewlint.document import Word
from reviewlint.facts.compare.folding import fold
from reviewlint.finding import Finding
from reviewlint.lexicon import entry, is_word, share_capital
from reviewlint.rules.context import Context
from reviewlint.rules.facts.names_by_ear import bare, by_ear
from reviewlint.rules.facts.names_by_facts import by_facts
from reviewlint.rules.facts.slips import is_ordinary, slip_of
from reviewlint.rules.facts.small_syllable import small_syllables
from reviewlint.rules.facts.spellings import SHORTEST, Spellings, is_cut, only

_SHORT = 3  # of a word in a name whose other word is right
_KNOWN_ENOUGH = 8  # in 4.5 million words: a name that others bear too is no slip


def check(ctx: Context) -> Iterator[Finding]:
    """Yield names that are one edit or an accent away from one that the facts know or the draft uses more often."""
    known = {word for word in ctx.vocabulary.exact if word[0].isupper() and len(word) >= SHORTEST}
    found = dict(by_ear(ctx)) | dict(_in_full_names(ctx, known)) | dict(_alone(ctx, known))
    found |= dict(by_facts(ctx)) | dict(small_syllables(ctx))
    for start, (text, right) in sorted(found.items()):
        yield ctx.finding(start, start + len(text), replace=right)


def _alone(ctx: Context, known: set[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield where a name is misspelt, how it is written there, and how it should be."""
    places: dict[str, list[int]] = {}
    for word in ctx.document.words:
        if _is_name(ctx, word):
            places.setdefault(bare(word.text), []).append(word.start)
    spellings = Spellings(known)
    others = Spellings(text for text, starts in places.items() if len(starts) > 1 or entry(text) is None)
    for text, starts in places.items():
        if text in known or ctx.vocabulary.knows(text) or len(starts) > 1 or _is_common(text):
            continue
        right = _right(text, spellings, others)
        if (
            right is not None
            and not _is_start_of_sentence_word(text)
            and not _is_right(text, right, places)
            and not (right in known and is_cut(fold(text), fold(right)))  # “Samstag” beside a title’s “Samstage”
            and not _is_name_beside_word(text, right)
        ):
            yield starts[0], (text, right)


def _in_full_names(ctx: Context, known: set[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield, as `_alone` does, the word of a name of two words that is one edit off, where the other word is the same.

    Beside a name that is known, or stands beside the right one elsewhere, a word may be short or common.
    """
    before: dict[str, Spellings] = {}
    after: dict[str, Spellings] = {}
    spellings, beside_known = Spellings(known), set[str]()
    for first, second in pairwise(ctx.document.words):
        if not (first.text[0].isupper() and second.text[0].isupper()):
            continue
        one, two = bare(first.text), bare(second.text)
        if not (_in_name(ctx, first, one) and _in_name(ctx, second, two)) or ctx.text[first.end : second.start] != " ":
            continue
        if two in known and not ctx.vocabulary.knows(one):
            beside_known.add(two)
        for word, text, seen in (
            (first, one, before.setdefault(two, Spellings())),
            (second, two, after.setdefault(one, Spellings())),
        ):
            if word is second and len(one) <= _SHORT:
                continue  # “New Delhi” and “New Delphi”
            known_too = spellings.near(text, _SHORT) if word is first and two in beside_known else ()
            near = only(chain(seen.near(text, _SHORT), known_too))
            if near is None or ctx.vocabulary.knows(text):
                seen.add(text, word.start)
                continue
            given = word is first and _share_no_word(text, near)  # “Thom Yorke”, then “Tom Yorke”
            if given or _rarer(text, near):
                earlier = seen.place(near)
                if word is second and earlier is not None and share_capital(one) > 0.8 and slip_of(near, text) == near:
                    yield earlier, (near, text)
                else:
                    yield word.start, (text, near)
                break
            if (
                word is second
                and is_ordinary(text)
                and not is_ordinary(near)
                and not _is_common(near)
                and is_word(near)
            ):
                yield word.start, (text, near)  # “Timber Hearth”, then “Timber Heart”
                break
            seen.add(text, word.start)


def _share_no_word(text: str, near: str) -> bool:
    """Tell whether two spellings of a given name are names and no ordinary words."""
    return all(share_capital(name) > 0.9 for name in (text, near))


def _rarer(text: str, other: str) -> bool:
    """Tell whether a word is no more common than another: of two spellings the rarer one is the slip."""
    if _is_name_beside_word(text, other):
        return False
    found, better = entry(text), entry(other)
    return found is None or (better is not None and found.seen <= better.seen)


def _in_name(ctx: Context, word: Word, text: str) -> bool:
    sentence = ctx.sentence_of(word.start)
    inside = sentence is not None and word.start > sentence.start
    found = entry(text)
    return (
        len(text) >= _SHORT
        and text[0].isupper()
        and text.isalpha()
        and not text.isupper()
        and ctx.text[word.start] == text[0]
        and (inside or found is None or found.capital > 0.6)
    )


def _is_name(ctx: Context, word: Word) -> bool:
    text = word.text
    return (
        text[0].isupper()
        and len(text) >= SHORTEST
        and len(bare(text)) >= SHORTEST
        and not text.isupper()
        and text.replace("’", "").replace("'", "").isalpha()
        and ctx.text[word.start : word.end] == text
    )


def _is_common(text: str) -> bool:
    """Tell whether a word is one that the lexicon knows: an English word, or a name that is common in reviews."""
    found = entry(text)
    return found is not None and found.seen >= _KNOWN_ENOUGH


def _is_right(text: str, other: str, places: dict[str, list[int]]) -> bool:
    """Tell whether a draft that has each of two spellings once has this one right."""
    if len(places.get(other, [])) != 1:
        return False
    one, two = (text, other) if places[text] < places[other] else (other, text)
    return slip_of(one, two) != text


def _is_start_of_sentence_word(text: str) -> bool:
    found = entry(text)
    return found is not None and found.capital < 0.5


def _is_name_beside_word(text: str, other: str) -> bool:
    """Tell whether one is a name that others bear and the other an ordinary word: Monty is no slip for Month."""
    found, better = entry(text), entry(other)
    return found is not None and found.capital > 0.5 and better is not None and better.capital < 0.5


def _right(text: str, known: Spellings, others: Spellings) -> str | None:
    """Return the spelling that a name should have, or None: a known name first, then one the draft uses more."""
    near = next(known.near(text), None)
    return only(others.near(text)) if near is None else only(known.near(text))
