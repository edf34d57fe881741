"""Whole runs: what is found and said, and that no process is left that should not be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from reviewlint.cache.rows import cache_file
from reviewlint.checking import pool
from reviewlint.checking.draft import Choice
from reviewlint.checking.pool import check_all
from reviewlint.config.files import Layer
from reviewlint.engines import Trouble, failures
from reviewlint.engines.service import record, server
from reviewlint.finding import Safety
from reviewlint.report import FileReport
from tests.engines.pretended import Java
from tests.engines.running import BOTH, ENGINE, LOCAL, TEXT, Run

SAID = ["starting LanguageTool …"]


def test_a_server_is_started_and_stays_for_the_next_run(java: Java, draft: Path) -> None:
    first, second = Run(draft), Run(draft, jobs=2)
    assert first.found == second.found == BOTH
    assert (first.said, second.said) == (SAID, [])
    assert (java.count("start"), java.count("check")) == (1, 2)
    assert "-Xmx1000m" in java.log.read_text(encoding="utf-8")
    assert java.server.stop()
    assert not java.server.stop()


def test_what_is_known_needs_no_server(java: Java, draft: Path) -> None:
    first = Run(draft, cached=True)
    java.server.stop()
    again = Run(draft, cached=True)
    cache_file().unlink()
    passages = Run(draft, cached=True)
    draft.write_text(TEXT + "\nA FAULT more.\n", encoding="utf-8")
    more = Run(draft, cached=True)
    assert first.found == again.found == passages.found == BOTH
    assert again.said == passages.said == []
    assert more.found == [*BOTH, (ENGINE, "FAULT")]
    assert java.count("start") == 2


def test_processes_share_one_server(java: Java, draft: Path) -> None:
    drafts = [draft.with_name(f"{number}.md") for number in range(6)]
    for path in drafts:
        path.write_text(TEXT, encoding="utf-8")
    run = Run(*drafts, jobs=2)
    assert run.found == BOTH * 6
    assert (java.count("start"), java.count("check")) == (1, 6)


def test_what_comes_too_late_is_there_for_the_next_run(java: Java, draft: Path) -> None:
    late = Run(draft, cached=True, wait=0)
    assert late.found == [(LOCAL, "is is")]
    assert late.notices == [
        "LanguageTool had not read all when the wait was over. What it finds is there at the next run."
    ]
    while not (asked := [p for p in psutil.process_iter(["cmdline"]) if "reviewlint.engines.later" in line_of(p)]) and (
        not java.count("check")
    ):
        pass
    psutil.wait_procs(asked, timeout=60)
    java.server.stop()
    assert Run(draft, cached=True, wait=0).found == BOTH


def line_of(process: psutil.Process) -> str:
    return " ".join(process.info["cmdline"] or [])


def test_the_wait_is_for_all_drafts_together(java: Java, draft: Path) -> None:
    java.be("slow")
    run = Run(draft, draft, draft, wait=0.01)
    assert run.found == [(LOCAL, "is is")] * 3
    assert len(set(run.notices)) == 1


def test_who_sits_before_it_waits_for_a_cold_server_only_so_long(
    java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reviewlint.checking import engine as engine_run

    java.be("slow")
    monkeypatch.setattr(engine_run, "COLD_WAIT", 0.0)
    layer = Layer({"select": (ENGINE, LOCAL)}, option="a test")
    (outcome,) = check_all([draft], Choice(layer), 1, None)
    assert len(outcome.notices) == 1
    java.server.stop()
    java.be("")
    monkeypatch.setenv("CI", "true")
    (outcome,) = check_all([draft], Choice(layer), 1, None)
    assert outcome.notices == ()


def test_what_the_other_rules_found_is_told_while_the_engine_is_waited_for(java: Java, draft: Path) -> None:
    told: list[str] = []

    def early(file: FileReport) -> None:
        told.extend(finding.rule for finding in file.findings)
        java.release()

    java.be("waits")
    layer = Layer({"select": (ENGINE, LOCAL), "grammar": {"wait": 300}}, option="a test")
    (outcome,) = check_all([draft], Choice(layer, early=early), 1, None)
    assert told == [LOCAL]
    assert outcome.report is not None
    assert [finding.rule for finding in outcome.report.findings] == [ENGINE, LOCAL]


def test_a_failure_is_remembered_for_ten_minutes(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java.be("old")
    Run(draft)
    java.be("")
    again = Run(draft)
    assert again.found == [(LOCAL, "is is")]
    assert again.said == []
    assert again.notices[0].startswith("The Java here is too old for LanguageTool (a moment ago). Install Java 17")
    monkeypatch.setattr(failures, "_REMEMBERED", 0)
    java.server.stop()
    assert Run(draft).found == BOTH


def test_a_server_that_was_stopped_is_no_failure(java: Java, draft: Path) -> None:
    java.be("slow")
    java.server.begin()
    note = record.read(java.server.folder)
    assert note is not None
    psutil.Process(note.keeper).kill()
    with pytest.raises(Trouble, match="ended before it answered") as caught:
        java.server.address()
    assert caught.value.passing
    java.be("")
    assert Run(draft).found == BOTH


def test_trouble_is_not_kept(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failures, "_REMEMBERED", 0)
    java.be("garbage")
    Run(draft, cached=True)
    java.server.stop()
    java.be("")
    assert Run(draft, cached=True).found == BOTH


def test_where_it_is_required_its_trouble_is_an_error(java: Java, draft: Path) -> None:
    java.be("garbage")
    run = Run(draft, engine="languagetool")
    assert run.found == [(LOCAL, "is is")]
    assert len(run.errors) == 1
    assert "not a LanguageTool server" in run.errors[0]


def test_what_is_missing_is_said_once_to_whoever_reads_it(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REVIEWLINT_NO_ENGINE")
    assert Run(draft, cached=True).said == []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    draft.write_text("More. " + TEXT, encoding="utf-8")
    first = Run(draft, cached=True)
    draft.write_text("Again. " + TEXT, encoding="utf-8")
    second = Run(draft, cached=True)
    assert first.found == second.found == [(LOCAL, "is is")]
    assert len(first.said) == 1
    assert first.said[0].startswith(("LanguageTool is not installed. Run `reviewlint", "There is no Java"))
    assert second.said == first.notices == []


def test_what_is_missing_is_an_error_where_it_is_required(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REVIEWLINT_NO_ENGINE")
    run = Run(draft, draft, engine="languagetool")
    assert run.found == [(LOCAL, "is is")] * 2
    assert len(set(run.errors)) == 1


def test_off_is_off(java: Java, draft: Path) -> None:
    run = Run(draft, engine="off")
    assert (run.found, run.said, java.count("start")) == ([(LOCAL, "is is")], [], 0)


def test_a_server_elsewhere_is_told_of_once_asked_and_left_alone(java: Java, draft: Path) -> None:
    port = 18081 + os.getpid() % 1000
    words = [sys.executable, str(Path(__file__).with_name("fake_java.py")), "-p", str(port)]
    with subprocess.Popen(words) as elsewhere:
        try:
            while not java.count("start"):
                pass
            url = f"http://127.0.0.1:{port}/"
            first, second = Run(draft, url=url, cached=True), Run(draft, url=url)
            assert first.found == second.found == BOTH
            assert first.said == [f"The drafts are sent to {url}, as grammar.url says."]
            assert second.said == []
            assert elsewhere.poll() is None
        finally:
            elsewhere.kill()
    assert java.count("start") == 1


def test_an_interrupt_leaves_the_server_to_the_next_run(
    java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pool, "check_draft", interrupt)
        with pytest.raises(KeyboardInterrupt):
            Run(draft)
    assert Run(draft).found == BOTH
    assert java.count("start") == 1


def test_what_a_killed_keeper_left_is_swept_up(java: Java, draft: Path) -> None:
    Run(draft)
    note = java.server.found()
    assert note is not None
    keeper = psutil.Process(note.keeper)
    keeper.kill()
    psutil.wait_procs([keeper], timeout=5)
    run = Run(draft)
    assert run.found == BOTH
    assert run.said == SAID
    assert not psutil.pid_exists(note.server or 0) or psutil.Process(note.server).status() == psutil.STATUS_ZOMBIE


def test_a_server_that_nobody_asks_ends_by_itself(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "IDLE", 1.0)
    Run(draft)
    left = [process for process in psutil.process_iter() if process.pid == record_of(java)]
    psutil.wait_procs(left, timeout=30)
    assert java.left() == []
    assert java.server.found() is None


def record_of(java: Java) -> int:
    note = java.server.found()
    return note.keeper if note is not None else 0


def test_fixes_are_judged_by_the_engine_too(java: Java, draft: Path) -> None:
    layer = Layer({"select": (ENGINE, LOCAL), "grammar": {"wait": 300}}, option="a test")
    choice = Choice(layer, (Safety.SAFE, Safety.UNSAFE), write=True)
    (outcome,) = check_all([draft], choice, 1, None)
    assert draft.read_text(encoding="utf-8") == "One 😀 *b* right here. It is loud.\n"
    assert outcome.mended == 2
