"""What slow passes said stays in sight in paragraphs that did not change."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.lsp.carry import carried, change_between
from reviewlint.lsp.passes import Checked, Pass, Version

TEXT = "First one.\n\nSecond one.\nSame.\n\nThird one.\n"
READER, RULE = "garbled/odd-phrase", "grammar/doubled-word"


def earlier(*words: str, rule: str = READER) -> Checked:
    findings = []
    for word in words:
        span = Span(TEXT.index(word), TEXT.index(word) + len(word))
        fix = Fix("x", Safety.UNSAFE, (Edit(span, "x"),))
        findings.append(Finding(rule, span, "odd", Severity.WARNING, fix))
    return Checked(Version(Path("draft.md"), 1, TEXT), Pass.ENGINE, tuple(findings))


def left(checked: Checked, text: str, until: Pass = Pass.RULES) -> list[str]:
    kept = carried(checked, text, (), until)
    for finding in kept:
        assert finding.fix is not None
        assert finding.fix.edits[0].span == finding.span
    return [text[finding.span.start : finding.span.end] for finding in kept]


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        (TEXT, ["First", "Second", "Third"]),
        (TEXT.replace("Same", "Much longer"), ["First", "Third"]),
        (TEXT.replace("First", "A"), ["Second", "Third"]),
        (f"New.\n\n{TEXT}", ["Second", "Third"]),  # its first letters may as well be of the old paragraph
        (TEXT + "\nNew.\n", ["First", "Second"]),  # the last paragraph may have gone on
        (TEXT.replace("\n\n", "\n"), []),
        ("", []),
    ],
)
def test_what_stands_in_other_paragraphs_moves_along(text: str, stays: list[str]) -> None:
    assert [word for word in left(earlier("First", "Second", "Third"), text) if word in TEXT] == stays


def test_what_the_pass_itself_looks_for_is_not_carried() -> None:
    assert left(earlier("First", rule=RULE), TEXT) == []
    assert left(earlier("First"), TEXT, Pass.READER) == []
    assert left(earlier("First", rule="grammar/languagetool"), TEXT, Pass.READER) == ["First"]


def test_a_change_takes_in_its_paragraph() -> None:
    change = change_between(TEXT, TEXT.replace("Same", "Sane"))
    assert TEXT[change.start : change.end] == "Second one.\nSame."
    assert change.shift == 0
