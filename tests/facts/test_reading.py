from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.reading import read_date, read_minutes, read_rating, read_whole, read_years
from reviewlint.facts.values import PartialDate, Rating


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-06-28", PartialDate(2024, 6, 28)), ("2024-06", PartialDate(2024, 6)), ("2024", PartialDate(2024)),
        ("28 June 2024", PartialDate(2024, 6, 28)), ("June 28, 2024", PartialDate(2024, 6, 28)),
        ("1st May 1999", PartialDate(1999, 5, 1)), ("Oct 2017", PartialDate(2017, 10)),
        ("2024-06-28T10:00:00Z", PartialDate(2024, 6, 28)), ("2023/4/1", PartialDate(2023, 4, 1)),
        ("-0800", PartialDate(-800)),
    ],
)  # fmt: skip
def test_dates(text: str, date: PartialDate) -> None:
    assert read_date(text) == date


def test_spans_of_years() -> None:
    assert read_years("2010–2013") == (PartialDate(2010), PartialDate(2013))
    assert read_years("2010-13") == (PartialDate(2010), PartialDate(2013))
    assert read_years("2010-12") == (PartialDate(2010, 12), None)
    assert read_years("2010-") == (PartialDate(2010), None)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("58", 58), ("58 min", 58), ("PT58M", 58), ("PT1H2M", 62), ("PT3480S", 58), ("P1D", 1440), ("1h 2m", 62),
        ("1:02", 62), ("1:02:30", 62.5), ("42:31", 42.52), ("1 hour 2 minutes", 62), ("58'", 58), ("3480 s", 58),
        ("2h 28min", 148), ("ninety minutes", 90), ("1h56", 116),
    ],
)  # fmt: skip
def test_minutes(text: str, minutes: float) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("8.1", Rating(8.1)), ("8.1/10", Rating(8.1, 10)), ("93 %", Rating(93, 100)), ("4 out of 5", Rating(4, 5)),
        ("B+", Rating(0, letter="B+")), ("★★★½", Rating(3.5)),
        ("★★★★☆", Rating(4, 5)), ("★★★½☆", Rating(3.5, 5)), ("★★☆", Rating(2)),
        ("⭐⭐⭐⭐/5", Rating(4, 5)), ("3½", Rating(3.5)),
        ("4 stars", Rating(4)), ("8,5/10", Rating(8.5, 10)),
    ],
)  # fmt: skip
def test_ratings(text: str, rating: Rating) -> None:
    assert read_rating(text) == rating


def test_a_scale_fills_in_where_the_text_has_none() -> None:
    assert read_rating("4", 5) == Rating(4, 5)
    assert read_rating("4/10", 5) == Rating(4, 10)


def test_counts() -> None:
    assert [read_whole(text) for text in ("24", "1,204", "twelve", "24 episodes")] == [24, 1204, 12, 24]


@pytest.mark.parametrize(
    ("read", "text", "told"),
    [
        (read_date, "soon", "not a date"), (read_date, "2024-13-01", "calendar"), (read_date, "2024-02-30", "calendar"),
        (read_date, "9999", "too far"), (read_minutes, "-5", "more than zero"),
        (read_minutes, "0", "more than zero"),
        (read_minutes, "99999", "cannot be right"), (read_minutes, "soon", "not a length"),
        (read_minutes, "PT", "not a length"),
        (read_rating, "11/10", "more than the best"), (read_rating, "Good", "not a rating"),
        (read_rating, "5/0", "less than"),
        (read_whole, "-3", "less than zero"), (read_whole, "2.5", "not a whole number"),
        (read_whole, "many", "not a whole"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(read: Callable[[str], Any], text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read(text)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_date, read_years, read_minutes, read_rating, read_whole):
        with suppress(ValueError):
            read(text)
