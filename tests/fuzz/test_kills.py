"""A run that is killed at any moment loses no text, and the next one goes on as if nothing had been.

Three kills of each kind by default; REVIEWLINT_KILLS asks for more, as `.ci/run fuzz` does. The moments are counted in
what a run has done (files it has replaced or made), so that a slow machine is killed where a fast one is.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

KILLS = int(os.environ.get("REVIEWLINT_KILLS", "3"))
DRAFTS = 12
BEFORE = "It is is long.  And and it it ends.\n\nThe film the the man.\n" * 20
PROGRAM = [sys.executable, "-m", "reviewlint"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of drafts that all have something to mend."""
    (tmp_path / ".git").mkdir()
    for number in range(DRAFTS):
        (tmp_path / f"{number:02}.md").write_text(BEFORE, encoding="utf-8")
    return tmp_path


def drafts_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


def killed_when(words: list[str], folder: Path, done: Callable[[], bool]) -> None:
    """Run a command, and kill it and its workers once something is done; or let it end, where it is faster."""
    run = subprocess.Popen(
        [*PROGRAM, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while run.poll() is None and not done():
        pass
    if run.poll() is None:
        os.killpg(run.pid, 9)
    run.wait()


def run_of(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *words], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("turn", range(KILLS))
def test_killed_while_it_mends(folder: Path, turn: int) -> None:
    words = ["check", "--fix", "--unsafe-fixes", "--no-reader", "--no-cache", "--jobs", str(1 + turn % 2), "."]
    least = turn if turn < DRAFTS else random.Random(turn).randrange(DRAFTS)

    def some_are_mended() -> bool:
        there = sum(path.stat().st_size != len(BEFORE) for path in drafts_in(folder))
        return there >= least and (turn % 3 > 0 or any(folder.glob(".*.part")) or there > least)

    killed_when(words, folder, some_are_mended)
    texts = {path.read_text(encoding="utf-8") for path in drafts_in(folder)}
    assert len(drafts_in(folder)) == DRAFTS
    after = run_of(words, folder)
    assert after.returncode in (0, 1), after.stderr
    mended = {path.read_text(encoding="utf-8") for path in drafts_in(folder)}
    assert len(mended) == 1
    assert texts <= {BEFORE, *mended}
    assert "written" not in after.stderr


@pytest.mark.parametrize("turn", range(KILLS))
def test_killed_while_it_fills_the_cache(folder: Path, turn: int, cache_dir: Path) -> None:
    words = ["check", "--no-reader", "--format", "concise", "--jobs", str(1 + turn % 2), "."]
    whole = run_of([*words, "--no-cache"], folder)
    least = random.Random(turn).randrange(60_000)

    def cache_is_filled() -> bool:
        with suppress(FileNotFoundError):  # SQLite takes its journals away
            return sum(path.stat().st_size for path in cache_dir.rglob("*")) > least
        return False

    killed_when(words, folder, cache_is_filled)
    for _ in ("after the kill", "from the cache"):
        after = run_of(words, folder)
        assert (after.returncode, after.stdout) == (whole.returncode, whole.stdout)
