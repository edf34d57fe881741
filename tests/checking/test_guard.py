"""A fix that would bring a new finding is kept back; the others are applied."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewlint.checking.draft import Choice, check_source
from reviewlint.checking.guard import Guard
from reviewlint.config.files import DEFAULTS
from reviewlint.config.setup import set_up
from reviewlint.document import Source
from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.fix import fix_until_stable

SAFE = (Safety.SAFE,)


def marks(text: str) -> list[Finding]:
    """An “x” is fixed to “y”; “yz” is a fault without a fix."""
    found = []
    for at, char in enumerate(text):
        if char == "x":
            fix = Fix("y", Safety.SAFE, (Edit(Span(at, at + 1), "y"),))
            found.append(Finding("typography/test", Span(at, at + 1), "…", Severity.WARNING, fix))
        if text[at : at + 2] == "yz":
            found.append(Finding("typography/other", Span(at, at + 2), "…", Severity.WARNING))
    return found


@pytest.mark.parametrize(
    ("text", "fixed"),
    [("xa", "ya"), ("xz", "xz"), ("xz xa xb", "xz ya yb"), ("xa xz xb xc xz", "ya xz yb yc xz"), ("xx", "yy")],
)
def test_only_what_is_harmless_is_applied(text: str, fixed: str) -> None:
    guard = Guard(set_up((DEFAULTS,)), SAFE, marks)
    done = fix_until_stable(text, marks, SAFE, guard.harmless)
    assert done.text == fixed
    assert not done.unsettled


def test_texts_that_are_tried_out_are_few() -> None:
    tried: list[str] = []

    def check(text: str) -> Sequence[Finding]:
        tried.append(text)
        return marks(text)

    guard = Guard(set_up((DEFAULTS,)), SAFE, check)
    guard.harmless("xz " * 500, marks("xz " * 500))
    assert len(set(tried)) < 100


def test_a_fix_that_glues_a_lone_quotation_mark_is_kept_back() -> None:
    text = "“\n\n\nThe Plot\n\nA man goes home.\n\nHe stays.\n\n\nThe Cast\n\nAnn Lee is good.\n”" + "[" * 60
    outcome = check_source(Source("a.md", text), Choice(fixes=SAFE))
    assert outcome.fixed is not None
    after = check_source(Source("a.md", outcome.fixed.decode()), Choice(fixes=SAFE))
    assert outcome.report is not None
    assert after.report is not None
    assert {f.rule for f in after.report.findings} <= {f.rule for f in outcome.report.findings}
