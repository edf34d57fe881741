"""Which engine a configuration means, engines of other packages included."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reviewlint.checking.draft import Choice
from reviewlint.checking.pool import check_all
from reviewlint.config.files import Layer
from reviewlint.engines import Trouble
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.registry import chosen, engine_named, engine_names, identity_of, is_engine
from reviewlint.errors import ReviewlintError
from tests.engines.pretended import Java

# What another package needs to bring an engine: a module, an entry point, and a rule that listens to it.
_MODULE = """
from dataclasses import dataclass
from reviewlint.engines import Match
from reviewlint.finding import Span

@dataclass(frozen=True)
class Shouting:
    name: str = "shouting"
    title: str = "Shouting"
    cold: float = 0.0
    server = None
    def lacks(self): return None
    def is_warm(self): return True
    def identity(self): return "1"
    def begin(self): pass
    def ask(self, passages, language):
        return [tuple(Match(Span(at, at + 1), "SHOUT", "STYLE", "It shouts.") for at, char in enumerate(p.source)
                      if char == "!") for p in passages]
    def close(self): pass
    def steps(self): return iter(())

def make(grammar): return Shouting()
"""
_RULE = """
summary = "A sentence that shouts."
message = "{said}"
why = "Readers hear it."
severity = "warning"
since = "0.1"
kind = "engine"
engines = ["shouting"]
[codes]
SHOUT = "warning"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REVIEWLINT_NO_ENGINE")
    site = tmp_path / "site"
    info = site / "shouting-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "shouting_engine.py").write_text(_MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n", encoding="utf-8")
    entries = "[reviewlint.engines]\nshouting = shouting_engine:make\nbroken = shouting_engine:missing\n"
    (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    monkeypatch.setitem(sys.modules, "shouting_engine", None)
    monkeypatch.delitem(sys.modules, "shouting_engine")


def test_an_engine_of_another_package_is_found_by_its_entry_point(package: None, draft: Path) -> None:
    rule = draft.resolve().with_name("rules") / "house" / "shout.toml"
    rule.parent.mkdir(parents=True)
    rule.write_text(_RULE, encoding="utf-8")
    draft.write_text("It is loud! It is *quiet*.\n", encoding="utf-8")
    values = {"select": ["house"], "rule-folders": ["rules"], "grammar": {"engine": "shouting"}}
    (outcome,) = check_all([draft], Choice(Layer(values, option="a test")), 1, None)
    assert outcome.report is not None
    assert [(f.rule, f.span.start, f.message) for f in outcome.report.findings] == [("house/shout", 10, "It shouts.")]


def test_names_of_engines_are_known(package: None) -> None:
    assert engine_names() == ["languagetool", "lingotweaker", "broken", "shouting"]
    assert is_engine("shouting")
    assert not is_engine("harper")


def test_one_that_cannot_be_loaded_is_an_error(package: None, draft: Path) -> None:
    with pytest.raises(Trouble, match="The engine broken of shouting_engine:missing cannot be loaded"):
        engine_named("broken", Grammar())
    values = {"select": ["grammar"], "grammar": {"engine": "broken"}}
    with pytest.raises(ReviewlintError, match="cannot be loaded"):
        list(check_all([draft], Choice(Layer(values, option="a test")), 1, None))
    assert identity_of(Grammar("broken")).startswith("none")


def test_a_fault_is_told_before_what_is_missing(java: Java, monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(Grammar("off")).engine is None
    with monkeypatch.context() as patch:
        patch.setenv("REVIEWLINT_NO_ENGINE", "1")
        assert chosen(Grammar("languagetool")).engine is None
    engine, trouble = chosen(Grammar())
    assert (engine is not None and engine.name, trouble) == ("languagetool", None)

    def no_home() -> Path:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.delenv("LTP_PATH")
        patch.setattr(Path, "home", no_home)
        engine, trouble = chosen(Grammar())
    assert engine is not None
    assert trouble is not None
    assert str(trouble).startswith("There is no home folder")
