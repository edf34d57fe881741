"""What the tests of LanguageTool share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.languagetool.pretended import Java


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Java]:
    """Give a pretended LanguageTool; at the end no process of it may be left."""
    pretended = Java(tmp_path, monkeypatch)
    yield pretended
    assert pretended.left() == []
