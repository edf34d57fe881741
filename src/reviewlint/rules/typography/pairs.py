"""Brackets that should come in pairs, and how much of a text an open one takes in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_BRACKET = re.compile(r"[()\[\]]")
_PARTNER = {")": "(", "]": "["}
_EMOTICON = re.compile(
    r"[:;=][-’'^o]?[()\[\]]+(?!\^)|(?<!\w)[8xX][-’'^o]?[()]+(?![\w^])"
    r"|(?<![()])[()]+[-’'^o]?[:;=](?![\w ])|\^[_.]?\^\)?|¯\\?_\(ツ\)_/¯"
)
_SHORTCODE = re.compile(r"\[\w+ [\w-]+=")  # [video src="…"], of some sites' own making
_LABEL = re.compile(r"(?:(?<=^)|(?<=[\s(,;:]))(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\)")
_LONGEST_LABEL = 5  # characters before its bracket, with the one that stands before it
_END = re.compile(r"[.!?;](?=[\s\"”’)]|$)|,(?= (?:and|but|which|who|it)\b)|\n|$")
LONGEST = 90  # characters of an open bracket that are marked


class Unpaired(NamedTuple):
    """A bracket without its partner: its offset, and whether it opens."""

    at: int
    opens: bool


def unpaired_brackets(text: str, start: int, end: int) -> Iterator[Unpaired]:
    """Yield the brackets of `text[start:end]` that have no partner, emoticons and list labels left out."""
    if not _BRACKET.search(text, start, end):
        return
    smiles = [match.span() for match in _EMOTICON.finditer(text, start, end)]
    smiling = {at for first, last in smiles for at in range(first, last)}
    stack: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        at, mark = match.span()[0], match.group()
        if mark in "([":
            if at not in smiling:
                stack.append(at)
        elif stack and text[stack[-1]] == _PARTNER[mark]:
            stack.pop()
        elif at not in smiling and not _is_excused(text, start, at, smiles):
            yield Unpaired(at, False)
    for at in stack:
        if not _SHORTCODE.match(text, at):
            yield Unpaired(at, True)


def _is_excused(text: str, start: int, at: int, smiles: list[tuple[int, int]]) -> bool:
    """Tell whether a closing bracket belongs to a list label, or closes what an emoticon has closed: "(ha ;-) )"."""
    before = bisect_right(smiles, at, key=lambda smile: smile[1]) - 1
    if before >= 0:
        gap = at  # begins here, seen from its end: what stands far before is not looked at for each bracket of a run
        while gap > smiles[before][1] and text[gap - 1].isspace():
            gap -= 1
        if gap == smiles[before][1]:
            return True
    near = max(start, at - _LONGEST_LABEL)
    line = text.rfind(" ", near, at) + 1 or near
    return any(label.end() - 1 == at for label in _LABEL.finditer(text, max(near, line - 1), at + 1))


def clause_end(text: str, start: int, stop: int, longest: int = LONGEST) -> int:
    """Return the offset at which the clause that starts at `start` ends: a stop, or after `longest` characters."""
    found = _END.search(text, start + 1, stop)
    end = found.start() if found else stop
    if end - start > longest:
        end = max(text.rfind(" ", start, start + longest), start + 1)
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
