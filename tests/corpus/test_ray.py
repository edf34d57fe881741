"""A run with Ray itself, crash and all; about a minute. `pytest -m ray` runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

pytestmark = [pytest.mark.ray, pytest.mark.filterwarnings("default")]
COUNT = 5_000
TEXTS = ("It is is a calm film. " * 20, "A fine book. " * 40, "It has a rating of on IMDb. " * 20)


def start(*words: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reviewlint", "corpus", "run", "in.jsonl", *words, "--no-reader"]
    return subprocess.Popen(command, cwd=folder, start_new_session=True)


def test_a_killed_run_goes_on_and_finds_what_processes_find(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    import pyarrow.dataset as ds

    from reviewlint.corpus.output import files_of

    rows = [json.dumps({"id": f"r{n}", "text": f"{n}. {TEXTS[n % 3]}"}) for n in range(COUNT)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    first = start("out", "--engine", "ray", "--jobs", "2", folder=tmp_path)
    while first.poll() is None and not files_of(tmp_path / "out"):
        time.sleep(0.2)
    assert first.poll() is None, "it was over before it could be killed: take more rows"
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    assert start("out", "--engine", "ray", "--jobs", "2", folder=tmp_path).wait() == 0
    assert start("local", "--engine", "local", folder=tmp_path).wait() == 0
    ray, local = (ds.dataset(files_of(tmp_path / name), format="parquet").to_table() for name in ("out", "local"))
    assert Counter(ray["id"].to_pylist()) == Counter(f"r{n}" for n in range(COUNT))
    assert ray.select(local.column_names).sort_by("id").equals(local.sort_by("id"))
