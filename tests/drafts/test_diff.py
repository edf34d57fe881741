"""What a patch adds."""

from __future__ import annotations

import pytest

from reviewlint.drafts.diff import added_lines


def patch(header: str, *rest: str) -> bytes:
    return "\n".join((f"diff --git a/x b/x\n--- a/x\n+++ {header}", *rest, "")).encode()


def test_ranges_are_half_open_and_one_line_is_written_short() -> None:
    text = patch("b/x", "@@ -0,0 +1,2 @@", "+a", "+b", "@@ -9 +12 @@ heading", "-c", "+d")
    assert added_lines(text) == {b"x": ((1, 3), (12, 13))}


def test_a_file_that_only_lost_lines_is_left_out() -> None:
    assert added_lines(patch("b/x", "@@ -3,2 +2,0 @@", "-a", "-b")) == {}


def test_text_that_looks_like_a_header_is_text() -> None:
    text = patch(
        "b/x", "@@ -1,2 +1,2 @@", "--- a/y", "-@@ -1 +1 @@", "+++ b/y", "+@@ -7 +7 @@", "@@ -5 +5 @@", "-x", "+y"
    )
    assert added_lines(text) == {b"x": ((1, 3), (5, 6))}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("b/b/x", b"b/x"),
        ("b/two words.md\t", b"two words.md"),
        (r'"b/a\tb\nc\"d\\e.md"', b'a\tb\nc"d\\e.md'),
        (r'"b/caf\303\251.md"', "café.md".encode()),
        ("b/café.md", "café.md".encode()),
    ],
)
def test_names_are_as_in_the_folder(header: str, name: bytes) -> None:
    assert list(added_lines(patch(header, "@@ -1 +1 @@", "-x", "+y"))) == [name]
