import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.lengths import Bound, Length, find_lengths, read_length

E, A, N, J, U, O = Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER, Bound.UNDER, Bound.OVER  # noqa: E741


@pytest.mark.parametrize(
    ("text", "minutes", "bound", "unit", "compound"),
    [
        ("58 minutes", 58, E, 1, False), ("58 min", 58, E, 1, False), ("90-minute", 90, E, 1, True),
        ("90 minute", 90, E, 1, True), ("ninety-five minutes", 95, E, 1, False), ("two hours", 120, E, 60, False),
        ("two-hour", 120, E, 60, True), ("an hour and a half", 90, E, 30, False),
        ("hour and a half", 90, E, 30, False),
        ("two and a half hours", 150, E, 30, False), ("two-and-a-half-hour", 150, E, 30, True),
        ("half an hour", 30, E, 30, False), ("half-hour", 30, E, 30, True), ("1½ hours", 90, E, 30, False),
        ("three quarters of an hour", 45, E, 15, False), ("an hour and a quarter", 75, E, 15, False),
        ("1h56", 116, E, 1, False), ("2h 43m", 163, E, 1, False), ("1 hr. 30 min", 90, E, 1, False),
        ("one hour and two minutes", 62, E, 1, False), ("an hour and ten", 70, E, 1, False),
        ("2.5 hours", 150, E, 30, False), ("just over an hour", 60, J, 60, False),
        ("a shade over two hours", 120, J, 60, False), ("nearly three hours", 180, N, 60, False),
        ("just shy of two hours", 120, N, 60, False), ("the better part of three hours", 180, N, 60, False),
        ("about ninety minutes", 90, A, 1, False), ("90-odd minutes", 90, A, 1, False),
        ("90 minutes or so", 90, A, 1, False),
        ("some 90 minutes", 90, A, 1, False), ("under two hours", 120, U, 60, False),
        ("sub-90-minute", 90, U, 1, True),
        ("over two hours", 120, O, 60, False), ("150+ minutes", 150, O, 1, False),
        ("two hours plus", 120, O, 60, False),
        ("two hours and change", 120, J, 60, False), ("a hundred and four minutes", 104, E, 1, False),
    ],
)  # fmt: skip
def test_lengths_as_reviewers_write_them(text: str, minutes: float, bound: Bound, unit: int, compound: bool) -> None:
    assert read_length(text) == Length(minutes, bound, unit, compound)


@pytest.mark.parametrize(
    "text", ["hours", "at 7:30", "90", "minutes", "two", "an hour of two minutes", "hundred minutes"]
)
def test_no_length(text: str) -> None:
    assert read_length(text) is None


def test_lengths_are_found_with_their_hedges() -> None:
    text = (
        "At just under two hours it flies; the first 45 minutes are set-up, and a 20-minute coda follows an hour later."
    )
    found = [(text[span.start : span.end], span.length.minutes) for span in find_lengths(text)]
    assert found == [
        ("just under two hours", 120), ("45 minutes", 45), ("20-minute", 20), ("an hour", 60),
    ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("0123456789 anourhmitesfd-.½\nabot")))
def test_any_text_is_searched(text: str) -> None:
    end = 0
    for span in find_lengths(text):
        assert end <= span.start < span.end <= len(text)
        assert span.length.minutes >= 0
        end = span.end
