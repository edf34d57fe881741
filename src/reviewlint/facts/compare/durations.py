"""A claimed length against a known one: rounding words, rounded numbers and plain minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewlint.facts.compare.verdict import Comparison, Reason, Verdict, best
from reviewlint.facts.lengths import Bound, Length

EXACT_MINUTES = 1.0  # two sources count the same film a minute apart: rounding of seconds, a logo


def compare_length(claim: Length, known: float, tolerance: float = EXACT_MINUTES) -> Comparison:
    """Return how a claimed length stands to a known one in minutes; `difference` is how much longer the claim is."""
    low, high = _window(claim, tolerance)
    difference = claim.minutes - known
    held = Comparison(Verdict.DIFFERENT, Reason.VALUE, f"{known:g} minutes", difference)
    if claim.bound in (Bound.EXACT, Bound.ABOUT) and abs(difference) < 0.5:
        return replace(held, verdict=Verdict.SAME, reason=Reason.EXACT)
    if low <= known <= high:
        within = claim.bound in (Bound.EXACT, Bound.ABOUT)
        reason = Reason.BOUNDED if not within else Reason.WITHIN if abs(difference) <= tolerance else Reason.ROUNDED
        return replace(held, verdict=Verdict.COMPATIBLE, reason=reason)
    return held


def compare_lengths(claim: Length, known: Iterable[float], tolerance: float = EXACT_MINUTES) -> Comparison:
    """Return how a claimed length stands to the closest of several: a film has cuts."""
    return best(
        compare_length(claim, minutes, tolerance) for minutes in sorted(known, key=lambda m: abs(m - claim.minutes))
    )


def _window(claim: Length, tolerance: float) -> tuple[float, float]:
    """Return the shortest and longest running time that the claim is fair to."""
    said, grain = claim.minutes, _grain(claim)
    if claim.bound is Bound.EXACT:
        around = tolerance if claim.unit == 1 and not claim.compound else max(tolerance, grain)
        return said - around, said + around
    if claim.bound is Bound.ABOUT:
        around = max(2.0, tolerance, grain)
        return said - around, said + around
    if claim.bound is Bound.NEARLY:
        return said - max(2 * grain, 0.1 * said), said + tolerance
    if claim.bound is Bound.JUST_OVER:
        return said - tolerance, said + max(2 * grain, 0.1 * said)
    if claim.bound is Bound.UNDER:
        return 0.0, said + tolerance
    return said - tolerance, float("inf")


def _grain(claim: Length) -> float:
    """Return by how many minutes people are off who count this way: an hour gives ten, a round 90 gives five."""
    if claim.unit == 60:
        return 15.0 if claim.compound else 12.0
    if claim.unit >= 15:
        return claim.unit / 2 - 3 if claim.unit == 30 else 5.0
    if claim.minutes % 10 == 0:
        return 5.0
    return 3.0 if claim.minutes % 5 == 0 else 1.0
