"""A run with Ray itself, crash and all; about a minute. `pytest -m ray` runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

pytestmark = [pytest.mark.ray, pytest.mark.filterwarnings("default")]
COUNT = 10_000  # five parts
TEXTS = ("It is is a calm film.", "A fine book.", "It has a rating of on IMDb.")
RULES = "claims/missing-rating,grammar/doubled-word"


def start(*words: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "reviewlint",
        "corpus",
        "run",
        "in.parquet",
        *words,
        "--no-reader",
        "--select",
        RULES,
    ]
    return subprocess.Popen(command, cwd=folder, start_new_session=True)


def test_a_killed_run_goes_on_and_finds_what_processes_find(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    import pyarrow as pa
    import pyarrow.dataset as ds
    import pyarrow.parquet as pq

    from reviewlint.corpus.output import files_of

    rows = {
        "id": [f"r{n}" for n in range(COUNT)],
        "text": [f"{TEXTS[n % 3]} I saw it {n} times." for n in range(COUNT)],
    }
    pq.write_table(pa.table(rows), tmp_path / "in.parquet")
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
