"""Reads the examples of a rule's file: texts in which ⟦ and ⟧ stand around what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reviewlint.errors import nearest
from reviewlint.rules.anatomy import CLOSE, OPEN, Example, RuleInfo
from reviewlint.rules.key_types import TABLES, fits
from reviewlint.rules.rule_file import read_table

_KEYS = {"text": str, "becomes": str, "facts": dict, "options": dict, "format": str, "said": list}
_TYPE_WORDS = {str: "a text", dict: "a table", list: "a list of tables"}
_FORMATS = ("md", "txt", "html")


def read_examples(info: RuleInfo, key: str) -> tuple[Example, ...]:
    """Return the examples under "bad" or "good"; raise ReviewlintError with the line of what is wrong in them."""
    table = read_table(info.path)
    items = table.get(key, [])
    if not fits(items, TABLES):
        raise info.error(f"“{key}” must be tables, each under [[{key}]].", key)
    return tuple(_examples(info, key, items))


def _examples(info: RuleInfo, key: str, items: list[dict[str, Any]]) -> Iterator[Example]:
    for number, item in enumerate(items):
        place = (key, number)
        _check_item(info, item, place)
        try:
            text, spans = read_marks(item["text"])
        except ValueError as error:
            raise info.error(f"{error}", *place, "text") from None
        if key == "bad" and not spans:
            raise info.error(f"A bad example marks what is wrong with {OPEN} and {CLOSE}.", *place)
        if key == "good" and spans:
            raise info.error(f"A good example must have nothing marked with {OPEN} and {CLOSE}.", *place)
        if "becomes" in item and (info.fix == "none" or key == "good"):
            why = "the rule fixes nothing" if info.fix == "none" else "there is nothing to fix in a good example"
            raise info.error(f"“becomes” has no place here: {why}.", *place, "becomes")
        if OPEN in item.get("becomes", "") or CLOSE in item.get("becomes", ""):
            raise info.error("“becomes” is the text as it should be, without marks.", *place, "becomes")
        becomes, facts, options = item.get("becomes"), item.get("facts"), item.get("options", {})
        yield Example(text, spans, becomes, facts, options, item.get("format", "md"), tuple(item.get("said", ())))


def _check_item(info: RuleInfo, item: Mapping[str, Any], place: tuple[str, int]) -> None:
    for name, value in item.items():
        if name not in _KEYS:
            raise info.error(f"An example has no key “{name}”.", *place, name, hint=nearest(name, _KEYS))
        if not isinstance(value, _KEYS[name]):
            raise info.error(f"“{name}” of an example must be {_TYPE_WORDS[_KEYS[name]]}.", *place, name)
    if "text" not in item:
        raise info.error("This example has no “text”.", *place)
    if item.get("format", "md") not in _FORMATS:
        raise info.error(
            f"“{item['format']}” is not a format of drafts.", *place, "format", hint="Use md, txt or html."
        )
    for name in item.get("options", {}):
        if name not in info.options:
            raise info.error(f"The rule has no option “{name}”.", *place, "options", hint=nearest(name, info.options))


def read_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without its ⟦ ⟧ marks, and the offsets of what stood between them.

    Raise ValueError where a mark has no partner or stands within another pair.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    start: int | None = None
    for piece in re.split(f"([{OPEN}{CLOSE}])", marked):
        if piece == OPEN:
            if start is not None:
                raise ValueError(f"There is a second {OPEN} before the first is closed.")
            start = length
        elif piece == CLOSE:
            if start is None:
                raise ValueError(f"There is a {CLOSE} without its {OPEN}.")
            spans.append((start, length))
            start = None
        else:
            parts.append(piece)
            length += len(piece)
    if start is not None:
        raise ValueError(f"There is a {OPEN} without its {CLOSE}.")
    return "".join(parts), tuple(spans)
