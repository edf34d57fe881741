"""Where things are: the places of the world that prose names, and whether two of them can be one."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def _countries() -> dict[str, tuple[str, bool]]:
    """Return the country of each known place, and whether the place is the country itself."""
    found: dict[str, tuple[str, bool]] = {}
    for line in files("reviewlint.claims").joinpath("data", "places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        country, _, places = line.partition(":")
        names = country.split("/")
        found |= dict.fromkeys(names, (names[0], True))
        found |= {place.strip(): (names[0], False) for place in places.split(",") if place.strip()}
    return found


@cache
def words_of_places() -> frozenset[str]:
    """Return of each known place its longest word, in lower case."""
    return frozenset(max(re.split(r"[ .]+", place.lower()), key=len) for place in _countries())


def is_place(name: str) -> bool:
    """Tell whether a name is one of a known place."""
    return name in _countries()


def are_apart(first: str, second: str) -> bool:
    """Tell whether two known places lie in different countries, or are different places of one country."""
    (one, whole), (other, all_of_it) = _countries()[first], _countries()[second]
    return one != other or (first != second and not whole and not all_of_it)


def country_of(place: str) -> str:
    """Return the country of a known place."""
    return _countries()[place][0]
