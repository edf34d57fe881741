"""How old values from sources are: told as information, for nothing is wrong with an old value until it changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import read_provenance
from reviewlint.facts.relations import Holds, relation_of
from reviewlint.facts.sources.adding import Written

RATINGS = 30  # days
CREDITS = 180
UNRELEASED = 7  # all that is said of a work that is not out yet


class Old(NamedTuple):
    """A key whose value was read longer ago than it keeps, in days, and for how many it keeps."""

    key: str
    days: int
    keeps: int


def old_values(held: Written, today: date) -> list[Old]:
    """Return the keys of a facts file whose values are older than they keep, the oldest first."""
    unreleased = _is_unreleased(held, today)
    found = []
    for key, node in held.sources.items():
        days = [(today - source.day).days for source in read_provenance(node) if source.day is not None]
        keeps = UNRELEASED if unreleased else _keeps(key, held.work.medium)
        if days and max(days) > keeps:
            found.append(Old(key, max(days), keeps))
    return sorted(found, key=lambda old: -old.days)


def _keeps(key: str, medium: Medium) -> int:
    relation = relation_of(key, medium)
    return RATINGS if relation is not None and relation.holds is Holds.RATING else CREDITS


def _is_unreleased(held: Written, today: date) -> bool:
    """Tell whether a work is not out: the first of its days, as far as it is known, lies ahead."""
    days = [(day.year, day.month or 1, day.day or 1) for day in held.work.dates()]
    return bool(days) and min(days) > (today.year, today.month, today.day)


def in_words(old: Iterable[Old]) -> list[str]:
    """Return a sentence for each number of days for which values keep."""
    by_keeps: dict[int, list[Old]] = {}
    for one in old:
        by_keeps.setdefault(one.keeps, []).append(one)
    return [
        f"{', '.join(one.key for one in group)}: read {max(one.days for one in group)} days ago, worth another look "
        f"after {keeps}."
        for keeps, group in by_keeps.items()
    ]
