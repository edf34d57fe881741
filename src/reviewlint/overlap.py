"""Which of many stretches of a text meet another one, without a look at each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from reviewlint.finding import Span


class Overlaps:
    """Stretches of a text, in any order, to be asked about another one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))  # the last end of all up to this one

    def meet(self, span: Span) -> bool:
        """Tell whether one of them begins before the end of a span, and ends after its start."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start

    def hold(self, span: Span) -> bool:
        """Tell whether one of them holds all of a span."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._ends[before - 1] >= span.end
