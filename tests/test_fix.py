"""Fixes: applied whole, without loss, until none is left."""

from __future__ import annotations

import itertools
import os
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.fix import ROUNDS, apply_fixes, diff_of, fix_until_stable, write_atomically

BOTH = (Safety.SAFE, Safety.UNSAFE)


def finding(*edits: tuple[int, int, str], safety: Safety = Safety.SAFE) -> Finding:
    fix = Fix("change", safety, tuple(Edit(Span(start, end), text) for start, end, text in edits))
    return Finding("typography/test", Span(edits[0][0], edits[-1][1]), "…", Severity.WARNING, fix)


@st.composite
def texts_with_fixes(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(st.text(alphabet="ab é😀\n", max_size=40))
    places = st.integers(0, len(text))
    edit = st.tuples(places, places, st.text(alphabet="xyz", max_size=3)).map(lambda e: (min(e[:2]), max(e[:2]), e[2]))
    findings = draw(st.lists(st.lists(edit, min_size=1, max_size=2).map(lambda edits: finding(*edits)), max_size=6))
    return text, findings


@given(texts_with_fixes())
def test_applying_equals_applying_one_by_one_from_the_end(case: tuple[str, list[Finding]]) -> None:
    text, findings = case
    fixed, mended = apply_fixes(text, findings, BOTH)
    edits = sorted((edit for f in mended if f.fix for edit in f.fix.edits), key=lambda e: e.span)
    naive = text
    for edit in reversed(edits):
        naive = naive[: edit.span.start] + edit.text + naive[edit.span.end :]
    assert fixed == naive
    assert all(one.span.end < other.span.start for one, other in itertools.pairwise(edits))


@given(texts_with_fixes())
def test_what_no_fix_touches_is_kept(case: tuple[str, list[Finding]]) -> None:
    text, findings = case
    fixed, mended = apply_fixes(text, findings, BOTH)
    gone = {at for f in mended if f.fix for edit in f.fix.edits for at in range(edit.span.start, edit.span.end)}
    kept = [char for at, char in enumerate(text) if at not in gone]
    left = iter(fixed)
    assert all(char in left for char in kept)  # in this order


def test_one_of_two_fixes_of_the_same_place_waits() -> None:
    fixed, mended = apply_fixes("abcd", [finding((0, 2, "x")), finding((1, 3, "y")), finding((3, 4, "z"))], BOTH)
    assert (fixed, len(mended)) == ("xcz", 2)


def test_a_fix_of_two_edits_is_applied_whole_or_not_at_all() -> None:
    fixed, mended = apply_fixes("(abcd)", [finding((0, 1, "[")), finding((0, 1, "<"), (5, 6, ">"))], BOTH)
    assert (fixed, len(mended)) == ("[abcd)", 1)


def test_unsafe_fixes_wait_until_they_are_asked_for() -> None:
    findings = [finding((0, 1, "x"), safety=Safety.UNSAFE), finding((2, 3, "y"))]
    assert apply_fixes("a b", findings, (Safety.SAFE,))[0] == "a y"
    assert apply_fixes("a b", findings, BOTH)[0] == "x y"


def test_new_line_breaks_are_those_of_the_text() -> None:
    assert apply_fixes("a b\r\nc", [finding((1, 2, "\n\n"))], BOTH)[0] == "a\r\n\r\nb\r\nc"
    assert apply_fixes("a b\nc", [finding((1, 2, "\n\n"))], BOTH)[0] == "a\n\nb\nc"


@given(st.text(alphabet="ab ", max_size=60))
def test_fixing_comes_to_an_end(text: str) -> None:
    def doubled_blanks(text: str) -> list[Finding]:
        at = text.find("  ")
        return [finding((at, at + 1, ""))] if at >= 0 else []

    fixed = fix_until_stable(text, doubled_blanks, BOTH)
    if text.count("  ") < ROUNDS - 1 and "   " not in text:
        assert "  " not in fixed.text
        assert not fixed.unsettled
    assert fixed.text.replace(" ", "") == text.replace(" ", "")


def test_two_rules_that_undo_each_other_are_named() -> None:
    def flip(text: str) -> list[Finding]:
        return [finding((0, 1, "b" if text[0] == "a" else "a"))]

    fixed = fix_until_stable("ac", flip, BOTH)
    assert fixed.text in ("ac", "bc")
    assert [f.rule for f in fixed.unsettled] == ["typography/test"]


def test_a_fix_that_grows_without_end_is_stopped() -> None:
    fixed = fix_until_stable("a", lambda text: [finding((0, 0, "x"))], BOTH)
    assert fixed.text == "x" * ROUNDS + "a"
    assert fixed.unsettled


@given(st.text(alphabet="ab\n\r\u2028", max_size=30), st.text(alphabet="ab\n\r\u2028", max_size=30))
def test_a_diff_is_empty_only_for_equal_texts(old: str, new: str) -> None:
    assert bool(diff_of("x.md", old, new)) == (old != new)


@pytest.mark.parametrize(
    ("old", "new"),
    [("a\nb\n", "a\nc\n"), ("a\r\nb", "a\r\nb\r\nc"), ("\u2028a\x0bb", "a\x0bb\n"), ("", "a"), ("a\n", "")],
)
def test_patch_turns_the_old_into_the_new(tmp_path: Path, old: str, new: str) -> None:
    draft = tmp_path / "draft.md"
    draft.write_bytes(old.encode())
    diff = diff_of("draft.md", old, new).encode()
    command = ["git", "apply", "-p0", "--unidiff-zero", "--whitespace=nowarn"]
    done = subprocess.run(command, input=diff, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert draft.read_bytes() == new.encode()


def test_writing_keeps_the_mode_and_follows_a_link(tmp_path: Path) -> None:
    draft, link = tmp_path / "draft.md", tmp_path / "link.md"
    draft.write_bytes(b"old")
    draft.chmod(0o640)
    link.symlink_to(draft.name)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.md", "link.md"]


def test_a_write_that_fails_leaves_the_old_text_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReviewlintError, match="No space left on device"):
        write_atomically(draft, b"new")
    assert draft.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["draft.md"]


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "new.json", b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o644


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReviewlintError, match="cannot be written"):
        write_atomically(tmp_path / "none" / "x.json", b"{}")


def test_a_device_is_written_to_not_replaced() -> None:
    write_atomically(Path(os.devnull), b"nothing")
    assert not Path(os.devnull).is_file()
