"""An engine of grammar, here one of another package, is heard after the rules, and what it said stays in sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.conftest import Start

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
        print("something that is no answer of the server")
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
def package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an engine on the path of the server, and a rule that listens to it into the folder."""
    monkeypatch.delenv("REVIEWLINT_NO_ENGINE")
    site = folder / "node_modules"  # in which no drafts are
    info = site / "shouting-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "shouting_engine.py").write_text(_MODULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[reviewlint.engines]\nshouting = shouting_engine:make\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(site))
    rule = folder / "rules" / "house" / "shout.toml"
    rule.parent.mkdir(parents=True)
    rule.write_text(_RULE, encoding="utf-8")


@pytest.mark.asyncio
async def test_an_engine_is_heard_after_the_rules(editor: Start, package: None, folder: Path) -> None:
    (folder / "reviewlint.toml").write_text(
        'reader = "off"\nrule-folders = ["rules"]\n[grammar]\nengine = "shouting"\n', encoding="utf-8"
    )
    async with editor(config={}) as session:
        uri = session.open("draft.md", "It is is quiet.\n\nIt is loud!\n")
        assert [found.code for found in await session.told(uri)] == ["grammar/doubled-word"]
        assert [found.code for found in await session.told(uri)] == ["grammar/doubled-word", "house/shout:SHOUT"]
        version = session.change(uri, "It is quiet.\n\nIt is loud!\n")
        assert [found.code for found in await session.told(uri, version)] == ["house/shout:SHOUT"]
