"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from reviewlint.engines import Trouble
from reviewlint.engines.lingotweaker.engine import Lingotweaker

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_numbers = count()


@pytest.fixture(scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def cache_dir(_caches: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own, empty, away from the user's. The folder is made by whoever needs it."""
    folder = _caches / str(next(_numbers))
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(folder))
    monkeypatch.setenv("REVIEWLINT_CACHE_KEY", "of the tests")
    monkeypatch.delenv("CI", raising=False)  # how long an engine is waited for depends on it
    return folder


@pytest.fixture(autouse=True)
def user_config(_caches: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test the path of a configuration of its user's, which is not there until somebody writes it."""
    path = _caches / f"{next(_numbers)}.toml"
    monkeypatch.setenv("REVIEWLINT_CONFIG", str(path))
    return path


@pytest.fixture(autouse=True)
def no_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let no test find the engines of this machine, but for those that are about them."""
    if request.node.get_closest_marker("languagetool") is not None:
        return
    monkeypatch.setenv("LTP_PATH", str(tmp_path_factory.getbasetemp() / "no-languagetool"))
    monkeypatch.setenv("REVIEWLINT_NO_ENGINE", "1")
    monkeypatch.setattr(Lingotweaker, "lacks", lambda self: Trouble("lingotweaker is not here", absent=True))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Yield Chromium; skip where there is none, but fail if REVIEWLINT_NEEDS_BROWSER is set, as in CI."""
    if not os.environ.get("REVIEWLINT_NEEDS_BROWSER"):
        pytest.importorskip("playwright", reason="playwright is not installed")
        if CHROMIUM is None:
            pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
