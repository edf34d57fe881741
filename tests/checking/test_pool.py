"""Many drafts at once: the same outcome in the same order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from reviewlint.checking import pool
from reviewlint.checking.draft import Choice, Outcome, check_draft
from reviewlint.checking.pool import check_all
from reviewlint.config.files import Layer

ONLY = Layer({"select": ["grammar/doubled-word"]})


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """Return some drafts, one of which cannot be read."""
    (tmp_path / ".git").mkdir()
    paths = [tmp_path / f"{number:02}.md" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text("It is is. " * number, encoding="utf-8")
    paths[3].write_bytes(b"\xff")
    return paths


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_what_one_gives(drafts: list[Path], method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_start_method", lambda: method)
    one = list(check_all(drafts, Choice(ONLY), 1))
    many = list(check_all(drafts, Choice(ONLY), 2))
    assert [outcome.report for outcome in many] == [outcome.report for outcome in one]
    assert [str(e) for o in many for e in o.errors] == [str(e) for o in one for e in o.errors] != []


def test_one_process_is_enough_for_little_work(drafts: list[Path]) -> None:
    assert pool._fitting(drafts) == 1
    drafts[0].write_bytes(b"x" * 10_000_000)
    assert pool._fitting(drafts) == pool.cores()


def test_there_are_as_many_processes_as_the_work_is_worth(drafts: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "cores", lambda: 16)
    drafts[0].write_bytes(b"x" * 3 * pool._WORTH_A_PROCESS)
    assert pool._fitting(drafts) == 3


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_draft_that_a_process_dies_of_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(pool, "_start_method", lambda: method)
    (tmp_path / ".git").mkdir()
    drafts = [tmp_path / f"{number:02}.md" for number in range(40)]
    for number, path in enumerate(drafts):
        path.write_text("Die here." if number in (9, 31, 32) else "It is is.", encoding="utf-8")
    monkeypatch.setattr(pool, "_check", _die_of_some)
    outcomes = list(check_all(drafts, Choice(ONLY), 2))
    assert [len(outcome.report.findings) for outcome in outcomes if outcome.report] == [1] * 37
    died = [(number, outcome.errors) for number, outcome in enumerate(outcomes) if outcome.errors]
    assert [(number, errors[0].path) for number, errors in died] == [(n, str(drafts[n])) for n in (9, 31, 32)]
    assert {errors[0].message for _, errors in died} == {"The process that checked this draft ended."}


def _die_of_some(draft: Path) -> Outcome:
    if draft.read_text(encoding="utf-8").startswith("Die"):
        os._exit(1)
    return check_draft(draft, Choice(ONLY))


def test_workers_end_with_whoever_started_them(drafts: list[Path], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reviewlint", "check", "--no-cache", "--no-reader", "--jobs", "2", str(tmp_path)]
    for draft in drafts[4:]:
        draft.write_text("It is is a long day for them. " * 400, encoding="utf-8")
    for number in (signal.SIGTERM, signal.SIGKILL):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started = psutil.Process(run.pid)
        while not (workers := started.children()) and run.poll() is None:
            pass
        assert workers
        run.send_signal(number)
        assert run.wait(30) == (128 + number if number == signal.SIGTERM else -number)
        _, alive = psutil.wait_procs(workers, timeout=30)
        assert alive == []
