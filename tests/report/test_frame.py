"""Source frames."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document import Source
from reviewlint.finding import Span
from reviewlint.report.cells import cells, visible
from reviewlint.report.frame import Row, frame_of, rows_around
from reviewlint.report.style import Style

WORDS = "one two three four five six seven eight nine ten"


def rows_of(line: str, begin: int, end: int, width: int) -> list[Row]:
    return rows_around(line, Span(0, len(line)), Span(begin, end), width)


def under(line: str, begin: int, end: int, width: int = 40) -> list[str]:
    """Return what the marks of each row stand under."""
    found = []
    for row in rows_of(line, begin, end, width):
        before, marked = cells(row.under) - row.under.count("^"), row.under.count("^")
        at, text = 0, ""
        for char in row.text:
            if before <= at < before + marked:
                text += char
            at += cells(char)
        found.append(text)
    return found


def test_a_short_line_is_shown_whole() -> None:
    (row,) = rows_of(WORDS, 4, 7, 80)
    assert row.text == WORDS
    assert row.under == "    ^^^"


def test_a_long_line_is_cut_between_words() -> None:
    (row,) = rows_of(WORDS, 19, 23, 24)
    assert row.text == "…four five six…"
    assert under(WORDS, 19, 23, 24) == ["five"]


def test_the_room_that_one_side_leaves_goes_to_the_other() -> None:
    (row,) = rows_of(WORDS, 0, 3, 24)
    assert row.text == "one two three four…"


def test_a_span_longer_than_a_row_shows_both_ends() -> None:
    first, last = rows_of(WORDS, 4, len(WORDS) - 4, 24)
    assert (first.text, first.under) == ("one two three four…", "    ^^^^^^^^^^^^^^")
    assert (last.text, last.under) == ("…seven eight nine ten", " ^^^^^^^^^^^^^^^^")


def test_words_without_blanks_are_cut_anywhere() -> None:
    (row,) = rows_of("x" * 100, 50, 52, 40)
    assert cells(row.text) <= 40
    assert row.under.strip() == "^^"
    first, last = rows_of("x" * 100, 0, 100, 40)
    assert first.text == "x" * 38 + "…"
    assert last.text == "…" + "x" * 38


def test_an_empty_span_has_a_mark() -> None:
    (row,) = rows_of(WORDS, 7, 7, 80)
    assert row.under == "       ^"
    assert frame_of(Source("a.md", ""), Span(0, 0), 80, Style(False)) == ["1 | ", "  | ^"]


def test_wide_characters() -> None:
    line = "東京 saw 👩‍👩‍👧 and Zoe\u0301"
    assert [row.under for row in rows_of(line, 7, 12, 80)] == [" " * 9 + "^^"]
    assert cells("東京 saw ") == 9


def test_line_ends_of_all_kinds() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"one{end}two three{end}four{end}"
        start = text.index("three")
        assert frame_of(Source("a.md", text), Span(start, start + 5), 80, Style(False)) == [
            "2 | two three",
            "  |     ^^^^^",
        ]


def test_a_span_over_lines() -> None:
    text = "a one\nb two\nc three\nd four\n"
    two = frame_of(Source("a.md", text), Span(2, 11), 80, Style(False))
    assert two == ["1 | a one", "  |   ^^^", "2 | b two", "  | ^^^^^"]
    three = frame_of(Source("a.md", text), Span(2, 16), 80, Style(False))
    assert three == ["1 | a one", "  |   ^^^", "… |", "3 | c three", "  | ^^^^"]


def test_a_span_of_a_line_break_only() -> None:
    assert frame_of(Source("a.md", "one\n\n\ntwo"), Span(3, 5), 80, Style(False))[:2] == ["1 | one", "  |    ^"]


LINES = st.text(st.sampled_from("ab ,.\t東é👩\u200d👧❤\ufe0f\u0301\u00ad\u202e\x1b"), max_size=120)


@given(LINES, st.integers(0, 120), st.integers(0, 120), st.integers(20, 80))
def test_rows_fit_and_mark_something(line: str, one: int, other: int, width: int) -> None:
    line = visible(line)
    begin, end = sorted((min(one, len(line)), min(other, len(line))))
    rows = rows_of(line, begin, end, width)
    for row in rows:
        assert cells(row.text) <= width
        assert set(row.under) <= {" ", "^"}
        assert "^" in row.under
        assert row.under.rstrip() == row.under
    if len(rows) == 1:
        assert line[begin:end] in rows[0].text


@given(LINES, st.integers(0, 120), st.integers(0, 120))
def test_the_marks_stand_under_the_span(line: str, one: int, other: int) -> None:
    line = "".join(char for char in visible(line) if cells(char) == 1)
    begin, end = sorted((min(one, len(line)), min(other, len(line))))
    for row, marked in zip(rows_of(line, begin, end, 40), under(line, begin, end), strict=True):
        assert marked in line[begin:end] or begin == end
        assert marked == row.text[row.under.count(" ") :][: len(marked)]
