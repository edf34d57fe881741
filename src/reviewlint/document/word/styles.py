"""What the styles of a Word document say of a paragraph or a run: heading, list, quotation, code, italics."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reviewlint.document.view import Kind
from reviewlint.document.word.names import VAL, W

_HEADING = re.compile(r"heading ([1-9])")
_TITLES = {"title": 1, "subtitle": 2}
_QUOTES = frozenset(("quote", "intense quote", "block text"))
_CODE = frozenset(("html preformatted", "macro", "macro text", "source code", "plain text"))
_INLINE_CODE = frozenset(("verbatim char", "html code", "html sample"))
_OFF = frozenset(("0", "false", "off", "none"))


class _Style(NamedTuple):
    name: str
    above: str | None
    properties: Any
    run: Any


class Styles:
    """The styles of a document, by their ids; a style inherits from the one it is based on."""

    def __init__(self, root: Any) -> None:
        self._styles = {style.get(f"{W}styleId"): _of(style) for style in root.iterchildren(f"{W}style")}

    def kind_of(self, properties: Any) -> tuple[Kind, int]:
        """Return the kind of a paragraph outside tables, by its properties or None, and the level of a heading."""
        chain = self._chain(_value(properties, "pStyle"))
        for style in chain:
            name = style.name
            if heading := _HEADING.fullmatch(name):
                return Kind.HEADING, int(heading[1])
            if name in _TITLES:
                return Kind.HEADING, _TITLES[name]
            if name in _QUOTES:
                return Kind.BLOCKQUOTE, 0
            if name in _CODE or name.startswith(("toc ", "index ")):
                return Kind.CODE, 0
            if name.startswith("list"):
                return Kind.LIST, 0
        for each in (properties, *(style.properties for style in chain)):
            level = _value(each, "outlineLvl")
            if level is not None and level.isdigit() and int(level) < 9:
                return Kind.HEADING, int(level) + 1
        for each in (properties, *(style.properties for style in chain)):
            number = None if each is None else each.find(f"{W}numPr")
            if number is not None:
                return (Kind.PROSE if _value(number, "numId") == "0" else Kind.LIST), 0
        return Kind.PROSE, 0

    def is_italic(self, run: Any) -> bool:
        """Tell whether a run, by its properties or None, is in italics."""
        return self._is_on(run, "i")

    def is_struck(self, run: Any) -> bool:
        """Tell whether a run is struck out."""
        return self._is_on(run, "strike") or self._is_on(run, "dstrike")

    def is_hidden(self, run: Any) -> bool:
        """Tell whether a run is hidden text."""
        return self._is_on(run, "vanish")

    def is_code(self, run: Any) -> bool:
        """Tell whether a run is set as code."""
        return any(style.name in _INLINE_CODE for style in self._chain(_value(run, "rStyle")))

    def _is_on(self, run: Any, name: str) -> bool:
        if run is None:
            return False
        for each in (run, *(style.run for style in self._chain(_value(run, "rStyle")))):
            found = None if each is None else each.find(f"{W}{name}")
            if found is not None:
                return found.get(VAL) not in _OFF
        return False

    def _chain(self, name: str | None) -> list[_Style]:
        """Return a style and those it is based on, in that order; a circle ends where it began."""
        chain: list[_Style] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = chain[-1].above
        return chain


def _of(style: Any) -> _Style:
    name = (_value(style, "name") or "").lower()
    return _Style(name, _value(style, "basedOn"), style.find(f"{W}pPr"), style.find(f"{W}rPr"))


def _value(element: Any, name: str) -> str | None:
    """Return the value of a child, or None where there is none."""
    found = None if element is None else element.find(f"{W}{name}")
    value: str | None = None if found is None else found.get(VAL)
    return value
