"""Where LanguageTool is, on this machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from reviewlint.engines.trouble import Trouble

VERSION = "6.8"
JAR = "languagetool-server.jar"
_OFF = "or set grammar.engine to off."


def install_folder() -> Path:
    """Return the folder of LanguageTool itself, which language-tool-python chooses: in LTP_PATH or the user's cache."""
    given = os.environ.get("LTP_PATH")
    return (Path(given) if given else Path.home() / ".cache" / "language_tool_python") / f"LanguageTool-{VERSION}"


def missing() -> Trouble | None:
    """Return what LanguageTool lacks to run here, as far as a look at the files tells; None if nothing."""
    if shutil.which("java") is None:
        return Trouble("There is no Java, which LanguageTool needs", f"Install Java 17 or later, {_OFF}", absent=True)
    try:
        folder = install_folder()
    except RuntimeError:  # a user without a home
        return Trouble("There is no home folder to look for LanguageTool in", "Name one in LTP_PATH.")
    if not folder.is_dir():
        return Trouble("LanguageTool is not installed", f"Run `reviewlint engine install`, {_OFF}", absent=True)
    if not (folder / JAR).is_file():
        remedy = "Delete that folder, then run `reviewlint engine install`."
        return Trouble(f"LanguageTool in {folder} is not complete", remedy)
    return None


def identity() -> str:
    """Return words that change when what LanguageTool would say may change; "none" where it cannot run."""
    if missing() is not None:
        return "none"
    state = (install_folder() / JAR).stat()
    return f"{VERSION} {state.st_size} {state.st_mtime_ns}"
