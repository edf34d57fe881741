import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.compare.likeness import jaro_winkler, share_letters, sorted_ratio


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("martha", "marhta", 0.9611), ("dixon", "dicksonx", 0.8133), ("dwayne", "duane", 0.84),
        ("abc", "xyz", 0.0), ("same", "same", 1.0), ("a", "b", 0.0), ("", "a", 0.0),
    ],
)  # fmt: skip
def test_jaro_winkler(a: str, b: str, likeness: float) -> None:
    assert jaro_winkler(a, b) == pytest.approx(likeness, abs=1e-4)


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [("ana b", "b ana", 1.0), ("kitten", "sitten", 10 / 12), ("abcd", "wxyz", 0.0), ("", "", 1.0)],
)
def test_the_order_of_words_does_not_count(a: str, b: str, ratio: float) -> None:
    assert sorted_ratio(a, b) == pytest.approx(ratio)


WORDS = st.text(alphabet=st.sampled_from("abcde"), max_size=8)


@given(WORDS, WORDS)
def test_both_ways_alike_and_within_bounds(a: str, b: str) -> None:
    assert jaro_winkler(a, b) == pytest.approx(jaro_winkler(b, a))
    assert 0 <= jaro_winkler(a, b) <= 1
    assert sorted_ratio(a, b) == pytest.approx(sorted_ratio(b, a))
    assert jaro_winkler(a, a) == 1


def test_words_far_apart_share_few_letters() -> None:
    assert share_letters("kross", "cross")
    assert not share_letters("lynch", "spielberg")
