"""A `reviewlint` to run from a shell, and an environment to run it in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.repository import clean_environment

ROOT = Path(__file__).resolve().parents[2]


def shell_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which `reviewlint` and `python` are those of these tests."""
    programs = folder / "programs"
    programs.mkdir(parents=True)
    for name, words in (("reviewlint", "-m reviewlint"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    inherited = clean_environment()
    sources = os.pathsep.join(filter(None, (str(ROOT / "src"), inherited.get("PYTHONPATH"))))
    return {
        **inherited,
        "PATH": f"{programs}{os.pathsep}{inherited['PATH']}",
        "PYTHONPATH": sources,
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "NO_COLOR": "1",
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
