"""The values that facts hold: names, dates, ratings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A person, company or character: the name to print, and the others that are as good.

    `characters` are the parts an actor plays; `territory` is where a company does what it does ("Japan");
    `kin` are its parents, labels and imprints, which may stand for it; `job` is what a contributor did.
    """

    name: str
    aliases: tuple[str, ...] = ()
    characters: tuple[Named, ...] = ()
    territory: str | None = None
    kin: tuple[str, ...] = ()
    job: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and its aliases."""
        return (self.name, *self.aliases)

    def all_names(self) -> Iterator[str]:
        """Yield the name, its aliases and those of the characters."""
        yield from self.names
        for character in self.characters:
            yield from character.names

    def __str__(self) -> str:
        """Return the name, with the characters in brackets."""
        played = ", ".join(character.name for character in self.characters)
        where = f" ({self.territory})" if self.territory else ""
        return f"{self.name} ({played})" if played else self.name + where


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year; `where` is the country or festival it holds for."""

    year: int
    month: int | None = None
    day: int | None = None
    where: str | None = None

    def __str__(self) -> str:
        """Return it as ISO 8601, as far as it is known."""
        day = f"-{self.day:02}" if self.day else ""
        month = f"-{self.month:02}{day}" if self.month else ""
        return f"{self.year:04}{month}" + (f" ({self.where})" if self.where else "")


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating: a value on a scale, or a letter grade. `best` is None where the scale is not known.

    `author` is the site or paper it comes from; `modified` is the day it was read there.
    """

    value: float
    best: float | None = None
    letter: str | None = None
    author: str | None = None
    count: int | None = None
    modified: PartialDate | None = None

    def __str__(self) -> str:
        """Return it the way people write it: 8.1/10, 93 %, B+."""
        by = f" ({self.author})" if self.author else ""
        if self.letter:
            return self.letter + by
        scale = "" if self.best is None else f"/{self.best:g}"
        return f"{self.value:g}{scale}{by}"
