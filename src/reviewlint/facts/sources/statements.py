"""Statements of Wikidata, as its API gives them: which count, and what they hold.

The data model: https://www.mediawiki.org/wiki/Wikibase/DataModel. A statement has a rank, a main value that may be
unknown or none, and qualifiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_END = "P582"
_MINUTES = {"Q7727": 1.0, "Q11574": 1 / 60, "Q25235": 60.0}  # what a minute, a second and an hour are in minutes
_MONTH, _DAY = 10, 11  # precisions of a time


class Statement(NamedTuple):
    """A statement that counts: its value as the API gives it, and its qualifiers by property."""

    value: Any
    qualifiers: Mapping[str, tuple[Any, ...]]

    @property
    def item(self) -> str | None:
        """Return the id of the item that is the value."""
        return item_of(self.value)

    @property
    def ended(self) -> str | None:
        """Return when it ceased to be so, as ISO 8601, "" where that is unknown; None if it did not."""
        if _END not in self.qualifiers:
            return None
        values = self.qualifiers[_END]
        return (time_of(values[0]) or "") if values else ""


class Known(NamedTuple):
    """What an item says under a property. `whole` is False where a statement has no known value: there is one more."""

    statements: tuple[Statement, ...]
    whole: bool


def statements(entity: Mapping[str, Any], prop: str, *, all_ranks: bool = False) -> Known:
    """Return the statements of the best rank there is; with `all_ranks`, all but the deprecated ones."""
    listed = [s for s in _list(_mapping(entity.get("claims")).get(prop)) if s.get("rank") != "deprecated"]
    if not all_ranks and any(s.get("rank") == "preferred" for s in listed):
        listed = [s for s in listed if s.get("rank") == "preferred"]
    found, whole = [], True
    for statement in listed:
        snak = _mapping(statement.get("mainsnak"))
        if snak.get("snaktype") == "value":
            found.append(Statement(_value(snak), _qualifiers(statement)))
        elif snak.get("snaktype") == "somevalue":
            whole = False
    return Known(tuple(found), whole)


def items(entity: Mapping[str, Any], prop: str) -> tuple[str, ...]:
    """Return the ids of the items under a property."""
    return tuple(item for s in statements(entity, prop).statements if (item := s.item) is not None)


def _qualifiers(statement: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    by_property = _mapping(statement.get("qualifiers"))
    return {
        prop: tuple(_value(snak) for snak in _list(snaks) if snak.get("snaktype") == "value")
        for prop, snaks in by_property.items()
    }


def _value(snak: Mapping[str, Any]) -> Any:
    return _mapping(snak.get("datavalue")).get("value")


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}  # an empty mapping comes as []


def _list(value: Any) -> Iterator[Mapping[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def item_of(value: Any) -> str | None:
    """Return the id of an item: Q42."""
    found = _mapping(value).get("id")
    return found if isinstance(found, str) and found.startswith("Q") else None


def time_of(value: Any) -> str | None:
    """Return a time as ISO 8601, as far as it is known: 2024-06-28, 2024-06 or 2024; None if not even to the year."""
    text, precision = _mapping(value).get("time"), _mapping(value).get("precision")
    if not isinstance(text, str) or not isinstance(precision, int) or precision < 9 or not text.startswith("+"):
        return None
    year, month, day = text[1:].partition("T")[0].split("-")[:3]
    if not year.isdigit() or int(year) > 2200:
        return None
    parts = [f"{int(year):04}"]
    if precision >= _MONTH and month != "00":
        parts.append(month)
        if precision >= _DAY and day != "00":
            parts.append(day)
    return "-".join(parts)


def minutes_of(value: Any) -> float | None:
    """Return a duration in minutes, whatever its unit; None if it is none."""
    unit = str(_mapping(value).get("unit", "")).rpartition("/")[2]
    amount = amount_of(value)
    return None if amount is None or unit not in _MINUTES else round(amount * _MINUTES[unit], 2)


def amount_of(value: Any) -> float | None:
    """Return the number of a quantity."""
    try:
        return float(_mapping(value).get("amount", ""))
    except (TypeError, ValueError):
        return None


def text_in(value: Any) -> str | None:
    """Return a string, or the text of one in some language."""
    found = _mapping(value).get("text", value)
    return found.strip() or None if isinstance(found, str) else None


def label(entity: Mapping[str, Any]) -> str | None:
    """Return the English label, or the one for all languages, or any."""
    labels = _mapping(entity.get("labels"))
    found = labels.get("en") or labels.get("mul") or next(iter(labels.values()), None)
    return text_value(found)


def text_value(term: Any) -> str | None:
    """Return the text of a label, description or alias."""
    found = _mapping(term).get("value")
    return found if isinstance(found, str) and found.strip() else None


def names_of(entity: Mapping[str, Any], languages: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return the label and then all other labels and aliases in some languages (None: all), each once."""
    labels = _mapping(entity.get("labels"))
    aliases = _mapping(entity.get("aliases"))
    chosen = languages or tuple(dict.fromkeys((*labels, *aliases)))
    found = [label(entity), *(text_value(labels.get(language)) for language in chosen)]
    found += [text_value(term) for language in chosen for term in _list(aliases.get(language))]
    return tuple(dict.fromkeys(name for name in found if name))
