"""The report for a person at a desk."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from reviewlint.document import Source
from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.report import FileReport, Report
from reviewlint.report.cells import cells
from reviewlint.report.text import write
from reviewlint.result import Applied
from tests.report.example import report
from tests.report.snapshots import check_snapshot

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def printed(shown: Report) -> str:
    out = io.StringIO()
    write(shown, out)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_whole_report(width: int) -> None:
    check_snapshot(f"text-{width}.txt", printed(report(width)))


def test_the_report_in_colour() -> None:
    check_snapshot("text-colour.txt", printed(report(80, colour=True)))


def test_colour_adds_nothing_but_colour() -> None:
    assert ESCAPE.sub("", printed(report(80, colour=True))) == printed(report(80))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """But for paths, which stay whole, so that a terminal makes links of them."""
    for line in printed(report(width)).splitlines():
        assert cells(line) <= width or "reviews/" in line, line


def test_what_a_draft_holds_cannot_reach_the_terminal() -> None:
    assert "\x1b" not in printed(report(80))


def test_one_clean_draft_with_its_measures() -> None:
    clean = FileReport(Source("clean.md", "Fine."), (), (), "1 word, 1 min to read")
    assert printed(Report((clean,))) == "No findings in 1 draft.\n1 word, 1 min to read.\n"


def test_many_clean_drafts_in_one_line() -> None:
    clean = FileReport(Source("clean.md", "Fine."), (), (), "1 word, 1 min to read")
    assert printed(Report((clean,) * 3)) == "No findings in 3 drafts.\n"


def test_fixes_are_listed_by_file() -> None:
    fixes = (
        Applied("grammar/doubled-word", 3, "the", "the the", "the"),
        Applied("typography/stray-mark", 12, "take out the mark", ",", ""),
    )
    fixed = FileReport(Source("fixed.md", "Fine."), (), (), applied=fixes)
    assert printed(Report((fixed,))).splitlines() == [
        "fixed.md: 2 fixes",
        "  3: the the → the  grammar/doubled-word",
        "  12: , → (nothing)  typography/stray-mark",
        "Fixed 2 findings.",
        "",
        "No findings in 1 draft.",
    ]


def test_a_long_fix_is_listed_by_its_title() -> None:
    fixes = (Applied("typography/blank-lines", 3, "one blank line", "a\n\n\n\nb", "a\n\nb"),)
    fixed = FileReport(Source("fixed.md", "Fine."), (), (), applied=fixes)
    assert "  3: one blank line  typography/blank-lines" in printed(Report((fixed,)))


def test_what_was_left_out_stands_under_the_summary() -> None:
    clean = FileReport(Source("clean.md", "Fine."), (), ())
    assert printed(Report((clean,), notices=("Late.",))) == "No findings in 1 draft.\nLate.\n"


def test_what_was_told_before_is_counted_and_not_told_again() -> None:
    finding = Finding("grammar/doubled-word", Span(0, 5), "Twice.", Severity.WARNING)
    file = FileReport(Source("a.md", "is is"), (finding,), ("f",))
    assert "Twice." in printed(Report((file,)))
    again = printed(Report((file,), told=frozenset("f")))
    assert "Twice." not in again
    assert again.startswith("1 warning in 1 draft.")


def test_no_draft() -> None:
    assert printed(Report(())) == ""


def test_a_line_of_a_million_characters() -> None:
    whole = report(80)
    file = whole.files[0]
    source = Source(file.path, file.source.text.replace("\n", " ") + "x" * 1_000_000)
    text = printed(Report((replace(file, source=source),)))
    assert max(map(cells, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("text", "old", "new", "shown"),
    [
        ("Two childs, one dog.", "s", "ren", "childs → children"),
        ("The “childs” came.", "s", "ren", "childs → children"),
        ("At Brandt . He", " .", ".", "Brandt . → Brandt."),
        ("The film, is long.", ",", "", "film, → film"),
        ("So  long.", "  ", " ", "So  long. → So long."),
        ("The desk.The window", ".T", ". T", "desk.The → desk. The"),
        ("He left,   and", "  ", "", "left,   and → left, and"),
        ("It is is long.", "is is", "is", "is is → is"),
        ("He came (late.", "(", "", "(late. → late."),
        ("Two lamps lamps.", "lamps lamps", "", "take out lamps lamps"),
        ("One two three.", "two", "two " * 16 + "and", "two " * 16 + "and"),
        ("End", "", "\n", "a new line"),
    ],
)
def test_a_fix_is_shown_in_its_words(text: str, old: str, new: str, shown: str) -> None:
    start = text.index(old) if old else len(text)
    span = Span(start, start + len(old))
    fix = Fix("a new line" if new == "\n" else new, Safety.SAFE, (Edit(span, new),))
    found = Finding("house/lamp", span, "So.", Severity.WARNING, fix)
    report = Report((FileReport(Source("a.md", text), (found,), ("",)),), width=200)
    (line,) = [line for line in printed(report).splitlines() if line.startswith("  safe fix: ")]
    assert line == f"  safe fix: {shown}"


def test_of_thousands_of_findings_in_a_draft_the_first_are_shown() -> None:
    whole = report(200)
    many = replace(whole.files[0], findings=whole.files[0].findings[:1] * 1_234, fingerprints=("",) * 1_234)
    told = printed(replace(whole, files=(many,)))
    assert f"{many.path}: 234 more findings; --format concise lists them all." in told
    assert told.count(many.findings[0].message) == 1_000
