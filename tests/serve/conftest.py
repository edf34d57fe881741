"""A folder with a draft and its facts, and a client that talks to the page's server as the page does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reviewlint.serve.app import make_app
from reviewlint.serve.folder import Folder
from tests.serve.browsing import Served

PORT = 4321
TOKEN = "a-token-of-the-tests"
HOST = f"http://127.0.0.1:{PORT}"
DRAFT = "The film runs 75 minutes. 😀 It was was directed by Kiyotaka Oshiyama.\n"
FACTS = "type: Movie\nname: Look Back\nduration: 58\ndirector: Kiyotaka Oshiyama\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "reviews"
    top.mkdir()
    (top / "look-back.md").write_text(DRAFT, encoding="utf-8")
    (top / "look-back.facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "secret.md").write_text("Outside.\n", encoding="utf-8")
    return top


class Page:
    """Asks the server as the page does."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def ask(self, what: str, status: int = 200, **body: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {TOKEN}", "Origin": HOST, "Sec-Fetch-Site": "same-origin"}
        answer = self.client.post(f"/api/{what}", json=body, headers=headers)
        assert answer.status_code == status, answer.text
        said: dict[str, Any] = answer.json()
        return said


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    with ThreadPoolExecutor(1) as worker:
        yield TestClient(make_app(Folder(folder), worker, PORT, TOKEN), base_url=HOST)


@pytest.fixture
def page(client: TestClient) -> Page:
    return Page(client)


@pytest.fixture(scope="module")
def _process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("page") / "reviews"
    folder.mkdir()
    config = folder.parent / "reviewlint.toml"
    config.write_text('reader = "off"\n', encoding="utf-8")  # which takes seconds
    own = {
        "REVIEWLINT_CACHE_DIR": str(folder.parent / "cache"),
        "REVIEWLINT_CONFIG": str(config),
        "REVIEWLINT_NO_ENGINE": "1",
    }
    command = [sys.executable, "-m", "reviewlint", "serve", "--no-browser", str(folder)]
    with subprocess.Popen(command, env=os.environ | own, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        assert found is not None
        yield Served(folder, found[0])
        process.terminate()
        process.stderr.read()


@pytest.fixture
def served(_process: Served) -> Served:
    """Return the page's server with its folder as new."""
    for path in _process.folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (_process.folder / "look-back.md").write_text(DRAFT, encoding="utf-8")
    (_process.folder / "look-back.facts.yaml").write_text(FACTS, encoding="utf-8")
    (_process.folder / "films").mkdir()
    (_process.folder / "films" / "lighthouse.txt").write_text("A short one.\n", encoding="utf-8")
    return _process
