"""What runs keep of rule files for the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.cache import tables
from reviewlint.cache.tables import forget, kept_between_runs, read, remembered
from reviewlint.rules.rule_file import load_rule

RULE = """
summary = "S."
message = "M."
why = "W."
severity = "warning"
since = "0.1"
kind = "pattern"
patterns = ["x"]
"""


def never() -> object:
    raise AssertionError("it was there")


def test_the_second_run_works_out_nothing_anew() -> None:
    with kept_between_runs():
        assert remembered(("number", "1"), lambda: [1, "é", None]) == [1, "é", None]
    with kept_between_runs():
        assert remembered(("number", "1"), never) == [1, "é", None]
        assert remembered(("number", "2"), lambda: 2) == 2
    with pytest.raises(AssertionError):
        remembered(("number", "1"), never)  # outside, nothing is kept


@pytest.mark.parametrize("damage", [b"", b"\0\0\0", b"{}", b"[]\n[]", None])
def test_a_damaged_file_is_as_none(cache_dir: Path, damage: bytes | None) -> None:
    with kept_between_runs():
        remembered(("a",), lambda: 1)
    (kept,) = cache_dir.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-2] + b"2}" if damage is None else damage)
    assert read() == {}
    with kept_between_runs():
        assert remembered(("a",), lambda: 3) == 3
    assert list(read().values()) == [3]


def test_what_somebody_else_has_sealed_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_between_runs():
        remembered(("a",), lambda: 1)
    monkeypatch.setenv("REVIEWLINT_CACHE_KEY", "of another")
    assert read() == {}


def test_where_nothing_can_be_written_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path / "a file"))
    with kept_between_runs():
        assert remembered(("a",), lambda: 1) == 1
    assert capfd.readouterr() == ("", "")


def test_what_json_has_not_is_not_kept() -> None:
    with kept_between_runs():
        assert remembered(("a",), lambda: {1, 2}) == {1, 2}
    assert read() == {}


def test_of_too_much_the_newest_run_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST", 3)
    with kept_between_runs():
        for number in (1, 2):
            remembered(("number", str(number)), lambda number=number: number)
    with kept_between_runs():
        for number in (2, 3, 4):
            remembered(("number", str(number)), lambda number=number: number)
    assert sorted(read().values()) == [2, 3, 4]


def test_forgotten_is_gone_and_stays_so(cache_dir: Path) -> None:
    with kept_between_runs():
        remembered(("a",), lambda: 1)
    (cache_dir / "kept-cpython-311.bin").touch()  # of a version before
    with kept_between_runs():
        forget()
        remembered(("b",), lambda: 1)
    assert not any(cache_dir.iterdir())


def test_a_rule_that_changed_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "house" / "film.toml"
    path.parent.mkdir()
    for summary in ("S.", "Another."):
        path.write_text(RULE.replace("S.", summary), encoding="utf-8")
        for _ in ("made", "kept"):
            with kept_between_runs():
                assert load_rule(path).summary == summary
