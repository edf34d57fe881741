"""`reviewlint engine`: what it says of engines, and what it starts and stops."""

from __future__ import annotations

import os
import shutil

import pytest
from click.testing import CliRunner

from reviewlint.cli.engine import command
from reviewlint.engines.failures import recent_failure
from reviewlint.engines.languagetool.engine import LanguageTool
from reviewlint.engines.languagetool.place import install_folder
from reviewlint.errors import ReviewlintError
from tests.engines.pretended import Java


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, words, standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.return_value or 0, done.stdout


def test_an_engine_is_started_told_of_and_stopped(java: Java) -> None:
    before = run("status")[1].splitlines()
    assert before[0].endswith("starts when needed.")
    assert before[1].startswith("lingotweaker: no. ")
    assert before[-1] == "The next check uses LanguageTool."
    status, words = run("start")
    assert (status, words) == run("start", "languagetool")
    assert "answers at http://127.0.0.1:" in run("status")[1]
    assert run("stop") == (0, "LanguageTool stopped.\n")
    assert run("stop") == (0, "No engine was running.\n")
    assert java.count("start") == 1


@pytest.mark.parametrize(("ill", "word"), [("dies", "did not start"), ("garbage", "not a LanguageTool server")])
def test_one_that_cannot_start_is_an_error_and_not_left(java: Java, ill: str, word: str) -> None:
    java.be(ill)
    with pytest.raises(ReviewlintError, match=word):
        run("start")
    assert not java.server.folder.exists()


def test_a_name_that_no_engine_has_is_an_error(java: Java) -> None:
    with pytest.raises(ReviewlintError, match="There is no engine harper"):
        run("start", "harper")


def test_one_that_is_not_here_says_how_to_get_it(java: Java) -> None:
    with pytest.raises(ReviewlintError, match="lingotweaker is not here"):
        run("start", "lingotweaker")


def test_the_doctor_stops_at_what_is_wrong(java: Java, monkeypatch: pytest.MonkeyPatch) -> None:
    status, words = run("doctor")
    assert status == 1  # the pretended one knows no grammar
    assert [line.split()[0] for line in words.splitlines()] == ["LanguageTool:", "ok", "ok", "ok", "ok", "no"]
    java.be("old")
    assert run("doctor")[1].splitlines()[-1].startswith("no  an answer: The Java here is too old for LanguageTool.")
    assert recent_failure(LanguageTool()) is None  # a try is no failure of a check
    shutil.rmtree(install_folder())
    words = run("doctor", "languagetool")[1]
    assert words.splitlines()[-1].startswith("no  LanguageTool: LanguageTool is not installed.")
    monkeypatch.setenv("PATH", os.devnull)
    assert run("doctor", "languagetool")[1].splitlines()[-1] == "no  Java: not here. Install Java 17 or later."
    assert run("status")[0] == 1
