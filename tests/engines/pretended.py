"""A LanguageTool that is only pretended: its folder, a Java that answers as it would, and what is left of both."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import psutil
import pytest

from reviewlint.engines.languagetool.engine import LanguageTool
from reviewlint.engines.languagetool.install import write_jar
from reviewlint.engines.languagetool.place import JAR, VERSION
from reviewlint.engines.service import post
from reviewlint.engines.service.server import Server


class Java:
    """Puts Java and LanguageTool in place, as ill as it is told."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._programs, self._home, self.log = folder / "bin", folder / "lt", folder / "java.log"
        self._programs.mkdir()
        fake = Path(__file__).with_name("fake_java.py")
        script = self._programs / "java"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{fake}" "$@"\n', encoding="utf-8")
        script.chmod(0o755)
        installed = self._home / f"LanguageTool-{VERSION}"
        installed.mkdir(parents=True)
        write_jar(installed / JAR, [])
        self.log.touch()
        monkeypatch.setenv("PATH", f"{self._programs}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("LTP_PATH", str(self._home))
        monkeypatch.setenv("FAKE_JAVA_LOG", str(self.log))
        monkeypatch.delenv("REVIEWLINT_NO_ENGINE", raising=False)
        monkeypatch.delenv("CI", raising=False)
        self.be("")

    def be(self, ill: str) -> None:
        """Let Java be ill from now on, or well."""
        self._monkeypatch.setenv("FAKE_JAVA", ill)
        if ill == "hangs":  # for the others, a machine with much to do needs its time
            self._monkeypatch.setattr(post, "STILL", 0.3)

    def release(self) -> None:
        """Let a server that waits answer."""
        with self.log.open("a", encoding="utf-8") as log:
            log.write("released\n")

    def count(self, word: str) -> int:
        """Return how often a server was started ("start") or asked ("check")."""
        return sum(line.startswith(word) for line in self.log.read_text(encoding="utf-8").splitlines())

    @property
    def server(self) -> Server:
        """Return the server of this machine, as a run sees it."""
        server = LanguageTool().server
        assert server is not None
        return server

    def left(self) -> list[str]:
        """Return the command lines of the keepers and servers that live."""
        found = []
        for process in psutil.process_iter(["cmdline", "status"]):
            line = " ".join(process.info["cmdline"] or [])
            server = "languagetool.server.HTTPServer" in line and str(self._home) in line
            keeper = "service.keeper" in line and os.environ["REVIEWLINT_CACHE_DIR"] in line
            if (server or keeper) and process.info["status"] != psutil.STATUS_ZOMBIE:
                found.append(line)
        return found
