"""Claims as values."""

from __future__ import annotations

from dataclasses import dataclass

from reviewlint.facts.lengths import Length
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import PartialDate, Rating


@dataclass(frozen=True, slots=True)
class NameClaim:
    """That somebody did something for the work, or for what it is based on: offsets into the prose of the name.

    `likely` is how likely the words mean it, from 0 to 1.
    """

    relation: Relation
    name: str
    start: int
    end: int
    based_on: bool = False
    likely: float = 1.0


@dataclass(frozen=True, slots=True)
class CastClaim:
    """That an actor plays a role: both names, and offsets of the actor's. `likely` as for a NameClaim."""

    role: str
    actor: str
    start: int
    end: int
    likely: float = 1.0


@dataclass(frozen=True, slots=True)
class ValueClaim:
    """That the work has a length, year, rating or count: the value, and offsets of its words."""

    relation: Relation
    value: Length | PartialDate | Rating | int
    start: int
    end: int
