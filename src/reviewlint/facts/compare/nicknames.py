"""Short forms of given names, and given names that are told apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _entries() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the full names of each entry and its short forms."""
    text = Path(__file__).with_name("data").joinpath("nicknames.txt").read_text(encoding="utf-8")
    lines = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((tuple(full.split()), tuple(short.split())) for full, _, short in lines)


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Return the full names that each short form may stand for."""
    full_of: dict[str, set[str]] = {}
    for full, short in _entries():
        for name in short:
            full_of.setdefault(name, set()).update(full)
    return {name: frozenset(full) for name, full in full_of.items()}


@cache
def _groups() -> dict[str, int]:
    """Return the entry that each full name stands in; spellings of one name share it."""
    return {name: at for at, (full, _) in enumerate(_entries()) for name in full}


def may_be_one(first: str, second: str) -> bool:
    """Tell whether two folded given names may be forms of one: Bill and William, Bob and Rob, Marc and Mark."""
    if first == second:
        return True
    groups, short = _groups(), _short_forms()
    if first in groups and groups.get(first) == groups.get(second):
        return True
    first_full = short.get(first, frozenset()) | {first}
    second_full = short.get(second, frozenset()) | {second}
    if first_full & second_full:
        return True
    return bool({groups[n] for n in first_full if n in groups} & {groups[n] for n in second_full if n in groups})


def are_two_names(first: str, second: str) -> bool:
    """Tell whether two folded given names are known full names of different people: Edward and Edgar."""
    groups = _groups()
    return first in groups and second in groups and groups[first] != groups[second] and not may_be_one(first, second)
