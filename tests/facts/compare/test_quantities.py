import pytest

from reviewlint.facts.compare.quantities import (
    compare_count,
    compare_date,
    compare_own_rating,
    compare_rating,
    compare_year,
    same_site,
)
from reviewlint.facts.compare.verdict import Verdict
from reviewlint.facts.lengths import Bound
from reviewlint.facts.values import PartialDate, Rating

SAME, FITS, WRONG, UNKNOWN = Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT, Verdict.UNKNOWN


@pytest.mark.parametrize(("claim", "verdict"), [(1999, SAME), (1998, FITS), (2000, FITS), (1997, WRONG), (2003, WRONG)])
def test_years_may_be_one_off(claim: int, verdict: Verdict) -> None:
    held = compare_year(claim, [PartialDate(1999, 10, 15)])
    assert held.verdict is verdict
    assert held.difference == claim - 1999


def test_every_release_counts_and_running_works_go_on() -> None:
    assert compare_year(1996, [PartialDate(1999), PartialDate(1996)]).verdict is SAME
    assert compare_year(2012, [PartialDate(2010)], end=PartialDate(2013)).verdict is FITS
    assert compare_year(2015, [PartialDate(2010)], end=PartialDate(2013)).verdict is WRONG
    assert compare_year(2015, []).verdict is UNKNOWN


def test_days_are_held_against_days() -> None:
    known = [PartialDate(1999, 10, 15)]
    assert compare_date(PartialDate(1999, 10), known).verdict is SAME
    assert compare_date(PartialDate(1999, 10, 15), known).verdict is SAME
    assert compare_date(PartialDate(1999, 5), known).verdict is WRONG
    assert compare_date(PartialDate(1999, 5), [PartialDate(1999)]).verdict is FITS
    assert compare_date(PartialDate(1995, 5), known).verdict is WRONG


@pytest.mark.parametrize(
    ("claim", "known", "bound", "verdict"),
    [
        (8, 8, Bound.EXACT, SAME), (8, 9, Bound.EXACT, WRONG), (10, 11, Bound.ABOUT, FITS),
        (10, 14, Bound.ABOUT, WRONG),
        (20, 26, Bound.OVER, FITS), (30, 26, Bound.OVER, WRONG), (30, 26, Bound.UNDER, FITS),
        (20, 26, Bound.UNDER, WRONG),
        (500, 512, Bound.EXACT, FITS), (500, 620, Bound.EXACT, WRONG), (412, 420, Bound.EXACT, WRONG),
        (300, 288, Bound.NEARLY, FITS), (300, 288, Bound.JUST_OVER, WRONG),
    ],
)  # fmt: skip
def test_counts(claim: float, known: float, bound: Bound, verdict: Verdict) -> None:
    assert compare_count(claim, known, bound).verdict is verdict


IMDB = Rating(8.0, 10, author="IMDb", modified=PartialDate(2024, 1))


@pytest.mark.parametrize(
    ("claim", "known", "verdict"),
    [
        (Rating(8.0, 10, author="IMDb"), IMDB, SAME),
        (Rating(8.2, author="imdb"), IMDB, FITS),
        (Rating(7.0, 10, author="IMDb"), IMDB, WRONG),
        (Rating(7.0, 10, author="Letterboxd"), IMDB, UNKNOWN),
        (Rating(80, 100), IMDB, UNKNOWN),
        (Rating(95), Rating(85, 100, author="Metacritic"), WRONG),
        (Rating(87), Rating(85, 100, author="Metacritic"), FITS),
        (Rating(89), Rating(85, 100, author="Metacritic"), WRONG),
        (Rating(0, letter="B"), Rating(0, letter="B"), SAME),
        (Rating(0, letter="A"), Rating(0, letter="B"), WRONG),
        (Rating(0, letter="A"), Rating(8, 10), UNKNOWN),
        (Rating(8), Rating(8), UNKNOWN),
    ],
)
def test_ratings_of_sites(claim: Rating, known: Rating, verdict: Verdict) -> None:
    assert compare_rating(claim, known).verdict is verdict


def test_a_rating_may_move_more_the_older_it_is() -> None:
    claim = Rating(8.4, 10)
    assert compare_rating(claim, IMDB, PartialDate(2024)).verdict is WRONG
    assert compare_rating(claim, IMDB, PartialDate(2026)).verdict is FITS


@pytest.mark.parametrize(
    ("claim", "known", "verdict"),
    [
        (Rating(4, 5), Rating(4, 5), SAME), (Rating(5, 5), Rating(4, 5), WRONG), (Rating(4, 5), Rating(8, 10), FITS),
        (Rating(4, 5), Rating(8.5, 10), FITS), (Rating(3, 5), Rating(9, 10), WRONG), (Rating(4), Rating(4, 5), SAME),
        (Rating(9, 10), Rating(8), WRONG), (Rating(8, 10), Rating(8), SAME), (Rating(4, 5), Rating(80), FITS),
        (Rating(4, 5), Rating(4), SAME), (Rating(5, 5), Rating(4), FITS), (Rating(2, 5), Rating(4), FITS),
        (Rating(5, 5), Rating(3), WRONG), (Rating(7, 10), Rating(9, 10), WRONG),
        (Rating(0, letter="B+"), Rating(4, 5), UNKNOWN),
    ],
)  # fmt: skip
def test_a_reviewers_own_ratings(claim: Rating, known: Rating, verdict: Verdict) -> None:
    assert compare_own_rating(claim, known).verdict is verdict


def test_sites_have_more_than_one_name() -> None:
    assert same_site("MAL", "MyAnimeList")
    assert same_site("rotten-tomatoes", "Rotten Tomatoes")
    assert not same_site("IMDb", "Metacritic")
