"""The examples, and what reviewlint says of them. UPDATE_SNAPSHOTS=1 writes the expectations anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = ROOT / "examples" / "expected"


@pytest.mark.parametrize(
    ("draft", "status"), [("look-back.md", 1), ("look-back-fixed.md", 0), ("the-lighthouse-keepers.txt", 1)]
)
def test_what_is_said_of_an_example(draft: str, status: int) -> None:
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "reviewlint", "check", f"examples/{draft}"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    expected = EXPECTED / f"{draft}.out"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        expected.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == expected.read_text(encoding="utf-8")
    assert (done.returncode, done.stderr) == (status, "")
