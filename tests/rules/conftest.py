"""Rule files to try things on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = {
    "summary": '"A lamp too many."',
    "message": '"“{match}” is one lamp too many."',
    "why": '"Lamps cost money."',
    "severity": '"warning"',
    "since": '"0.1"',
    "kind": '"code"',
}

WriteRule = Callable[..., Path]


@pytest.fixture
def write_rule(tmp_path: Path) -> WriteRule:
    """Return a function that writes a rule file: the usual head, with keys changed (None: left out), and a body."""

    def write(body: str = "", *, name: str = "house/lamp", **changes: str | None) -> Path:
        path = tmp_path / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {key: value for key, value in (HEAD | changes).items() if value is not None}
        path.write_text("".join(f"{key} = {value}\n" for key, value in head.items()) + body, encoding="utf-8")
        return path

    return write
