"""Years, counts and ratings against known ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewlint.facts.compare.folding import fold
from reviewlint.facts.compare.verdict import NOTHING_KNOWN, Comparison, Reason, Verdict
from reviewlint.facts.lengths import Bound
from reviewlint.facts.sites import site_name
from reviewlint.facts.values import PartialDate, Rating

YEAR_TOLERANCE = 1  # festivals, countries and fiscal years shift a release by one
_SETTLED, _CRITICS = ("Metacritic", "OpenCritic"), 100.0  # critics are done when a work is out: their sums hardly move
_SCALES = (4.0, 5.0, 6.0, 10.0, 20.0, 30.0, 100.0)


def compare_year(
    claim: int, known: Iterable[PartialDate], end: PartialDate | None = None, tolerance: int = YEAR_TOLERANCE
) -> Comparison:
    """Return how a claimed year stands to the years of release; with `end`, those up to it fit a running work."""
    years = sorted({date.year for date in known})
    if not years:
        return NOTHING_KNOWN
    closest = min(years, key=lambda year: abs(year - claim))
    difference = claim - closest
    held = Comparison(Verdict.DIFFERENT, Reason.VALUE, str(closest), float(difference))
    if difference == 0:
        return replace(held, verdict=Verdict.SAME, reason=Reason.EXACT)
    if end is not None and years[0] <= claim <= end.year:
        return replace(held, verdict=Verdict.COMPATIBLE, reason=Reason.BOUNDED)
    if abs(difference) <= tolerance:
        return replace(held, verdict=Verdict.COMPATIBLE, reason=Reason.WITHIN)
    return held


def compare_date(claim: PartialDate, known: Iterable[PartialDate]) -> Comparison:
    """Return how a claimed day or month stands to the known ones; what only one of the two tells is left open."""
    dates = list(known)
    year = compare_year(claim.year, dates)
    if year.verdict is not Verdict.SAME or claim.month is None:
        return year
    told = [date for date in dates if date.year == claim.year and date.month is not None]
    if not told or len(told) < sum(date.year == claim.year for date in dates):
        return replace(year, verdict=Verdict.COMPATIBLE, reason=Reason.WITHIN)
    for date in told:
        if date.month == claim.month and (claim.day is None or date.day is None or date.day == claim.day):
            return replace(year, against=str(date))
    return Comparison(Verdict.DIFFERENT, Reason.VALUE, str(told[0]))


def compare_count(claim: float, known: float, bound: Bound = Bound.EXACT) -> Comparison:
    """Return how a claimed number of seasons, pages and so on stands to the known one."""
    difference = claim - known
    held = Comparison(Verdict.DIFFERENT, Reason.VALUE, f"{known:g}", difference)
    if difference == 0:
        return replace(held, verdict=Verdict.SAME, reason=Reason.EXACT)
    near = max(1.0, 0.1 * claim)
    fits = {
        Bound.EXACT: False,
        Bound.ABOUT: abs(difference) <= near,
        Bound.NEARLY: 0 <= difference <= near,
        Bound.JUST_OVER: 0 <= -difference <= near,
        Bound.UNDER: difference > 0,
        Bound.OVER: difference < 0,
    }[bound]
    if fits:
        return replace(held, verdict=Verdict.COMPATIBLE, reason=Reason.BOUNDED)
    if bound is Bound.EXACT and claim >= 100 and claim % 50 == 0 and abs(difference) <= 0.05 * claim:
        return replace(held, verdict=Verdict.COMPATIBLE, reason=Reason.ROUNDED)
    return held


def compare_rating(claim: Rating, known: Rating, on: PartialDate | None = None) -> Comparison:
    """Return how a claimed rating of a site stands to the known one.

    Ratings move: 0.3 of 10 is the same, a tenth more for each year between the known one and `on`, the day of the
    review. A rating that is known without its day may be half a point of 10 off, a sum of critics two of 100.
    """
    if known.author and claim.author and not same_site(claim.author, known.author):
        return Comparison(Verdict.UNKNOWN, Reason.NO_SITE, str(known))
    if known.letter or claim.letter:
        return _compare_letters(claim, known)
    best = claim.best or known.best
    if best is None or (claim.best and known.best and claim.best != known.best) or claim.value > best:
        return Comparison(Verdict.UNKNOWN, Reason.NO_SCALE, str(known))
    difference = claim.value - known.value
    held = Comparison(Verdict.DIFFERENT, Reason.VALUE, str(known), round(difference, 4))
    if difference == 0:
        return replace(held, verdict=Verdict.SAME, reason=Reason.EXACT)
    if known.modified is None:
        allowed = 0.02 if best == _CRITICS and site_name(known.author or "") in _SETTLED else 0.05
    else:
        allowed = 0.03 + 0.01 * (abs(on.year - known.modified.year) if on else 1)
    if abs(difference) / best <= allowed + 1e-9:
        reason = Reason.OLD if known.modified is None else Reason.WITHIN
        return replace(held, verdict=Verdict.COMPATIBLE, reason=reason)
    return held


def compare_own_rating(claim: Rating, known: Rating) -> Comparison:
    """Return how the rating in a review's text stands to the one the review gives elsewhere.

    Both are the reviewer's own, so they must be the same; where a scale is not told, every usual one may be meant.
    """
    if known.letter or claim.letter:
        return _compare_letters(claim, known)
    held = Comparison(Verdict.DIFFERENT, Reason.VALUE, str(known), round(claim.value - known.value, 4))
    scales, known_scales = _possible_scales(claim), _possible_scales(known)
    shared = set(scales) & set(known_scales)
    if claim.value == known.value and shared:
        return replace(held, verdict=Verdict.SAME, reason=Reason.EXACT)
    if claim.best is None and known.best is None:
        return held if shared else Comparison(Verdict.UNKNOWN, Reason.NO_SCALE, str(known))
    apart = min(abs(claim.value / a - known.value / b) for a in scales for b in known_scales)
    # Four stars and 8.5 of 10 are one verdict on two scales; nine and eight of ten are two.
    if apart < 1e-9 or (not shared and apart <= 0.1 + 1e-9):
        return replace(held, verdict=Verdict.COMPATIBLE, reason=Reason.ROUNDED)
    return held


def _possible_scales(rating: Rating) -> tuple[float, ...]:
    """Return the scales a value may be meant on: its own, or the usual ones it fits and is not lost on."""
    if rating.best is not None:
        return (rating.best,)
    fitting = tuple(scale for scale in _SCALES if rating.value <= scale <= max(10.0, 5 * rating.value))
    return fitting or (100.0,)


def _compare_letters(claim: Rating, known: Rating) -> Comparison:
    if not (known.letter and claim.letter):
        return Comparison(Verdict.UNKNOWN, Reason.NO_SCALE, str(known))
    same = known.letter == claim.letter
    verdict, reason = (Verdict.SAME, Reason.EXACT) if same else (Verdict.DIFFERENT, Reason.VALUE)
    return Comparison(verdict, reason, str(known))


def same_site(first: str, second: str) -> bool:
    """Tell whether two names are one site or paper."""
    one, two = site_name(first) or first, site_name(second) or second
    return fold(one) == fold(two)
