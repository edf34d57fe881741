"""A name that is spelt in two ways, or one letter off a known one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from reviewlint.document import Word
from reviewlint.facts.compare.folding import fold, one_edit
from reviewlint.finding import Finding
from reviewlint.lexicon import entry, share_capital
from reviewlint.rules.context import Context
from reviewlint.rules.facts.names_by_ear import bare, by_ear

_SHORTEST = 5
_LONG = 6  # of a name whose letters may have changed places
_SHORT = 3  # of a word in a name whose other word is right
_KNOWN_ENOUGH = 8  # in 4.5 million words: a name that others bear too is no slip
_ENDINGS = ("s", "’s", "'s", "n", "an", "i", "a", "o", "e", "y", "ish", "ese")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield names that are one edit or an accent away from one that the facts know or the draft uses more often."""
    known = {word for word in ctx.vocabulary.exact if word[0].isupper() and len(word) >= _SHORTEST}
    found = dict(by_ear(ctx)) | dict(_in_full_names(ctx, known)) | dict(_alone(ctx, known))
    for start, (text, right) in sorted(found.items()):
        yield ctx.finding(start, start + len(text), replace=right)


def _alone(ctx: Context, known: set[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield where a name is misspelt, how it is written there, and how it should be."""
    names = [word for word in ctx.document.words if _is_name(ctx, word)]
    counts = Counter(bare(word.text) for word in names)
    for word in names:
        text = bare(word.text)
        if text in known or ctx.vocabulary.knows(text) or counts[text] > 1 or _is_common(text):
            continue
        right = _right(text, known, counts)
        if (
            right is not None
            and not _is_start_of_sentence_word(text)
            and not _comes_first(text, right, names)
            and not _is_name_beside_word(text, right)
        ):
            yield word.start, (text, right)


def _in_full_names(ctx: Context, known: set[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield, as `_alone` does, the word of a name of two words that is one edit off, where the other word is the same.

    Beside a name that is known, or stands beside the right one elsewhere, a word may be short or common.
    """
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for first, second in pairwise(ctx.document.words):
        if not (first.text[0].isupper() and second.text[0].isupper()):
            continue
        one, two = bare(first.text), bare(second.text)
        if not (_in_name(ctx, first, one) and _in_name(ctx, second, two)) or ctx.text[first.end : second.start] != " ":
            continue
        if two in known and not ctx.vocabulary.knows(one):
            before.setdefault(two, set()).update(known)
        for word, text, seen in (
            (first, one, before.setdefault(two, set())),
            (second, two, after.setdefault(one, set())),
        ):
            if word is second and len(one) <= _SHORT:
                continue  # “New Delhi” and “New Delphi”
            near = [other for other in seen if _is_slip(text, other, _SHORT)]
            given = word is first and _share_no_word(text, near)  # “Thom Yorke”, then “Tom Yorke”
            if len(near) == 1 and not ctx.vocabulary.knows(text) and (given or _rarer(text, near[0])):
                yield word.start, (text, near[0])
                break
            seen.add(text)


def _share_no_word(text: str, near: list[str]) -> bool:
    """Tell whether two spellings of a given name are names and no ordinary words."""
    return all(share_capital(name) > 0.9 for name in (text, *near))


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
        and (inside or found is None or found.capital > 0.9)
    )


def _is_name(ctx: Context, word: Word) -> bool:
    text = word.text
    return (
        text[0].isupper()
        and len(text) >= _SHORTEST
        and len(bare(text)) >= _SHORTEST
        and not text.isupper()
        and text.replace("’", "").replace("'", "").isalpha()
        and ctx.text[word.start : word.end] == text
    )


def _is_common(text: str) -> bool:
    """Tell whether a word is one that the lexicon knows: an English word, or a name that is common in reviews."""
    found = entry(text)
    return found is not None and found.seen >= _KNOWN_ENOUGH


def _comes_first(text: str, other: str, names: list[Word]) -> bool:
    """Tell whether a draft uses each of two spellings once and `text` first: the second is the slip."""
    order = [bare(word.text) for word in names if bare(word.text) in (text, other)]
    return order == [text, other]


def _is_start_of_sentence_word(text: str) -> bool:
    found = entry(text)
    return found is not None and found.capital < 0.5


def _is_name_beside_word(text: str, other: str) -> bool:
    """Tell whether one is a name that others bear and the other an ordinary word: Monty is no slip for Month."""
    found, better = entry(text), entry(other)
    return found is not None and found.capital > 0.5 and better is not None and better.capital < 0.5


def _right(text: str, known: set[str], counts: Counter[str]) -> str | None:
    """Return the spelling that a name should have, or None: a known name first, then one the draft uses more."""
    near = sorted(other for other in known if _is_slip(text, other))
    if not near:
        near = sorted(
            other for other, count in counts.items() if (count > 1 or entry(other) is None) and _is_slip(text, other)
        )
    return near[0] if len(near) == 1 else None


def _is_slip(text: str, other: str, shortest: int = _SHORTEST) -> bool:
    if text == other or text[0] != other[0]:
        return False
    if text.lower().replace("’", "'") == other.lower().replace("’", "'"):
        return False  # capitals and the shape of an apostrophe are typography's
    first, second = fold(text), fold(other)
    if first == second:
        return True
    if first in (second + ending for ending in _ENDINGS) or second in (first + ending for ending in _ENDINGS):
        return False  # Germany and German, Roman and Romans
    if len(first) >= _LONG and sorted(first) == sorted(second):
        return True  # two letters have changed places
    return min(len(first), len(second)) >= shortest and one_edit(first, second)
