"""lingotweaker in its worker: offsets, and that a crash costs what it would have said, no more."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from reviewlint.document import Kind, Source, parse
from reviewlint.engines import Trouble
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.lingotweaker import engine as module
from reviewlint.engines.lingotweaker.engine import Lingotweaker, read_answer
from reviewlint.engines.passages import passages_of
from reviewlint.engines.registry import chosen
from reviewlint.engines.service import post
from tests.engines.pretended import Java
from tests.engines.running import BOTH, ENGINE, LOCAL, TEXT, Run

Be = Callable[[str], None]


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Be]:
    """Give a pretended lingotweaker, and a function that makes it ill; at the end no process of it may be left."""
    fake = str(Path(__file__).with_name("fake"))
    monkeypatch.delenv("REVIEWLINT_NO_ENGINE", raising=False)
    monkeypatch.setattr(Lingotweaker, "lacks", lambda self: None)
    monkeypatch.setattr(module, "_versions", lambda: ["0", "0"])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (fake, os.environ.get("PYTHONPATH")))))

    def be(ill: str) -> None:
        monkeypatch.setenv("FAKE_LT", ill)
        if ill == "hangs":  # for the others, a machine with much to do needs its time
            monkeypatch.setattr(post, "STILL", 0.3)

    yield be
    Lingotweaker().server.stop()
    until = time.monotonic() + 30
    while left() and time.monotonic() < until:
        time.sleep(0.05)
    assert left() == []


def left() -> list[str]:
    """Return the command lines of what runs for the server of this test."""
    folder = str(Lingotweaker().server.folder)
    lines = [" ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])]
    return [line for line in lines if folder in line]


def test_it_is_asked_in_a_process_of_its_own(worker: Be, draft: Path) -> None:
    run = Run(draft, draft, jobs=1)
    assert run.found == BOTH * 2
    assert run.said == []
    (finding, _) = [
        f for outcome in run.outcomes if outcome.report for f in outcome.report.findings if f.rule == ENGINE
    ]
    assert finding.message == "Write “right” in en-US."


@pytest.mark.parametrize(
    ("ill", "word"),
    [
        ("raises", "lingotweaker refused: 500 ValueError: no such rule."),
        ("panics", "lingotweaker refused: 500 PanicException: index out of bounds."),
        ("crashes", "broke off"),
    ],
)
def test_a_crash_costs_what_it_would_have_said_of_one_draft(worker: Be, draft: Path, ill: str, word: str) -> None:
    worker(ill)
    bad = draft.with_name("b.md")
    bad.write_text(TEXT + "\nHere it is ILL.\n", encoding="utf-8")
    run = Run(draft, bad, draft, jobs=1)
    assert run.found == [*BOTH, (LOCAL, "is is"), *BOTH]
    assert len(run.notices) == 1
    assert word in run.notices[0]
    assert run.errors == []


@pytest.mark.parametrize(("ill", "word"), [("hangs", "did not answer within"), ("loads", "cannot be loaded")])
def test_one_that_is_of_no_use_is_left_out(worker: Be, draft: Path, ill: str, word: str) -> None:
    worker(ill)
    draft.write_text(TEXT + "\nHere it is ILL.\n", encoding="utf-8")
    run = Run(draft, draft)
    assert run.found == [(LOCAL, "is is")] * 2
    assert word in run.notices[0]
    assert "(a moment ago)" in Run(draft).notices[0]


def test_a_worker_ends_with_its_keeper(worker: Be, draft: Path) -> None:
    Run(draft)
    note = Lingotweaker().server.found()
    assert note is not None
    assert note.server is not None
    process = psutil.Process(note.server)
    psutil.Process(note.keeper).kill()
    gone, _ = psutil.wait_procs([process], timeout=30)
    assert gone or process.status() == psutil.STATUS_ZOMBIE


def test_a_warm_languagetool_goes_before_it_and_a_cold_one_after(worker: Be, java: Java, draft: Path) -> None:
    auto = Grammar()
    assert chosen(auto).engine == Lingotweaker()
    Run(draft, engine="languagetool")
    engine = chosen(auto).engine
    assert engine is not None
    assert engine.name == "languagetool"


@pytest.mark.parametrize("said", [b"<html>", b"[]", b"[[[1]]]", b'{"a": 1}', b"\xff", b"[[[0, 3, 1, 2, 3]]]", b""])
def test_what_is_no_answer_is_trouble(said: bytes) -> None:
    passages = passages_of(parse(Source("x.md", "One.")), Kind.PROSE)
    with pytest.raises(Trouble, match="is not lingotweaker") as caught:
        read_answer(said, passages)
    assert caught.value.lasting


def test_a_match_that_covers_nothing_is_left_out() -> None:
    passages = passages_of(parse(Source("x.md", "One.")), Kind.PROSE)
    said = b'[[[1, 1, "A", "B", "C", []], [0, 9, "A", "B", "C", []], [0, 3, "A", "B", "C", []]]]'
    (matches,) = read_answer(said, passages)
    assert [(match.span.start, match.span.end) for match in matches] == [(0, 3)]


@pytest.mark.parametrize("package", ["lingotweaker", "lingotweaker-data-en"])
def test_a_package_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(module, "find_spec", lambda name: None if name == module._PACKAGES[package] else object())
    trouble = Lingotweaker().lacks()
    assert trouble is not None
    assert str(trouble) == f"The package {package} is not installed. Run `pip install 'reviewlint[grammar]'`."
    assert trouble.absent
