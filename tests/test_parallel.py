"""Many drafts at once: the same outcome in the same order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewlint import parallel
from reviewlint.config import Layer
from reviewlint.parallel import check_all
from reviewlint.run import Choice

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
    monkeypatch.setattr(parallel, "_start_method", lambda: method)
    one = list(check_all(drafts, Choice(ONLY), 1))
    many = list(check_all(drafts, Choice(ONLY), 2))
    assert [outcome.report for outcome in many] == [outcome.report for outcome in one]
    assert [str(e) for o in many for e in o.errors] == [str(e) for o in one for e in o.errors] != []


def test_one_process_is_enough_for_little_work(drafts: list[Path]) -> None:
    assert parallel._fitting(drafts) == 1
    drafts[0].write_bytes(b"x" * 10_000_000)
    assert parallel._fitting(drafts) == parallel.cores()


def test_there_are_as_many_processes_as_the_work_is_worth(drafts: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 16)
    drafts[0].write_bytes(b"x" * 3 * parallel._WORTH_A_PROCESS)
    assert parallel._fitting(drafts) == 3


def test_a_process_that_dies_is_an_error(drafts: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_start_method", lambda: "fork")
    monkeypatch.setattr(parallel, "_check", _die)
    outcomes = list(check_all(drafts, Choice(ONLY), 2))
    assert len(outcomes) == 2
    assert (
        outcomes[1].errors[0].message == "A process ended while it checked this, and 10 more drafts were not checked."
    )
    assert outcomes[1].errors[0].path == str(drafts[1])


def _die(draft: Path) -> None:
    os._exit(1)
