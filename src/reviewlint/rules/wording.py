"""Words and phrases of rule files, as they are looked up among the words of a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of


@dataclass(frozen=True, slots=True)
class Wording:
    """A word or phrase to look for. `exact` tells that its capitals count: it was written with some."""

    text: str
    words: tuple[str, ...]  # in lower case, with straight apostrophes
    exact: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: token indexes, the last one included."""

    wording: Wording
    first: int
    last: int


Index = dict[str, list[Wording]]


def read_wording(info: RuleInfo, text: str, *key: str | int) -> Wording:
    """Return a wording; raise ReviewlintError, with the line of `key`, for what is not just words and blanks."""
    tokens = tokens_of(text)
    size = len(tokens)
    if not size or text != " ".join(tokens.word(i) for i in range(size)):
        raise info.error(
            f"“{text}” must be words with one blank between them.", *key, hint="Other marks are a pattern's job."
        )
    return Wording(text, tuple(tokens.lower), not text.islower())


def index_of(wordings: Iterable[Wording]) -> Index:
    """Return wordings by their first word, longer ones first, and of the same length those with capitals."""
    index: Index = defaultdict(list)
    for wording in wordings:
        index[wording.words[0]].append(wording)
    for listed in index.values():
        listed.sort(key=lambda wording: (-len(wording.words), not wording.exact))
    return dict(index)


def find_wordings(index: Index, tokens: Tokens) -> list[Place]:
    """Return where wordings stand, in order; of those that overlap the first, and of those the longest."""
    found: list[Place] = []
    for i in sorted(tokens.at(index.keys() & tokens.places.keys())):
        if found and i <= found[-1].last:
            continue
        for wording in index[tokens.lower[i]]:
            last = i + len(wording.words) - 1
            if _stands(wording, tokens, i, last):
                found.append(Place(wording, i, last))
                break
    return found


def _stands(wording: Wording, tokens: Tokens, first: int, last: int) -> bool:
    if last >= len(tokens) or tuple(tokens.lower[first : last + 1]) != wording.words:
        return False
    if not tokens.joined(first, last):
        return False
    return not wording.exact or " ".join(map(tokens.word, range(first, last + 1))).replace("’", "'") == wording.text


def is_name(ctx: Context, tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether some of the tokens `first` to `last` is a name, by its capital or because the facts know it.

    A capital at the start of a sentence is no sign, nor are words all in capitals, nor “I”.
    """
    return any(_is_name_word(ctx, tokens, i) for i in range(first, last + 1))


def stands_in_name(ctx: Context, tokens: Tokens, place: Place) -> bool:
    """Tell whether a wording that a rule has in lower case stands in a name."""
    return not place.wording.exact and is_name(ctx, tokens, place.first, place.last)


def _is_name_word(ctx: Context, tokens: Tokens, i: int) -> bool:
    word = tokens.word(i)
    if not word[0].isupper() or tokens.lower[i] == "i" or tokens.lower[i].startswith("i'"):
        return False
    if word.isupper() and len(word) > 1:
        return ctx.vocabulary.knows(word)
    return not tokens.starts_sentence(i) or ctx.vocabulary.knows(word)


def in_place_of(new: str, old: str, draft: str, *, exact: bool) -> str:
    """Return a replacement with the capitals of what stood there, and the apostrophes of the draft.

    With `exact`, the rule's own capitals count.
    """
    text = new.replace("'", "’") if "’" in draft else new
    if exact:
        return text
    letters = "".join(char for char in old if char.isalpha())
    if len(letters) > 1 and letters.isupper() and letters != "I":
        return text.upper()
    return text[:1].upper() + text[1:] if old[:1].isupper() and new[:1].islower() else text
