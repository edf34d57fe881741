"""Tries everything that LanguageTool needs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

from reviewlint.engines.base import Engine, Step
from reviewlint.engines.languagetool.install import absent_jars
from reviewlint.engines.languagetool.place import install_folder, missing
from reviewlint.engines.trial import trial


def steps(engine: Engine) -> Iterator[Step]:
    """Yield what is tried; what comes after a step that failed would fail too."""
    if engine.server is None:
        yield from trial(engine)
        return
    java = shutil.which("java")
    yield Step("Java", java is not None, _java_version(java) if java else "not here. Install Java 17 or later.")
    trouble = missing()
    yield Step("LanguageTool", trouble is None, str(trouble or install_folder()))
    absent = absent_jars()
    rest = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
    remedy = f"Delete {install_folder()}, then run `reviewlint engine install`."
    yield Step("its jars", not absent, f"without {absent[0]}{rest}. {remedy}" if absent else "all there")
    yield from trial(engine)


def _java_version(java: str) -> str:
    try:
        command = [java, "-version"]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{java} does not run: {error}"
    lines = [line for line in (done.stderr + done.stdout).splitlines() if "version" in line]
    return f"{lines[0]} at {java}" if lines else f"{java} does not say its version"
