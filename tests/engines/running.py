"""A run of checks with an engine, as tests look at it."""

from __future__ import annotations

from pathlib import Path

from reviewlint.cache.rows import cache_file, open_store
from reviewlint.checking.draft import Choice, Outcome
from reviewlint.checking.pool import check_all
from reviewlint.config.files import Layer

ENGINE, LOCAL = "grammar/languagetool", "grammar/doubled-word"
BOTH = [(ENGINE, "FAULT"), (LOCAL, "is is")]
TEXT = "One 😀 *b* FAULT here. It is is loud.\n"


class Run:
    """One run: its outcomes and what it said. It waits for the engine unless it is told for how long."""

    def __init__(self, *drafts: Path, jobs: int = 1, cached: bool = False, **grammar: object) -> None:
        layer = Layer({"select": (ENGINE, LOCAL), "grammar": {"wait": 300} | grammar}, option="a test")
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
        """Return what went wrong."""
        return [str(error) for outcome in self.outcomes for error in outcome.errors]

    @property
    def notices(self) -> list[str]:
        """Return what was left out."""
        return [notice for outcome in self.outcomes for notice in outcome.notices]
