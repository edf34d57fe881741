"""Stretches that meet or hold another: the same as if each were looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewlint.finding import Span
from reviewlint.overlap import Overlaps

spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(spans), spans)
def test_they_say_what_a_look_at_each_says(others: list[Span], span: Span) -> None:
    overlaps = Overlaps(others)
    assert overlaps.hold(span) == any(other.start <= span.start and span.end <= other.end for other in others)
    assert overlaps.meet(span) == any(other.start < span.end and span.start < other.end for other in others)
