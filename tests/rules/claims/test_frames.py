"""Frames are searched together and yet each on its own terms."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewlint.rules.claims.frames import compiled, frames_of, gaps
from reviewlint.rules.claims.missing_award import _FRAMES as AWARD
from reviewlint.rules.claims.missing_number import _FRAMES as NUMBER

WORDS = st.lists(
    st.sampled_from(
        "it won the Oscar for and in a of more than copies sold at least countries minutes . , £ between and 1999 "
        "nominated clocks times she watched 42 ￼".split()
    ),
    max_size=25,
).map(" ".join)


def test_marks_the_span() -> None:
    frames = frames_of(r"\bat (?P<span>least cups)\b", r"(?P<span>\bcups\b)")
    assert [(gap.start, gap.end) for gap in gaps("At least cups. Cups!", frames)] == [(3, 13), (15, 19)]


@given(WORDS)
def test_one_pass_finds_what_each_pattern_finds(text: str) -> None:
    for frames in (AWARD, NUMBER):
        alone = {
            match.span(pattern.groupindex["span"])
            for pattern in map(compiled, frames.patterns)
            for match in pattern.finditer(text)
        }
        together = [(gap.start, gap.end) for gap in gaps(text, frames)]
        assert set(together) <= alone
        assert bool(together) == bool(alone)
        assert all(first[1] <= second[0] for first, second in pairwise(together))
