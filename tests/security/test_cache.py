"""The cache is its user's: what others planted, or could have, is not believed, and hangs nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cache import seal as module
from reviewlint.cache.seal import seal
from reviewlint.cli import main

ONE_RULE = ("--select", "grammar/doubled-word", "--no-reader")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.md").write_text("It was was late.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check() -> Result:
    return CliRunner().invoke(main, ["check", *ONE_RULE, "draft.md"])


def database(folder: Path) -> Path:
    return next(folder.glob("findings-*.db"))


def test_rows_that_somebody_changed_hide_no_finding(cache_dir: Path) -> None:
    assert check().exit_code == 1
    with sqlite3.connect(database(cache_dir)) as connection:
        connection.execute("UPDATE kept SET findings = '[]', names = ''")
    connection.close()
    assert check().exit_code == 1


def test_rows_of_another_user_hide_no_finding(monkeypatch: pytest.MonkeyPatch, cache_dir: Path) -> None:
    (cache_dir.parent / "x").mkdir(exist_ok=True)
    Path("draft.md").write_text("It was late.\n", encoding="utf-8")
    monkeypatch.setenv("REVIEWLINT_CACHE_KEY", "of another")
    assert check().exit_code == 0
    with sqlite3.connect(database(cache_dir)) as connection:  # as if they stood for this draft
        (row,) = connection.execute("SELECT * FROM kept").fetchall()
    connection.close()
    monkeypatch.setenv("REVIEWLINT_CACHE_KEY", "ours")
    Path("draft.md").write_text("It was was late.\n", encoding="utf-8")
    assert check().exit_code == 1
    with sqlite3.connect(database(cache_dir)) as connection:
        key = connection.execute("SELECT key FROM kept WHERE key != ?", row[:1]).fetchone()[0]
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT OR REPLACE INTO kept VALUES ({marks})", (key, *row[1:]))
    connection.close()
    assert check().exit_code == 1


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_pipe_or_a_link_in_place_of_a_file_hangs_nothing(cache_dir: Path, ending: str) -> None:
    check()
    path = Path(f"{database(cache_dir)}{ending}")
    for plant in (os.mkfifo, lambda path: path.symlink_to("/dev/zero")):
        path.unlink(missing_ok=True)
        plant(path)
        result = check()
        assert result.exit_code == 1
        assert "is not an ordinary file of this user" in result.stderr


def test_a_folder_that_others_can_write_to_is_not_used(cache_dir: Path) -> None:
    cache_dir.mkdir()
    cache_dir.chmod(0o777)
    result = check()
    assert result.exit_code == 1
    assert "others may write into its folder" in result.stderr
    assert list(cache_dir.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_not_used(cache_dir: Path) -> None:
    cache_dir.mkdir(mode=0o700)
    os.chown(cache_dir, 65534, 65534)
    result = check()
    assert result.exit_code == 1
    assert "belongs to another user" in result.stderr
    assert list(cache_dir.iterdir()) == []


def test_the_folder_is_closed_to_others(cache_dir: Path) -> None:
    check()
    assert stat.S_IMODE(cache_dir.stat().st_mode) == 0o700


def test_the_key_is_made_once_for_its_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REVIEWLINT_CACHE_KEY")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    module._key.cache_clear()
    first = seal(b"a")
    key = tmp_path / "config" / "reviewlint" / "cache.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    module._key.cache_clear()
    assert seal(b"a") == first != seal(b"b")
    assert seal(b"a", b"b") != seal(b"ab")
    for spoil in (lambda: key.chmod(0o644), lambda: key.write_bytes(b"short")):
        spoil()
        module._key.cache_clear()
        with pytest.raises(OSError, match="its key"):
            seal(b"a")
        key.chmod(0o600)
    module._key.cache_clear()
