"""Text as a terminal shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.report.cells import cells, clusters, first_cells, last_cells, visible, wrapped
from reviewlint.report.columns import aligned, with_notes


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("東京", 4),
        ("ｗｉｄｅ", 8),
        ("🗼", 2),
        ("👩‍👩‍👧", 2),  # joined
        ("👍🏽", 2),  # with a skin tone
        ("❤️", 2),  # a heart made an emoji
        ("❤", 1),
        ("🇯🇵", 2),
        ("각", 2),
        ("\u1100\u1161\u11a8", 2),  # the same, letter by letter
        ("a\u200bb", 2),
        ("so\u00adft", 5),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb", "a b"), ("\x1b[31m", "␛[31m"), ("\x00", "␀"), ("\x7f\x9b", "��"), ("a\u202eb", "a�b"), ("\u2028", "�")],
)
def test_nothing_moves_the_cursor(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert len(visible(text)) == len(text)


@given(st.text(max_size=60), st.integers(0, 30))
def test_cuts(text: str, width: int) -> None:
    assert "".join(cluster.text for cluster in clusters(text)) == text
    assert [cluster.start for cluster in clusters(text)] == sorted({cluster.start for cluster in clusters(text)})
    first, last = first_cells(text, width), last_cells(text, width)
    assert text.startswith(first)
    assert text.endswith(last)
    assert cells(first) <= width
    assert cells(last) <= width


def test_wrapped() -> None:
    lines = wrapped(str, "one two three", 9, "  ", "    ")
    assert lines == ["  one two", "    three"]
    assert wrapped(str, "incomprehensibilities", 9) == ["incomprehensibilities"]


def test_aligned() -> None:
    assert aligned([["count", "rule"], ["7", "東京"], ["12", ""]], right=(0,)) == [
        "count  rule",
        "    7  東京",
        "   12",
    ]
    assert aligned([]) == []


def test_notes_stand_beside_or_below() -> None:
    rows = [(("lamp", "warning"), "A lamp too many."), (("candlestick", "info"), "One too few.")]
    assert with_notes(rows, 54) == [
        "lamp         warning  A lamp too many.",
        "candlestick  info     One too few.",
    ]
    assert with_notes(rows, 40) == [
        "lamp         warning",
        "    A lamp too many.",
        "candlestick  info",
        "    One too few.",
    ]
    assert with_notes([], 40) == []


@given(st.text("ab é“”…–", max_size=12), st.integers(-2, 14))
def test_plain_text_is_cut_and_measured_as_its_clusters_are(text: str, width: int) -> None:
    joined = list(clusters(text))
    assert cells(text) == sum(cluster.width for cluster in joined)
    assert first_cells(text, width) == "".join(cluster.text for cluster in joined[: max(0, width)])
    assert last_cells(text, width) == "".join(cluster.text for cluster in joined[max(0, len(joined) - width) :])
