"""What the tests of sources share: a made-up Wikidata, a user with a contact, a folder to work in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_httpserver import HTTPServer

from reviewlint.cli import main
from tests.facts.sources.wikidata_server import LOOK_BACK, FakeWikidata

Run = Callable[..., Result]


@pytest.fixture
def wikidata(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> FakeWikidata:
    fake = FakeWikidata(httpserver, *LOOK_BACK)
    monkeypatch.setenv("REVIEWLINT_WIKIDATA_URL", fake.url)
    return fake


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a user with a contact, and the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REVIEWLINT_CONTACT", "editor@example.org")
    for name in ("TMDB", "OMDB", "IGDB_ID", "IGDB_SECRET"):
        monkeypatch.delenv(f"REVIEWLINT_{name}_KEY", raising=False)
    return tmp_path


@pytest.fixture
def run(project: Path) -> Run:
    """Run `reviewlint facts …` in the project."""
    return lambda *words: CliRunner().invoke(main, ["facts", *words])
