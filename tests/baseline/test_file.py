"""The file of known findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.baseline import Entry, read_baseline, write_baseline
from reviewlint.errors import ReviewlintError

ENTRIES = [
    Entry("b/ä “x”\n.md", "claims/unnamed-critics", "f" * 40, "critics “agree”"),
    Entry("a.md", "grammar/doubled-word", "1" * 40, "is is"),
    Entry("a.md", "grammar/doubled-word", "0" * 40, ""),
]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    write_baseline(path, ENTRIES)
    assert read_baseline(path) == set(ENTRIES)


def test_it_is_sorted_with_one_line_each(tmp_path: Path) -> None:
    one, other = tmp_path / "1", tmp_path / "2"
    write_baseline(one, ENTRIES)
    write_baseline(other, [*reversed(ENTRIES), ENTRIES[0]])
    assert one.read_bytes() == other.read_bytes()
    lines = one.read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"reviewlint-baseline": 1}'
    assert [line[:16] for line in lines[1:]] == ['{"path": "a.md",'] * 2 + ['{"path": "b/ä “x']


@pytest.mark.parametrize("name", ["bad\udcff.md", "a\u2028b.md", "a\nb.md", "a\x85b.md"])
def test_any_name_is_read_back(tmp_path: Path, name: str) -> None:
    entry = Entry(name, "a/x", "0", "the the")
    write_baseline(tmp_path / "known.jsonl", [entry])
    assert read_baseline(tmp_path / "known.jsonl") == {entry}


def test_lines_of_both_sides_of_a_merge_may_stand_together(tmp_path: Path) -> None:
    path = tmp_path / "known.jsonl"
    write_baseline(path, ENTRIES)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "\n" + text, encoding="utf-8")
    assert read_baseline(path) == set(ENTRIES)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"reviewlint-baseline": 2}\n', "of format 2, of a newer reviewlint; this one reads format 1. Upgrade"),
        ("", "This is not a baseline"),
        ("[]\n", ":1: This is not a baseline"),
        ("# Notes\n", ":1: This is not a baseline"),
        ('{"reviewlint-baseline": 1}\n{"path": "a"}\n', ":2: This line is not an entry"),
        ('{"reviewlint-baseline": 1}\n<<<<<<< HEAD\n', ":2: A merge left a conflict here. Keep the lines of both"),
    ],
)
def test_what_is_no_baseline_is_told_in_words(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "known.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReviewlintError) as caught:
        read_baseline(path)
    assert told in str(caught.value)


def test_a_missing_file_names_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(ReviewlintError, match="reviewlint baseline write"):
        read_baseline(tmp_path / "none")
    with pytest.raises(ReviewlintError, match="cannot be read: Is a directory"):
        read_baseline(tmp_path)
    with pytest.raises(ReviewlintError, match="cannot be written"):
        write_baseline(tmp_path / "none" / "x", [])
