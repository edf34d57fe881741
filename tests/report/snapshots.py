"""Snapshots: what was printed once and read by a person. UPDATE_SNAPSHOTS=1 pytest writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def check_snapshot(name: str, text: str) -> None:
    """Compare a text with the snapshot of that name, or put it in its place."""
    path = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8", newline="")
    assert path.is_file(), f"There is no snapshot {name}. Run UPDATE_SNAPSHOTS=1 pytest, and read it."
    with path.open(encoding="utf-8", newline="") as file:
        assert text == file.read()
