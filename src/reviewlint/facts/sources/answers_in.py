"""Careful looks into the JSON of strangers: what is not of the expected kind is as if it were not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def at(value: Any, *keys: str) -> Any:
    """Return what stands under some keys, one inside the other; None where there is nothing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the mappings of a list."""
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def texts(value: Any) -> list[str]:
    """Return the texts of a list, or the one text, without those that are empty."""
    items = value if isinstance(value, list) else [value]
    return [item.strip() for item in items if isinstance(item, str) and item.strip()]


def text(value: Any) -> str | None:
    """Return a text that is not empty."""
    return value.strip() if isinstance(value, str) and value.strip() else None


def whole(value: Any) -> int | None:
    """Return a whole number above nothing."""
    return value if type(value) is int and value > 0 else None


def number(value: Any) -> float | None:
    """Return a number above nothing."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def year(value: Any) -> tuple[int, ...]:
    """Return the year that a date such as 1977-02-04 begins with, or nothing."""
    return (int(value[:4]),) if isinstance(value, str) and value[:4].isdigit() else ()
