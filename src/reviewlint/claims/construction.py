"""How a name stands to a word for a role in its sentence: the features that the scorer of credits weighs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reviewlint.claims.mentions import Mention
from reviewlint.document import Document
from reviewlint.facts.relations import Relation

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|\n")
_FARTHEST = 16  # tokens between a name and a word for a role
_FARTHEST_WORK = 4  # of “film” and the like, which stand everywhere
_SHORT = 110  # code points of a sentence that the next one may answer to
_LABEL = 30  # and of a heading or a cell of a table
_SHOWN = 6  # tokens between the two that are told one by one
_BUCKETS = (0, 1, 2, 3, 4, 5, 7, 9, 12)


class Cue(NamedTuple):
    """A word for a role: the relations it may speak of, by what sort of word it is."""

    sort: str
    relations: tuple[Relation, ...]


class Token(NamedTuple):
    """A token of a sentence as features see it; `mention` is the index of the name it is, or -1."""

    shape: str
    word: str
    start: int
    mention: int = -1


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return what each word for a role may mean, from data/roles.toml."""
    table = tomllib.loads(files("reviewlint.claims").joinpath("data", "roles.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, list[Relation]]] = {}
    for relation, sorts in table.items():
        for sort, words in sorts.items():
            for word in words.split():
                found.setdefault(word, {}).setdefault(sort, []).append(Relation(relation))
    return {
        word: tuple(Cue(sort, tuple(relations)) for sort, relations in sorts.items()) for word, sorts in found.items()
    }


def begin_of(document: Document, index: int) -> int:
    """Return where to begin to read a sentence: a short one before it may hold the word that its name answers to."""
    sentence = document.sentences[index]
    if index == 0:
        return sentence.start
    before = document.sentences[index - 1]
    near = before.block == sentence.block or (
        before.block == sentence.block - 1 and before.end - before.start <= _LABEL
    )
    return before.start if near and before.end - before.start <= _SHORT else sentence.start


def tokens_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens of a stretch of text, each name one of them."""
    found: list[Token] = []
    known = cues()
    at = 0
    done = start
    for match in _TOKEN.finditer(text, start, end):
        while at < len(mentions) and mentions[at].end <= match.start():
            at += 1
        if match.start() < done:
            continue
        if at < len(mentions) and mentions[at].start <= match.start() < mentions[at].end:
            many = " " in mentions[at].name
            found.append(Token("N" if many else "n", mentions[at].name, match.start(), at))
            done = mentions[at].end
            continue
        word = match.group().lower().replace("’", "'")
        found.append(Token(f"<{known[word][0].sort}>" if word in known else word, word, match.start()))
    return found


def constructions(tokens: Sequence[Token], first: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the places of a name and of a word for a role that are near each other.

    `first` is where the sentence begins: a word before it counts only for a sentence that holds none.
    """
    known = cues()
    places = [place for place, token in enumerate(tokens) if token.mention < 0 and token.word in known]
    places = [place for place in places if place >= first] or places
    for place, token in enumerate(tokens):
        if token.mention >= 0 and place >= first:
            for cue in places:
                reach = _FARTHEST_WORK if tokens[cue].shape == "<work>" else _FARTHEST
                if abs(cue - place) <= reach:
                    yield place, cue


def features(tokens: Sequence[Token], name: int, cue: int, sort: str) -> list[str]:
    """Return what speaks for or against a name having the role that a word brings to mind, as short strings."""
    first, last = min(name, cue), max(name, cue)
    order = "<" if cue < name else ">"
    kind = sort + order
    between = [token.shape for token in tokens[first + 1 : last]]
    listed = _without_list(between, order)
    gap = len(listed)
    bucket = next((str(edge) for edge in _BUCKETS if gap <= edge), "far")
    names = sum(shape in ("N", "n") for shape in listed)
    others = sum(shape.startswith("<") and len(shape) > 2 for shape in listed)
    marks = "".join(sorted({shape for shape in listed if shape in ',;:()—–-“”"|\n'}))
    left, right = _around(tokens, name)
    found = [
        kind, f"{kind}gap{bucket}", f"{kind}names{min(names, 3)}", f"{kind}cues{min(others, 2)}", f"{kind}marks{marks}",
        f"{kind}{tokens[name].shape}", f"{kind}list{len(between) != len(listed)}",
        f"{kind}l={left}", f"{kind}r={right}", f"{kind}lr={left} {right}", f"w={tokens[cue].word}{order}",
        f"w={tokens[cue].word}{order}{bucket}",
    ]  # fmt: skip
    if gap <= _SHOWN:
        found += (f"{kind}={' '.join(listed)}", f"w={tokens[cue].word}{order}{' '.join(listed)}")
    if listed:
        found += (f"{kind}f={listed[0]}", f"{kind}t={listed[-1]}", f"{kind}ft={listed[0]} {listed[-1]}")
        found += (f"{kind}f2={' '.join(listed[:2])}", f"{kind}t2={' '.join(listed[-2:])}")
    found += (f"{kind}b={shape}" for shape in set(listed))
    cue_left, cue_right = _around(tokens, cue)
    found += (f"{kind}cl={cue_left}", f"{kind}cr={cue_right}", f"{kind}near{_nearer(tokens, name, cue)}")
    found += (f"{kind}nearcue{_nearer_cue(tokens, name, cue)}",)
    found += (f"{kind}s={token.shape}" for token in tokens[max(0, first - 4) : first])
    return found


def cast_features(tokens: Sequence[Token], actor: int, role: int) -> list[str]:
    """Return what speaks for or against the name at `actor` being that of who plays the name at `role`."""
    hidden = list(tokens)
    hidden[role] = Token("<character>", "", tokens[role].start)
    return features(hidden, actor, role, "character")


def _without_list(between: list[str], order: str) -> list[str]:
    """Return what stands between two places, other names of the same list left out: “by Ann Lee, Bo Ek and …”."""
    kept = list(between)
    if order == "<":
        while len(kept) > 1 and kept[-1] in (",", "and", "&", "or") and (kept[-2] in ("N", "n", ",")):
            kept.pop()
            if kept[-1] in ("N", "n"):
                kept.pop()
        return kept
    while len(kept) > 1 and kept[0] in (",", "and", "&", "or") and kept[1] in ("N", "n", "and"):
        kept.pop(0)
        if kept[0] in ("N", "n"):
            kept.pop(0)
    return kept


def _around(tokens: Sequence[Token], at: int) -> tuple[str, str]:
    left = tokens[at - 1].shape if at else "^"
    right = tokens[at + 1].shape if at + 1 < len(tokens) else "$"
    return left, right


def _nearer(tokens: Sequence[Token], name: int, cue: int) -> str:
    """Return on which sides of a word another name stands nearer to it."""
    reach = abs(name - cue)
    near = {"l" if place < cue else "r" for place in range(max(0, cue - reach + 1), min(len(tokens), cue + reach))
            if tokens[place].mention >= 0 and place != name}  # fmt: skip
    return "".join(sorted(near))


def _nearer_cue(tokens: Sequence[Token], name: int, cue: int) -> str:
    """Return of what sorts the words for roles are that stand nearer to a name, and on which side."""
    reach = abs(name - cue)
    near = {
        ("l" if place < name else "r") + tokens[place].shape
        for place in range(max(0, name - reach + 1), min(len(tokens), name + reach))
        if tokens[place].shape.startswith("<") and len(tokens[place].shape) > 2 and place != cue
    }
    return "".join(sorted(near))
