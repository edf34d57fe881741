"""Which of the works that a source has is the wanted one: every candidate is scored, and each point has its reason.

A candidate is taken without asking if it leads clearly; only the same title is ever taken, and a title alone never is.
The points were set on the cases of users of Jellyfin, Kodi and Obsidian whose programs took the first hit;
`benchmarks/matching.py` measures them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewlint.facts.compare.folding import fold
from reviewlint.facts.media import Medium
from reviewlint.facts.sources.base import Candidate, Wanted
from reviewlint.facts.sources.titles import Likeness, likeness

ENOUGH = 80  # points for a candidate that is taken
LEAD = 15  # points that it must be ahead of the second
# The same where two works of one title and kind differ by the people alone: a review of a remake may well mention
# who made the first film.
LEAD_BY_NAMES = 25
_TITLE = {
    Likeness.SAME: 60, Likeness.ARTICLE: 50, Likeness.EDITION: 50, Likeness.TYPO: 40, Likeness.BEGINNING: 30,
    Likeness.OTHER: 0,
}  # fmt: skip
_TITLE_WORDS = {
    Likeness.SAME: "same title",
    Likeness.ARTICLE: "same title but for an article or the way a number is written",
    Likeness.EDITION: "same title but for the edition",
    Likeness.TYPO: "title one letter off",
    Likeness.BEGINNING: "title with more or less of a subtitle",
    Likeness.OTHER: "another title",
}
_OTHER_TITLE = -5
_ID = 1000
_OTHER_ID = -200
_LEAST_ASKED = 25  # points without which a candidate is not even shown
_MOST_SHOWN = 9
# Works of these kinds are told apart by nobody who files reviews.
_NEAR = (frozenset({Medium.FILM, Medium.SERIES}), frozenset({Medium.BOOK, Medium.COMIC}))


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its points and the reason of each."""

    candidate: Candidate
    points: int
    reasons: tuple[str, ...]
    same_title: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates, the best first, and the one that is taken; None where somebody has to choose."""

    ranked: tuple[Scored, ...]
    taken: Scored | None = None


def choose(wanted: Wanted, candidates: Iterable[Candidate]) -> Choice:
    """Return which candidate is taken, and all that are worth a look, the best first."""
    mentions = _Mentions.of(wanted.text)
    scored = sorted(
        (_score(wanted, candidate, mentions) for candidate in candidates),
        key=lambda item: (-item.points, -item.candidate.fame, item.candidate.id),
    )
    ranked = tuple(item for item in scored if item.points >= _LEAST_ASKED)[:_MOST_SHOWN]
    return Choice(ranked, _clear(wanted, ranked))


def _clear(wanted: Wanted, ranked: Sequence[Scored]) -> Scored | None:
    """Return the first if it has enough points, the same title, and a lead over the second."""
    if not ranked:
        return None
    first = ranked[0]
    lead = first.points - (ranked[1].points if len(ranked) > 1 else 0)
    by_names = wanted.year is None and any(
        other.same_title and other.candidate.medium is first.candidate.medium for other in ranked[1:]
    )
    needed = LEAD_BY_NAMES if by_names else LEAD
    return first if first.same_title and first.points >= ENOUGH and lead >= needed else None


@dataclass(frozen=True, slots=True)
class _Mentions:
    """The words of a draft: all of them as one folded text, and those with a capital."""

    text: str
    capitalised: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Mentions:
        text = re.sub(r"['’]s?(?!\w)", "", text)  # Harari's, Daniels’
        words = re.findall(r"[^\W\d_]+", text)
        return cls(f" {fold(text)} ", frozenset(fold(word) for word in words if word[0].isupper()))

    def full(self, name: str) -> bool:
        folded = fold(name)
        return " " in folded and f" {folded} " in self.text

    def surname(self, name: str) -> bool:
        words = fold(name).split()
        return len(words) > 1 and len(words[-1]) > 3 and words[-1] in self.capitalised


def _score(wanted: Wanted, candidate: Candidate, mentions: _Mentions) -> Scored:
    shared = [kind for kind, value in wanted.ids.items() if candidate.ids.get(kind) == value]
    likest, at = _likest(wanted.title, candidate.titles)
    parts: list[tuple[int, str]] = [(_ID, f"same {shared[0]} id")] if shared else []
    other = [kind for kind, value in wanted.ids.items() if candidate.ids.get(kind, value) != value]
    if other and not shared:
        parts.append((_OTHER_ID, f"another {other[0]} id"))
    parts.append(_title_points(likest, at, candidate))
    parts += _year_points(wanted, candidate)
    parts += _kind_points(wanted.medium, candidate.medium)
    parts += _name_points(mentions, candidate.names)
    reasons = tuple(f"{words} {points:+}" for points, words in parts)
    same = bool(shared) or likest <= Likeness.EDITION
    return Scored(candidate, sum(points for points, _ in parts), reasons, same)


def _likest(title: str, titles: Sequence[str]) -> tuple[Likeness, int]:
    """Return how like the likest of some titles is, and its place among them."""
    return min(((likeness(title, known), at) for at, known in enumerate(titles)), default=(Likeness.OTHER, 0))


def _title_points(likest: Likeness, at: int, candidate: Candidate) -> tuple[int, str]:
    points, words = _TITLE[likest], _TITLE_WORDS[likest]
    if at and likest is not Likeness.OTHER:
        return points + _OTHER_TITLE, f"{words}, among its other titles (“{candidate.titles[at]}”)"
    return points, words


def _year_points(wanted: Wanted, candidate: Candidate) -> list[tuple[int, str]]:
    if wanted.year is None or not candidate.years:
        return []
    off = min(abs(wanted.year - year) for year in candidate.years)
    if off == 0:
        return [(25, f"year {wanted.year}")]
    if off == 1:
        return [(15, f"year one off ({_nearest(wanted.year, candidate.years)})")]
    if candidate.last_year and min(candidate.years) < wanted.year <= candidate.last_year:
        return [(15, f"ran from {min(candidate.years)} to {candidate.last_year}")]
    return [(-40, f"year {_nearest(wanted.year, candidate.years)}, not {wanted.year}")]


def _nearest(year: int, years: Sequence[int]) -> int:
    return min(years, key=lambda other: abs(year - other))


def _kind_points(wanted: Medium, known: Medium) -> list[tuple[int, str]]:
    if Medium.OTHER in (wanted, known):
        return []
    if wanted is known:
        return [(10, f"kind {known.value}")]
    if {wanted, known} in _NEAR:
        return [(-15, f"kind {known.value}, not {wanted.value}")]
    return [(-30, f"kind {known.value}, not {wanted.value}")]


def _name_points(mentions: _Mentions, names: Sequence[str]) -> list[tuple[int, str]]:
    """Return points for people whom the draft mentions: more for two of them, no more for ten."""
    full = [name for name in dict.fromkeys(names) if mentions.full(name)]
    if full:
        return [(20 if len(full) == 1 else 25, f"the draft mentions {' and '.join(full[:2])}")]
    surname = next((name for name in names if mentions.surname(name)), None)
    return [(5, f"the draft mentions {surname.split()[-1]} ({surname})")] if surname else []
