"""The file in which rows are kept."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from reviewlint.cache import store as module
from reviewlint.cache.rows import Row, cache_file, open_store
from reviewlint.cache.store import Store, remove


def row(number: int, size: int = 0) -> Row:
    return Row(b"%d" % number, "front", b"facts", "warning", None, "", "[]" + " " * size)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache.db"


def opened(path: Path) -> tuple[Store[Row], list[str]]:
    said: list[str] = []
    return open_store(said.append, path), said


def test_what_is_put_is_got_by_the_next(path: Path) -> None:
    store, _ = opened(path)
    store.put(row(1))
    store.close()
    later, said = opened(path)
    assert later.get(b"1") == row(1)
    assert later.get(b"2") is None
    assert later.info()[0] == 1
    assert said == []


def test_a_new_row_takes_the_place_of_an_old_one(path: Path) -> None:
    store, _ = opened(path)
    store.put(row(1))
    store.put(row(1)._replace(findings="[1]"))
    store.flush()
    assert store.get(b"1") == row(1)._replace(findings="[1]")
    assert store.info()[0] == 1


@pytest.mark.parametrize("damage", [b"no database at all" * 100, None])
def test_a_damaged_file_is_built_anew_with_a_word(path: Path, damage: bytes | None) -> None:
    store, _ = opened(path)
    for number in range(300):
        store.put(row(number, 500))
    store.close()
    data = path.read_bytes()
    path.write_bytes(damage or data[:4096] + b"\xee" * (len(data) - 4096))
    store, said = opened(path)
    for number in range(300):
        store.get(b"%d" % number)
    store.put(row(1))
    store.flush()
    assert said == [f"The cache {path} was damaged, so it is built again."]
    assert store.get(b"1") == row(1)


def test_a_file_with_another_table_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE kept (other)")
    connection.close()
    store, _ = opened(path)
    store.put(row(1))
    store.flush()
    assert store.get(b"1") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store, said = opened(tmp_path / "file" / "cache.db")
    store.put(row(1))
    store.close()
    assert not store.usable
    assert store.get(b"1") is None
    assert store.info() == (0, 0)
    assert said == [
        f"The cache {tmp_path}/file/cache.db cannot be written: File exists. What is found now is not kept."
    ]


def test_a_file_that_can_only_be_read_is_read_and_said_once(path: Path) -> None:
    store, said = opened(path)
    store.put(row(1))
    store.flush()
    assert store._connection is not None
    store._connection.execute("PRAGMA query_only = ON")
    for number in (2, 3):
        store.put(row(number))
        store.flush()
    assert store.get(b"1") == row(1)
    assert len(said) == 1
    assert "cannot be written: attempt to write a readonly database" in said[0]


def test_a_full_cache_drops_what_was_not_used_for_longest(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 200_000)
    days = iter(range(10_000))
    monkeypatch.setattr(module, "_today", lambda: next(days))
    store, _ = opened(path)
    store.put(row(0, 10_000))
    store.flush()
    for number in range(1, 60):
        store.put(row(number, 10_000))
        store.flush()
        assert store.get(b"0") is not None  # used every day
    assert store.get(b"1") is None
    assert store.get(b"59") is not None
    assert store.info()[1] <= 250_000


def _fill(path: Path, first: int) -> None:
    store = open_store(print, path)
    for number in range(first, first + 150):
        store.put(row(number))
        store.get(b"1")
    store.close()


def test_processes_share_a_cache(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_fill, args=(path, first)) for first in (0, 1000, 2000)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    store, said = opened(path)
    assert store.info()[0] == 450
    assert said == []


def test_removing_leaves_nothing(path: Path) -> None:
    store, _ = opened(path)
    store.put(row(1))
    store.flush()
    remove(path)
    store.close()
    assert list(path.parent.iterdir()) == []
    remove(path)


def test_the_place_is_the_systems_own_unless_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path))
    assert cache_file() == tmp_path / "findings-3.db"
    monkeypatch.delenv("REVIEWLINT_CACHE_DIR")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert cache_file() == tmp_path / "x" / "reviewlint" / "findings-3.db"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # which the standard says to pass over
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_file() == tmp_path / ".cache" / "reviewlint" / "findings-3.db"
