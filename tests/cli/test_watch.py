"""`reviewlint check --watch`."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.interrupts import heed_interrupts

from reviewlint.cli.watch import watch_for


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    put("a.md")
    put("sub/b.md")


def put(name: str, text: str = "It is loud.\n") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def acts(paths: list[str], *changes: Callable[[], object]) -> list[int]:
    """Return how often a watch of paths acted, before the first change and after each."""
    counts: list[int] = []
    count = 0
    left = iter(changes)

    def act() -> None:
        nonlocal count
        count += 1

    def wait(_: float) -> None:
        counts.append(count)
        change = next(left, None)
        if change is None:
            raise KeyboardInterrupt
        change()

    with pytest.raises(KeyboardInterrupt):
        watch_for([Path(path) for path in paths], act, wait)
    return counts


def test_it_acts_at_once_and_then_only_on_changes() -> None:
    assert acts(["."], lambda: None, lambda: put("a.md", "It is very loud.\n"), lambda: None) == [1, 1, 2, 2]


@pytest.mark.parametrize("name", ["sub/new.md", "sub/b.facts.yaml", "reviewlint.toml", "rules/grammar/x.toml"])
def test_new_files_count(name: str) -> None:
    assert acts(["."], lambda: put(name, ""), Path(name).unlink) == [1, 2, 3]


@pytest.mark.parametrize("name", ["x.py", ".git/index", ".hidden/a.md", "node_modules/a.md"])
def test_files_without_a_say_do_not(name: str) -> None:
    assert acts(["."], lambda: put(name)) == [1, 1]


def test_one_draft_is_watched_with_its_facts_and_configuration() -> None:
    changes = [lambda: put("a.facts.yaml", ""), lambda: put("reviewlint.toml", ""), lambda: put("sub/b.md", "")]
    assert acts(["a.md"], *changes) == [1, 2, 3, 3]


def test_the_command_checks_and_waits() -> None:
    put("a.md", "It is is loud.\n")
    words = [sys.executable, "-m", "reviewlint", "check", "--select", "grammar/doubled-word", "--watch", "a.md"]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heed_interrupts
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert "a.md:1:4" in process.stdout.readline()
    assert process.stderr.readline() == "Watching for changes. Ctrl-C ends this.\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.strip() == "Interrupted."
