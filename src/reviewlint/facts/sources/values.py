"""Values as a facts file writes them, from what sources say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reviewlint.facts.sources.ids import page_of


def person(name: str, others: Iterable[str] = ()) -> dict[str, Any]:
    """Return somebody, or a company, with other names."""
    aliases = [other for other in dict.fromkeys(others) if other and other != name]
    return {"name": name, **({"alternateName": aliases if len(aliases) > 1 else aliases[0]} if aliases else {})}


def duration(minutes: float) -> str:
    """Return minutes as a length of ISO 8601: PT58M, PT41M30S."""
    seconds = round(minutes * 60)
    whole, rest = divmod(seconds, 60)
    return f"PT{whole}M" + (f"{rest}S" if rest else "")


def rating(
    value: float, best: float, author: str, day: str | None = None, count: float | None = None
) -> dict[str, Any]:
    """Return a rating with its scale, its site, the day it was read there, and the number of votes."""
    told: dict[str, Any] = {"ratingValue": _short(value), "bestRating": _short(best), "author": author}
    if count:
        told["ratingCount"] = int(count)
    if day:
        told["dateModified"] = day
    return told


def _short(number: float) -> float | int:
    return int(number) if number == int(number) else number


def same_as(ids: Mapping[str, str], kinds: Iterable[str]) -> list[str]:
    """Return the addresses of a work's pages at some sources."""
    return [page for kind in kinds if kind in ids and (page := page_of(kind, ids[kind]))]
