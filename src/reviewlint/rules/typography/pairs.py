"""Brackets and quotation marks that should come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BRACKET = re.compile(r"[()]")
_EMOTICON = re.compile(r"[:;=8xX][-’'^o]?[()]+|[()]+[-’'^o]?[:;=](?!\w)|\^[_.]?\^\)?|¯\\?_\(ツ\)_/¯")
_LABEL = re.compile(r"(?:(?<=^)|(?<=[\s(]))(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\)")
_END = re.compile(r"[.!?;](?=[\s\"”’)]|$)|,(?= (?:and|but|which|who|it)\b)|\n|$")
LONGEST = 90  # characters of an open bracket or quotation that are marked


class Unpaired(NamedTuple):
    """A bracket without its partner: its offset, and whether it opens."""

    at: int
    opens: bool


def unpaired_brackets(text: str) -> Iterator[Unpaired]:
    """Yield the round brackets of a block that have no partner, emoticons and list labels left out."""
    skipped = {at for match in _EMOTICON.finditer(text) for at in range(*match.span())}
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match.group() == "(":
            if at not in skipped:
                stack.append(at)
        elif stack:
            stack.pop()
        elif at not in skipped and not any(label.end() - 1 == at for label in _LABEL.finditer(text)):
            yield Unpaired(at, False)
    for at in stack:
        yield Unpaired(at, True)


def clause_end(text: str, start: int, stop: int) -> int:
    """Return the offset at which the clause that starts at `start` ends: a stop, or a limit of characters."""
    found = _END.search(text, start + 1, stop)
    end = found.start() if found else stop
    if end - start > LONGEST:
        end = text.rfind(" ", start, start + LONGEST)
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
