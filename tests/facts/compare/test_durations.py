import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.compare.durations import compare_length, compare_lengths
from reviewlint.facts.compare.verdict import Verdict
from reviewlint.facts.lengths import Length, read_length

SAME, FITS, WRONG = Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("text", "known", "verdict"),
    [
        ("112 minutes", 112, SAME), ("112 minutes", 113, FITS), ("112 minutes", 114, WRONG),
        ("75 minutes", 58, WRONG),
        ("an hour and fifty-two minutes", 112, SAME), ("90-minute", 94, FITS), ("90-minute", 104, WRONG),
        ("90 minutes", 94, WRONG), ("about 90 minutes", 94, FITS), ("about 90 minutes", 99, WRONG),
        ("about 92 minutes", 94, FITS), ("about 92 minutes", 96, WRONG), ("two hours", 118, FITS),
        ("two hours", 131, FITS),
        ("two hours", 140, WRONG), ("two-hour", 106, FITS), ("just over an hour", 66, FITS),
        ("just over an hour", 58, WRONG),
        ("just over an hour", 95, WRONG), ("nearly two hours", 112, FITS), ("nearly two hours", 124, WRONG),
        ("nearly two hours", 90, WRONG), ("over two hours", 170, FITS), ("over two hours", 112, WRONG),
        ("under two hours", 90, FITS), ("under two hours", 126, WRONG), ("an hour and a half", 94, FITS),
        ("an hour and a half", 112, WRONG), ("two and a half hours", 148, FITS),
        ("two and a quarter hours", 101, WRONG),
        ("100-odd minutes", 104, FITS), ("half an hour", 25, FITS),
    ],
)  # fmt: skip
def test_rounding_words(text: str, known: float, verdict: Verdict) -> None:
    length = read_length(text)
    assert length is not None
    assert compare_length(length, known).verdict is verdict


def test_what_the_claim_has_more_is_told() -> None:
    held = compare_length(Length(75), 58)
    assert (held.difference, held.against) == (17, "58 minutes")


def test_any_cut_of_a_film_will_do() -> None:
    assert compare_lengths(Length(142), [94, 142]).verdict is SAME
    assert compare_lengths(Length(142), [94, 132]).difference == 10


@given(st.integers(1, 400))
def test_a_length_agrees_with_itself(minutes: int) -> None:
    assert compare_length(Length(minutes), minutes).verdict is SAME
