"""A rule that has been renamed answers to its former name in configurations, comments and commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint import check
from reviewlint.cli import main
from reviewlint.config.files import Layer
from reviewlint.rules import registry

TEXT = "It is is loud.\n"


@pytest.fixture(autouse=True)
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "former_names", lambda: {"grammar/twice": "grammar/doubled-word"})


def found(text: str, **config: object) -> list[tuple[str, str]]:
    return [(f.rule, f.severity.value) for f in check(text, config=config).files[0].findings]


def test_a_configuration_may_name_it() -> None:
    assert found(TEXT, select=["grammar/twice"]) == [("grammar/doubled-word", "warning")]
    assert found(TEXT, select=["grammar"], ignore=["grammar/twice"]) == []
    table = {"grammar/twice": {"severity": "error"}}
    assert found(TEXT, select=["grammar/twice"], rules=table) == [("grammar/doubled-word", "error")]


def test_a_comment_may_name_it() -> None:
    text = f"<!-- reviewlint: ignore[grammar/twice] as it was said -->\n{TEXT}"
    assert found(text, select=["grammar", "typography"]) == []


def test_a_command_may_name_it() -> None:
    done = CliRunner().invoke(main, ["explain", "grammar/twice"])
    assert done.stdout.startswith("grammar/doubled-word")


def test_what_names_no_rule_stays_as_it_is() -> None:
    values = {"select": ("all",), "rules": {}, "ignore": 3}
    assert Layer(values).values is values


def test_no_rule_has_the_former_name_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    names = {rule.info.name for rule in registry.load_rules()}
    assert not names & set(registry.former_names())
