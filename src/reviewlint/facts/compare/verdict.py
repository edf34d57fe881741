"""What a comparison says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum


class Verdict(Enum):
    """How a claim and a fact stand to each other. An earlier member goes before a later one."""

    SAME = "same"
    COMPATIBLE = "compatible"  # as good as the same: a nickname, a rounded number
    PARTIAL = "partial"  # says less: a surname alone
    UNKNOWN = "unknown"  # cannot be told
    DIFFERENT = "different"

    @property
    def rank(self) -> int:
        """Return 0 for the best agreement."""
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Reason(StrEnum):
    """Why a verdict is what it is; the value is a phrase for people."""

    EXACT = "the same"
    CAPITALS = "the same but for capitals"
    ACCENTS = "the same but for accents"
    ORDER = "the same in another order"
    SPACING = "the same but for spaces, stops or hyphens"
    ROMANISED = "the same name, romanised another way"
    TITLE = "with or without a title or a Jr."
    INITIALS = "with initials"
    MIDDLE = "with or without a middle name"
    NICKNAME = "a short form of the name"
    PARTICLE = "with or without a particle such as “de” or “von”"
    SPELLING = "one letter apart"
    ALIKE = "much alike"
    SURNAME = "the surname alone"
    GIVEN = "the given name alone"
    PART = "a part of the name"
    GENERIC = "the same but for words such as Pictures or Games"
    ACRONYM = "its initials"
    HOUSE = "of the same house"
    ROUNDED = "rounded"
    WITHIN = "near enough"
    BOUNDED = "as the words around it say"
    ONE_WORD = "one word, and none of the name"
    SCRIPT = "in another script"
    NO_SCALE = "on a scale that is not known"
    NO_SITE = "from somebody who is not named"
    OLD = "from a rating that may have changed"
    NO_FACT = "the facts do not cover it"
    OTHER_GIVEN = "another given name"
    OTHER_SURNAME = "another surname"
    OTHER_MIDDLE = "another middle name"
    GENERATION = "another generation (Jr., Sr.)"
    OTHER = "another name"
    VALUE = "another value"


SLIPS = (Reason.SPELLING, Reason.ALIKE)  # one person by all signs, and yet written wrong


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict, its reason, and the name or value that the claim was held against.

    `difference` is what the claim has more than the fact, in the fact's unit, where both are numbers.
    """

    verdict: Verdict
    reason: Reason
    against: str = ""
    difference: float | None = None

    @property
    def agrees(self) -> bool:
        """Tell whether the claim is borne out, in part at least."""
        return self.verdict in (Verdict.SAME, Verdict.COMPATIBLE, Verdict.PARTIAL)

    @property
    def contradicts(self) -> bool:
        """Tell whether the claim says something else."""
        return self.verdict is Verdict.DIFFERENT


NOTHING_KNOWN = Comparison(Verdict.UNKNOWN, Reason.NO_FACT)


def best(comparisons: Iterable[Comparison]) -> Comparison:
    """Return the comparison that speaks best for the claim; without any, that nothing is known."""
    return min(comparisons, key=lambda comparison: comparison.verdict.rank, default=NOTHING_KNOWN)
