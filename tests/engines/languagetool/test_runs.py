"""Whole runs: what is found and said, and that no process is left, whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from reviewlint import parallel
from reviewlint.cache import cache_file, open_store
from reviewlint.config import Layer
from reviewlint.engines.languagetool import client, session, warm
from reviewlint.engines.languagetool.place import engine_folder
from reviewlint.finding import Safety
from reviewlint.parallel import check_all
from reviewlint.run import Choice, Outcome
from tests.engines.languagetool.pretended import Java

ENGINE, LOCAL = "grammar/languagetool", "grammar/doubled-word"
TEXT = "One 😀 *b* FAULT here. It is is loud.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "drafts" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "drafts")
    path = Path("a.md")
    path.write_text(TEXT, encoding="utf-8")
    return path


class Run:
    """One run: its outcomes and what it said."""

    def __init__(self, *drafts: Path, jobs: int = 1, cached: bool = False, **grammar: object) -> None:
        layer = Layer({"select": (ENGINE, LOCAL), "grammar": grammar}, option="a test")
        self.said: list[str] = []
        store = open_store(print, cache_file()) if cached else None
        self.outcomes: list[Outcome] = list(check_all(drafts, Choice(layer), jobs, store, self.said.append))
        if store is not None:
            store.close()

    @property
    def found(self) -> list[tuple[str, str]]:
        """Return rules with the text that they mark."""
        reports = [outcome.report for outcome in self.outcomes if outcome.report]
        return [(f.rule, r.source.text[f.span.start : f.span.end]) for r in reports for f in r.findings]

    @property
    def errors(self) -> list[str]:
        return [str(error) for outcome in self.outcomes for error in outcome.errors]


BOTH = [(ENGINE, "FAULT"), (LOCAL, "is is")]


def test_a_server_is_started_asked_once_and_ended(java: Java, draft: Path) -> None:
    run = Run(draft)
    assert run.found == BOTH
    assert run.said == ["starting LanguageTool …"]
    assert (java.count("start"), java.count("check")) == (1, 1)
    assert "-Xmx1000m" in java.log.read_text(encoding="utf-8")
    assert java.left() == []
    assert list(engine_folder().glob("run-*")) == []


def test_what_is_known_needs_no_server(java: Java, draft: Path) -> None:
    first = Run(draft, cached=True)
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


def test_a_server_that_breaks_off_is_asked_again(java: Java, draft: Path) -> None:
    java.be("breaks")
    run = Run(draft)
    assert run.found == BOTH
    assert run.outcomes[0].notices == ()
    assert (java.count("start"), java.count("check")) == (2, 2)


def test_a_port_that_somebody_takes_is_not_tried_again(java: Java, draft: Path) -> None:
    java.be("stumbles")
    assert Run(draft).found == BOTH
    assert (java.count("died"), java.count("start")) == (1, 1)


def test_a_server_that_hangs_is_given_up(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java.be("hangs")
    monkeypatch.setattr(client, "_PATIENCE", 0.2)
    run = Run(draft, draft)
    assert run.found == [(LOCAL, "is is")] * 2
    assert run.said == ["starting LanguageTool …", "LanguageTool did not answer within 0 s."]
    assert java.count("check") == 2  # the second draft does not wait for it


@pytest.mark.parametrize(
    ("ill", "word"),
    [
        ("dies", "LanguageTool did not start from languagetool-server.jar. Run `reviewlint engine doctor`"),
        ("old", "LanguageTool requires Java >= 17"),
        ("garbage", "What answered is no LanguageTool server: “<html>”."),
        ("refuses", "LanguageTool refused: 413"),
    ],
)
def test_whatever_is_wrong_the_local_findings_are_there(java: Java, draft: Path, ill: str, word: str) -> None:
    java.be(ill)
    run = Run(draft)
    assert run.found == [(LOCAL, "is is")]
    assert len(run.said) == 2
    assert word in run.said[1]
    assert run.errors == []


def test_where_it_is_required_its_trouble_is_an_error(java: Java, draft: Path) -> None:
    java.be("garbage")
    run = Run(draft, engine="languagetool")
    assert run.found == [(LOCAL, "is is")]
    assert len(run.errors) == 1
    assert "no LanguageTool server" in run.errors[0]


def test_trouble_is_not_kept(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java.be("garbage")
    Run(draft, cached=True)
    java.be("")
    monkeypatch.setattr(session, "_given_up", {})
    assert Run(draft, cached=True).found == BOTH


def test_what_is_missing_is_said_once_to_whoever_reads_it(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Run(draft, cached=True).said == []
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    draft.write_text("More. " + TEXT, encoding="utf-8")
    first = Run(draft, cached=True)
    draft.write_text("Again. " + TEXT, encoding="utf-8")
    second = Run(draft, cached=True)
    assert first.found == second.found == [(LOCAL, "is is")]
    assert len(first.said) == 1
    assert first.said[0].startswith(("LanguageTool is not installed. Run `reviewlint", "There is no Java"))
    assert second.said == []


def test_what_is_missing_is_an_error_where_it_is_required(draft: Path) -> None:
    run = Run(draft, draft, engine="languagetool")
    assert run.found == [(LOCAL, "is is")] * 2
    assert len(set(run.errors)) == 1


def test_off_is_off(java: Java, draft: Path) -> None:
    run = Run(draft, engine="off")
    assert (run.found, run.said, java.count("start")) == ([(LOCAL, "is is")], [], 0)


def test_a_server_elsewhere_is_asked_and_left_alone(java: Java, draft: Path) -> None:
    port = 18081 + os.getpid() % 1000
    words = [sys.executable, str(Path(__file__).with_name("fake_java.py")), "-p", str(port)]
    with subprocess.Popen(words) as server:
        try:
            while not java.count("start"):
                pass
            run = Run(draft, url=f"http://127.0.0.1:{port}/")
            assert run.found == BOTH
            assert server.poll() is None
        finally:
            server.kill()
    assert java.count("start") == 1


def test_an_interrupt_leaves_nothing(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(parallel, "check_draft", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Run(draft)
    assert java.left() == []


def test_a_run_that_is_killed_leaves_nothing(java: Java, draft: Path) -> None:
    java.be("hangs")
    words = [sys.executable, "-m", "reviewlint", "check", "--no-cache", str(draft)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while not java.count("check"):
            assert run.poll() is None
        keepers = [p for p in psutil.Process(run.pid).children() if "keeper" in " ".join(p.cmdline())]
        below = [*keepers, *keepers[0].children(recursive=True)]
        run.kill()
    gone, left = psutil.wait_procs(below, timeout=20)
    assert (len(gone), left) == (2, [])


def test_what_a_killed_keeper_left_is_swept_up(java: Java, draft: Path) -> None:
    note = warm.start(1000)
    psutil.Process(note.keeper).kill()
    psutil.wait_procs([psutil.Process(note.keeper)] if psutil.pid_exists(note.keeper) else [], timeout=5)
    run = Run(draft)
    assert run.found == BOTH
    assert run.said == ["starting LanguageTool …"]


def test_a_warm_server_is_found_and_left(java: Java, draft: Path) -> None:
    note = warm.start(1000)
    first, second = Run(draft), Run(draft, jobs=2)
    assert first.found == second.found == BOTH
    assert first.said == []
    assert java.count("start") == 1
    assert warm.found() == note
    assert warm.stop()
    assert not warm.stop()


def test_a_warm_server_ends_by_itself(java: Java, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "IDLE", 0)
    note = warm.start(1000)
    _, left = psutil.wait_procs([psutil.Process(note.keeper)], timeout=20)
    assert left == []
    assert warm.found() is None


def test_fixes_are_judged_by_the_engine_too(java: Java, draft: Path) -> None:
    layer = Layer({"select": (ENGINE, LOCAL)}, option="a test")
    choice = Choice(layer, (Safety.SAFE, Safety.UNSAFE), write=True)
    (outcome,) = check_all([draft], choice, 1, None)
    assert draft.read_text(encoding="utf-8") == "One 😀 *b* right here. It is loud.\n"
    assert outcome.mended == 2
