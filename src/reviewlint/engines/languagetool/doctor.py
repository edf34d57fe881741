"""Tries everything that LanguageTool needs."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Generator
from typing import NamedTuple

from reviewlint.document import Kind, Source, parse
from reviewlint.engines.languagetool import warm
from reviewlint.engines.languagetool.annotate import passages_of
from reviewlint.engines.languagetool.client import ask
from reviewlint.engines.languagetool.install import absent_jars
from reviewlint.engines.languagetool.place import install_folder, missing
from reviewlint.engines.languagetool.trouble import Trouble

_TEXT = "She had a hour, and he have two."
_FAULTS = 2


class Step(NamedTuple):
    """What was tried, whether it is well, and a word on it."""

    name: str
    good: bool
    word: str


def steps(memory: int) -> Generator[Step]:
    """Yield what is tried, with a server of `memory` megabytes; what comes after a step that failed would fail too."""
    java = shutil.which("java")
    yield Step("Java", java is not None, _java_version(java) if java else "not here. Install Java 17 or later.")
    trouble = missing()
    yield Step("LanguageTool", trouble is None, str(trouble or install_folder()))
    absent = absent_jars()
    rest = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
    remedy = f"Delete {install_folder()}, then run `reviewlint engine install`."
    yield Step("its jars", not absent, f"without {absent[0]}{rest}. {remedy}" if absent else "all there")
    before, was_there = time.monotonic(), warm.found() is not None
    try:
        note = warm.found() or warm.start(memory)
        yield Step("server", True, f"answers at {note.url} after {time.monotonic() - before:.1f} s")
        yield _trial(note.url)
    except Trouble as trouble:
        yield Step("server", False, str(trouble))
    finally:
        if not was_there:
            warm.stop()


def _trial(url: str) -> Step:
    """Return what becomes of a sentence with two faults."""
    passages = passages_of(parse(Source("trial.txt", _TEXT)), Kind.PROSE)
    found = sum(map(len, ask(url, passages, {"language": "en-US"})))
    return Step("a sentence", found >= _FAULTS, f"{found} faults seen in “{_TEXT}”")


def _java_version(java: str) -> str:
    try:
        command = [java, "-version"]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{java} does not run: {error}"
    lines = [line for line in (done.stderr + done.stdout).splitlines() if "version" in line]
    return f"{lines[0]} at {java}" if lines else f"{java} does not say its version"
