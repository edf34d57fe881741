"""What the tests of engines share."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.pretended import Java


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Java]:
    """Give a pretended LanguageTool; once its server is told to stop, no process of it may be left."""
    pretended = Java(tmp_path, monkeypatch)
    yield pretended
    pretended.server.stop()
    until = time.monotonic() + 30  # a keeper that has only started sees that its folder is gone
    while pretended.left() and time.monotonic() < until:
        time.sleep(0.05)
    assert pretended.left() == []


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the path of a draft, from within its folder; an engine sees a fault in it, and reviewlint another."""
    (tmp_path / "drafts" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "drafts")
    path = Path("a.md")
    path.write_text("One 😀 *b* FAULT here. It is is loud.\n", encoding="utf-8")
    return path
