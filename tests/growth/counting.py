"""Counts what is done for a draft: the calls of functions, Python's own and built in. The clock has no part in it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from types import FrameType

from reviewlint.checking.draft import Choice, check_source
from reviewlint.config.files import Layer
from reviewlint.document import Source
from reviewlint.finding import Safety
from reviewlint.fix import diff_of
from reviewlint.report import FORMATS, write_report
from reviewlint.result import Report
from reviewlint.rules.registry import load_rules
from tests.growth.generators import Growing

_CHOICE = Choice(Layer({"reader": "off"}), (Safety.SAFE, Safety.UNSAFE))
_FORMATS = ("text", "html", "json", "junit")  # the others go over the findings as these do
_RULES = {rule.info.name: rule.info for rule in load_rules()}


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions are called, or go on after a yield, while some work is done."""
    count = 0

    def tally(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def all_that_is_done(growing: Growing, size: int) -> Callable[[], object]:
    """Return the work on a draft of some size: checked, fixed, reported, and the diff of its fixes."""
    source = Source(f"draft{growing.suffix}", growing.text(size))

    def work() -> None:
        outcome = check_source(source, _CHOICE)
        assert outcome.report is not None
        report = Report((outcome.report,), outcome.errors, _RULES, False, 100, ())
        for form in _FORMATS:
            write_report(FORMATS[form], report, io.StringIO())
        diff_of("draft", source.text, (outcome.fixed or b"").decode().removeprefix("\ufeff"))

    return work


def growth_of(growing: Growing, size: int) -> float:
    """Return how many times more the third of three doublings of a draft adds than the second one did.

    It is 2 where the work grows with the text, 4 where it grows with its square, 8 with its cube. What is done once
    counts for nothing, nor does what a short draft is asked and a longer one is not: a third draft that takes hardly
    more than the second one has no growth.
    """
    calls_of(all_that_is_done(growing, size))  # what is made ready once, some of it not by a shorter draft
    first, second, third = (calls_of(all_that_is_done(growing, size * times)) for times in (1, 2, 4))
    if third - second < _HARDLY * third:
        return 0.0
    return (third - second) / max(second - first, _NOTHING_MUCH * size)


_HARDLY = 0.1
_NOTHING_MUCH = 0.5  # calls a character
