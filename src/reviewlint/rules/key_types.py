"""The keys of rule files and the types of their values, kind by kind."""

from __future__ import annotations

from typing import Any, NamedTuple

TEXT, TEXTS, BOOL, COUNT, TABLE, TABLES, SWAPS, SETS = (
    "a text", "a list of texts", "true or false", "a whole number", "a table", "a list of tables",
    "a table of texts: what is wrong = what is right", "a list of lists of texts",
)  # fmt: skip


class KindKeys(NamedTuple):
    """The keys that rules of a kind have beside the common ones, and the message slots they fill."""

    keys: dict[str, str]
    required: tuple[str, ...] = ()
    slots: tuple[str, ...] | None = ("match",)  # None: any
    has_groups: bool = False  # whether the named groups of its patterns are slots too


COMMON = {
    "summary": TEXT, "message": TEXT, "why": TEXT, "severity": TEXT, "fix": TEXT, "since": TEXT, "preview": BOOL,
    "yields": TEXT, "precision": TABLE, "former": TEXTS, "reads": TEXTS, "kind": TEXT,
    "options": TABLE, "bad": TABLES, "good": TABLES,
}  # fmt: skip
REQUIRED = ("summary", "message", "why", "severity", "since", "kind")
KINDS = {
    "code": KindKeys({}, slots=None),
    "suppression": KindKeys({}, slots=("match", "hint")),
    "pattern": KindKeys(
        {"patterns": TEXTS, "not_when": TEXTS, "addresses": TEXTS, "replace": TEXT, "ignore_case": BOOL},
        ("patterns",),
        has_groups=True,
    ),
    "swap": KindKeys({"swap": SWAPS, "unless": TEXTS}, ("swap",), ("match", "replace")),
    "repeat": KindKeys({"allow": TEXTS}, (), ("match", "replace")),
    "occurrence": KindKeys(
        {"patterns": TEXTS, "max": COUNT, "per": TEXT, "ignore_case": BOOL}, ("patterns",), ("match", "count", "max")
    ),
    "consistency": KindKeys({"sets": SETS}, ("sets",), ("match", "replace", "count")),
    "reader": KindKeys(
        {"head": TEXT, "thresholds": TABLE}, ("head", "thresholds"), ("match", "replace", "perhaps", "count", "words")
    ),
    "engine": KindKeys(
        {"engines": TEXTS, "categories": TABLE, "codes": TABLE, "safe": TEXTS}, ("engines", "codes"), ("match", "said")
    ),
    "model": KindKeys({"asks": TEXT}, ("asks",), ("match", "replace", "perhaps", "model", "role", "known", "name")),
    "phrase": KindKeys({"phrases": TEXTS, "unless": TEXTS, "sets": TABLE}, ("phrases",), ("match", "replace")),
}


def fits(value: Any, kind: str) -> bool:
    """Tell whether a value of a rule's file has the type that its key asks for; a list or table may not be empty."""
    if kind == BOOL:
        return isinstance(value, bool)
    if kind == COUNT:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == TEXT:
        return isinstance(value, str)
    if kind in (TABLE, SWAPS):
        return isinstance(value, dict) and (kind == TABLE or (bool(value) and _all(value.values(), TEXT)))
    item = {TEXTS: TEXT, TABLES: TABLE, SETS: TEXTS}[kind]
    return isinstance(value, list) and _all(value, item)


def _all(values: Any, kind: str) -> bool:
    return all(fits(value, kind) for value in values)
