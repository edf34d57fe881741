"""What is shown where the pointer rests."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from reviewlint import check
from reviewlint.lsp.hover import hover_at
from reviewlint.lsp.passes import Checked, Pass, Version
from reviewlint.lsp.positions import Positions


def text_at(path: Path, text: str, line: int, character: int) -> str:
    found = check(text, path=path, config={"reader": "off"}).findings
    checked = Checked(Version(path, 1, text), Pass.RULES, found)
    hover = hover_at(checked, types.Position(line, character), Positions(text))
    if hover is None:
        return ""
    assert isinstance(hover.contents, types.MarkupContent)
    return hover.contents.value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / "draft.md"


def test_a_finding_with_its_reason_and_the_source_that_contradicts(path: Path) -> None:
    facts = path.with_name("draft.facts.yaml")
    facts.write_text("type: Movie\nduration: 58\n", encoding="utf-8")
    shown = text_at(path, "The film runs 75 minutes.\n", 0, 16)
    assert shown.startswith("**facts/wrong-runtime** · error\n\n")
    assert f"[draft.facts.yaml:2]({facts.as_uri()}#L2)" in shown
    assert "[More on this rule](file://" in shown


def test_how_often_a_rule_was_right(path: Path) -> None:
    shown = text_at(path, "It is definately good.\n", 0, 8)
    assert "*Measured: " in shown
    assert "were right or useful.*" in shown


def test_nothing_beside_a_finding(path: Path) -> None:
    assert text_at(path, "It is is a film, and a long one.\n", 0, 25) == ""
    assert text_at(path, "", 0, 0) == ""


def test_a_suppression_comment_shows_its_rules(path: Path) -> None:
    text = "It is is. <!-- reviewlint: ignore[grammar/doubled-word, no/such] why -->\n"
    shown = text_at(path, text, 0, 40)
    assert "**grammar/doubled-word**" in shown
