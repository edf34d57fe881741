"""The diff that a person reads at a terminal."""

from __future__ import annotations

import re

import pytest

from reviewlint.fix import diff_of
from reviewlint.report.style import Style
from reviewlint.report.word_diff import in_colour

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ON = Style(True)


def test_only_changed_words_are_in_colour() -> None:
    old = "The keeper counts the the steps down to the boat.\n"
    shown = in_colour(diff_of("a.md", old, old.replace("the the", "the")), ON).splitlines()
    assert shown[3].startswith("\x1b[31m-\x1b[0mThe keeper counts the")
    assert ESCAPE.sub("", shown[3]) == f"-{old}".rstrip()
    coloured = re.findall(r"\x1b\[31;[17]m(.*?)\x1b", shown[3])
    assert "".join(coloured).strip() == "the"
    assert re.findall(r"\x1b\[32;[17]m(.*?)\x1b", shown[4]) == []  # nothing came


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\n\n\nb\n", "a\n\nb\n"),
        ("--- no header\n", "+++ nor this\n"),
        ("end", "end\n"),
        ("", "new\n"),
        ("so  far\r\nnext\r\n", "so far\r\nnext\r\n"),
        ("x " * 9_000, "y " * 9_000),
    ],
)
def test_without_its_colours_it_is_the_diff(old: str, new: str) -> None:
    diff = diff_of("a.md", old, new)
    assert ESCAPE.sub("", in_colour(diff, ON)).split() == diff.split()


def test_an_escape_of_the_draft_is_not_obeyed() -> None:
    shown = in_colour(diff_of("a.md", "an\x1b[31m\n", "a\x1b[31m\n"), ON)
    assert "\x1b[31m\n" not in shown
    assert "␛[31m" in ESCAPE.sub("", shown)
