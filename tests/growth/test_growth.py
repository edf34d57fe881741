"""No draft takes time with the square of its size.

Each growing draft is checked, fixed and reported in three sizes, and the calls are counted. A square that hides in one
call, of a pattern or a search of a text, is for `benchmarks/growth.py`, which takes the time of long drafts.
"""

from __future__ import annotations

import pytest

from tests.growth.counting import calls_of, growth_of
from tests.growth.generators import GROWING, Growing

SIZE = 500
MOST = 3.0  # 2 is in proportion, 4 is a square; n log n is 2.2
# Some of what took time with the square of its size once. The others are for `pytest -m growth`, as `.ci/run` has it.
ONCE = frozenset(
    "closing-inside.html closing-run.txt emphasis.md given-names.txt names-run.txt names-variant.txt sic-run.md "
    "tags-open.html tags-open.md underscores.md".split()
)


def test_there_are_enough_of_them() -> None:
    assert len({growing.name for growing in GROWING}) == len(GROWING) >= 150
    assert {growing.name for growing in GROWING} >= ONCE


def test_they_are_as_long_as_is_asked_for() -> None:
    assert [growing.name for growing in GROWING if not 1500 <= len(growing.text(2000)) <= 2500] == []


def test_a_square_is_noticed() -> None:
    names = [calls_of(lambda size=size: [len(a) for a in "x" * size for _ in "x" * size]) for size in (10, 20, 40)]
    assert (names[2] - names[1]) / (names[1] - names[0]) > MOST


@pytest.mark.parametrize("growing", [each for each in GROWING if each.name in ONCE], ids=lambda growing: growing.name)
def test_what_was_mended_grows_in_proportion(growing: Growing) -> None:
    assert growth_of(growing, SIZE) < MOST


@pytest.mark.growth
@pytest.mark.parametrize("growing", [each for each in GROWING if each.name not in ONCE], ids=lambda each: each.name)
def test_every_draft_grows_in_proportion(growing: Growing) -> None:
    assert growth_of(growing, SIZE) < MOST
