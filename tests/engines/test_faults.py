"""Whatever is wrong with an engine: a check ends within its wait, shows its own findings, and a notice says why."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reviewlint.cli.check import command
from reviewlint.engines.service import processes
from tests.engines.pretended import Java
from tests.engines.running import BOTH, LOCAL

WAIT = 60.0


def check(draft: Path, wait: float) -> dict[str, Any]:
    """Return the JSON of a check that waits so long for its engine."""
    config = f'select = ["{LOCAL}", "{BOTH[0][0]}"]\n[grammar]\nwait = {wait}\n'
    draft.with_name("reviewlint.toml").write_text(config, encoding="utf-8")
    done = CliRunner().invoke(command, [str(draft), "--format", "json"], standalone_mode=False)
    assert done.exception is None, done.exception
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def found(report: dict[str, Any]) -> list[str]:
    return [finding["rule"] for file in report["files"] for finding in file["findings"]]


def notices(report: dict[str, Any]) -> str:
    assert report["errors"] == []
    return "\n".join(notice["message"] for notice in report["notices"])


@pytest.mark.parametrize("ill", ["taken", "breaks", "drops"])
def test_what_another_start_mends_is_mended(java: Java, draft: Path, ill: str) -> None:
    java.be(ill)
    report = check(draft, WAIT)
    assert notices(report) == ""
    assert sorted(found(report)) == sorted(rule for rule, _ in BOTH)


@pytest.mark.parametrize(
    ("ill", "wait", "word"),
    [
        ("hangs", WAIT, "LanguageTool did not answer within"),
        ("garbage", WAIT, "The address is not a LanguageTool server: “<html>”."),
        ("refuses", WAIT, "LanguageTool refused: 413"),
        ("memory", WAIT, "broke off"),
        ("deaf", WAIT, "broke off"),
        ("old", WAIT, "The Java here is too old for LanguageTool. Install Java 17 or later."),
        ("dies", WAIT, "LanguageTool did not start. Run `reviewlint engine doctor`."),
        ("slow", 0.2, "LanguageTool had not read all when the wait was over. What it finds is there at the next run."),
    ],
)
def test_the_local_findings_and_a_notice(java: Java, draft: Path, ill: str, wait: float, word: str) -> None:
    java.be(ill)
    report = check(draft, wait)
    assert found(report) == [LOCAL]
    assert word in notices(report)


def test_memory_that_is_always_too_little_is_told(java: Java, draft: Path) -> None:
    java.be("memory")
    for _ in range(3):
        report = check(draft, WAIT)
    assert "LanguageTool ran out of memory" in notices(report)
    assert "Raise grammar.memory." in notices(report)


def test_two_runs_at_once_share_one_server(java: Java, draft: Path) -> None:
    for _ in range(2):  # as two runs would that see no server
        processes.start_keeper(java.server.folder, "0" * 16, java.server.launch, 60)
    assert sorted(found(check(draft, WAIT))) == sorted(rule for rule, _ in BOTH)
    assert java.count("start") == 1


def unwritable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cache's place be a file, for root may write to any folder."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))


def homeless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("LTP_PATH")
    monkeypatch.setattr(Path, "home", no_home)


@pytest.mark.parametrize(
    ("home", "word"),
    [
        (unwritable, "LanguageTool cannot be started: Not a directory. Name a folder that can be written to in"),
        (homeless, "There is no home folder to look for LanguageTool in. Name one in LTP_PATH."),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the words are those of POSIX")
def test_a_home_that_is_of_no_use(
    java: Java,
    draft: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    home: Callable[[Path, pytest.MonkeyPatch], None],
    word: str,
) -> None:
    with monkeypatch.context() as patch:
        home(tmp_path, patch)
        report = check(draft, WAIT)
    assert found(report) == [LOCAL]
    assert word in notices(report)
