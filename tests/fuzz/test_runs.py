"""Runs over many drafts: the same whatever the number of processes, the order, and what the cache holds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlint.cache.rows import open_store
from reviewlint.cache.store import Store
from reviewlint.checking.draft import Choice
from reviewlint.checking.pool import check_all
from reviewlint.config.files import Layer
from tests.fuzz.drafts import TRIES, drafts, suffixes

_CHOICE = Choice(Layer({"reader": "off"}))
Told = list[tuple[object, ...]]


def told(paths: list[Path], jobs: int, store: Store[object] | None = None) -> Told:
    """Return what is reported of each draft, by its path, and what is said of the run."""
    outcomes = list(check_all(paths, _CHOICE, jobs, store))  # type: ignore[arg-type]
    assert len(outcomes) == len(paths)
    return sorted(
        (
            str(path),
            outcome.report and (outcome.report.findings, outcome.report.fingerprints),
            *map(str, outcome.errors),
        )
        for path, outcome in zip(paths, outcomes, strict=True)
    )


@settings(TRIES, max_examples=max(2, TRIES.max_examples // 20))
@given(texts=st.lists(st.tuples(drafts(), suffixes), min_size=2, max_size=6), turned=st.randoms(use_true_random=False))
def test_processes_order_and_cache_change_nothing(texts: list[tuple[str, str]], turned: object) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".git").mkdir()
        paths = [folder / f"{number}{suffix}" for number, (_, suffix) in enumerate(texts)]
        for path, (text, _) in zip(paths, texts, strict=True):
            path.write_bytes(text.encode("utf-8", "replace"))
        alone = told(paths, 1)
        assert told(paths, 2) == alone
        shuffled = list(paths)
        turned.shuffle(shuffled)  # type: ignore[attr-defined]
        assert told(shuffled, 1) == alone
        said: list[str] = []
        for _ in ("cold", "warm"):
            store = open_store(said.append, folder / "cache" / "findings.db")
            assert told(shuffled, 1, store) == alone  # type: ignore[arg-type]
            store.close()
        assert said == []
