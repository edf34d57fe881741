"""The real LanguageTool: positions, restart, memory of passages, and no process left.

Run by `pytest -m languagetool`, once `reviewlint engine install` has brought it. Where it is not, these tests fail.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from reviewlint.document import Kind, Source, parse
from reviewlint.engines.languagetool.engine import LanguageTool
from reviewlint.engines.passages import passages_of
from reviewlint.engines.service import processes
from reviewlint.engines.service.record import Record
from reviewlint.engines.service.server import Server
from reviewlint.rules.marked_examples import read_marks
from reviewlint.rules.registry import load_rules

pytestmark = pytest.mark.languagetool

DRAFT = """---
title: A place of a hour
---
# A day and a hour

The keeper 😀 had ⟦a⟧ hour, and ***⟦a⟧** egg* 😀. See [what ⟦a⟧ hour](http://x.org/a "a hour") is.

- In `a hour` she ate ⟦a⟧ apple and saw *A Hour of a Orange Day*.
> It took a hour.
"""


def its_server() -> Server:
    server = LanguageTool().server
    assert server is not None
    return server


def started() -> Record:
    its_server().begin()
    return its_server().address()


@pytest.fixture(scope="module")
def server() -> Iterator[Record]:
    yield started()
    its_server().stop()
    assert not any("HTTPServer" in " ".join(p.cmdline()) for p in psutil.Process().children(recursive=True))


@pytest.fixture(autouse=True, scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def cache_dir(own_cache: None) -> None:
    """Let all tests here share a cache, for the warm server is found by it."""


def check(path: Path, *words: str) -> dict[str, Any]:
    path.with_name("reviewlint.toml").write_text('[grammar]\nengine = "languagetool"\nwait = 300\n', encoding="utf-8")
    command = [sys.executable, "-m", "reviewlint", "check", "--format", "json", "--exit-zero", *words, str(path)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)  # type: ignore[no-any-return]


def marked(report: dict[str, Any], text: str) -> list[str]:
    found = [f for f in report["files"][0]["findings"] if f["rule"] == "grammar/languagetool"]
    return [text[f["start"] : f["end"]] for f in found]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_findings_stand_on_what_is_wrong_and_on_nothing_else(server: Record, tmp_path: Path, end: str) -> None:
    text, spans = read_marks(DRAFT.replace("\n", end))
    draft = tmp_path / "a.md"
    draft.write_bytes(text.encode())
    report = check(draft, "--select", "grammar/languagetool")
    assert [(f["start"], f["end"]) for f in report["files"][0]["findings"]] == list(spans)


def test_the_rules_examples_are_what_it_says(server: Record) -> None:
    rule = next(rule for rule in load_rules() if rule.info.kind == "engine")
    for example in rule.info.bad:
        (passage,) = passages_of(parse(Source("x.md", example.text)), Kind.PROSE)
        (matches,) = LanguageTool().ask([passage], "en-US")
        assert {said["code"] for said in example.said} <= {match.code for match in matches}


def test_what_was_said_needs_no_server(server: Record, tmp_path: Path) -> None:
    draft = tmp_path / "c.md"
    draft.write_text("It payed off.\n", encoding="utf-8")
    first = marked(check(draft), "It payed off.\n")
    its_server().stop()
    again = marked(check(draft), "It payed off.\n")
    assert first == again == ["payed"]
    assert its_server().found() is None


def test_a_server_that_dies_is_started_again(tmp_path: Path) -> None:
    note = started()
    try:
        processes.end_server(note)
        draft = tmp_path / "d.md"
        draft.write_text("It payed off twice.\n", encoding="utf-8")
        assert marked(check(draft), "It payed off twice.\n") == ["payed"]
        after = its_server().found()
        assert after is not None
        assert after.server != note.server
    finally:
        assert its_server().stop()
    assert not psutil.pid_exists(note.server or 0)
