"""Brackets without a partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.rules.typography.pairs import clause_end, unpaired_brackets


def lone(text: str) -> list[tuple[int, bool]]:
    return [(bracket.at, bracket.opens) for bracket in unpaired_brackets(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "a (b) c",
        "six(!) songs",
        "ha ;-) )",
        "1) one, 2) two",
        "a) one",
        "[sic] and (x [y] z)",
        ":( and :)",
        '[video src="',
    ],
)
def test_sound(text: str) -> None:
    assert lone(text) == []


@pytest.mark.parametrize(
    ("text", "at", "opens"), [("a (b c", 2, True), ("so it was) here", 9, False), ("a [b c", 2, True)]
)
def test_lone(text: str, at: int, opens: bool) -> None:
    assert lone(text) == [(at, opens)]


@given(st.text(alphabet="ab ().,\n", min_size=2, max_size=200), st.integers(2, 90))
def test_clause_ends_within_its_limits(text: str, longest: int) -> None:
    end = clause_end(text, 0, len(text), longest)
    assert 0 < end <= max(longest, 1)
