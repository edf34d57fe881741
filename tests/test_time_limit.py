"""A draft that takes too long is given up, and the others are checked."""

from __future__ import annotations

import re
import signal
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.checking import draft as drafting
from reviewlint.checking import pool
from reviewlint.checking.draft import Choice, Outcome, check_bytes
from reviewlint.checking.pool import check_all
from reviewlint.cli.check import command
from reviewlint.document import Source
from reviewlint.errors import OutOfTime
from reviewlint.time_limit import time_limit, untimed

SOON = 0.05


def for_ever() -> None:
    while True:
        pass


def test_work_without_end_is_stopped() -> None:
    with pytest.raises(OutOfTime), time_limit(SOON):
        for_ever()


def test_a_pattern_without_end_is_stopped() -> None:
    with pytest.raises(OutOfTime), time_limit(SOON):
        re.match("(a+)+$", "a" * 60 + "b")


def test_who_catches_every_exception_does_not_catch_it() -> None:
    with pytest.raises(OutOfTime), time_limit(SOON), suppress(Exception):
        for_ever()


def test_a_wait_for_others_does_not_count() -> None:
    def waits() -> None:
        with untimed():
            assert not threading.Event().wait(3 * SOON)
        for_ever()

    with pytest.raises(OutOfTime), time_limit(SOON):
        waits()


def test_a_wait_without_a_limit_sets_none() -> None:
    with untimed():
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_nothing_is_left_of_it() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(60):
        assert signal.getsignal(signal.SIGALRM) is not before
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_outside_the_main_thread_there_is_none() -> None:
    done: list[bool] = []

    def work() -> None:
        with time_limit(SOON):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return drafts of which one would be checked for ever."""
    (tmp_path / ".git").mkdir()
    paths = [tmp_path / f"{number}.md" for number in range(6)]
    for path in paths:
        path.write_text("A draft.\n", encoding="utf-8")

    def check(source: Source, choice: Choice) -> Outcome:
        if source.path == str(paths[2]):
            for_ever()
        return Outcome(before=source)

    monkeypatch.setattr(drafting, "check_source", check)
    return paths


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_others_are_checked(drafts: list[Path], jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_start_method", lambda: "fork")
    outcomes = list(check_all(drafts, Choice(timeout=0.5), jobs))
    assert [outcome.before is not None for outcome in outcomes] == [True, True, False, True, True, True]
    (error,) = outcomes[2].errors
    assert error.message == "This draft was given up after 0.5 seconds."
    assert error.path == str(drafts[2])


def test_the_option(drafts: list[Path]) -> None:
    result = CliRunner().invoke(command, [str(drafts[2]), "--timeout", "0.2", "--no-cache"], standalone_mode=False)
    assert result.return_value == 2
    assert "given up after 0.2 seconds" in result.stderr


def test_a_minute_is_the_default() -> None:
    assert Choice().timeout == 60
    assert check_bytes("a.md", b"A draft.\n", Choice()).report is not None
