"""The process that keeps a LanguageTool server: starts it, starts it again if it dies, and ends it in time.

    python -m reviewlint.engines.languagetool.keeper FOLDER TOKEN MEMORY (--owner PID | --idle SECONDS)

It stands between a run and Java, so that no Java is left behind whatever becomes of the run: when the owner is gone,
or nobody has asked for long, the server ends.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import psutil

from reviewlint.engines.languagetool import record as notes
from reviewlint.engines.languagetool.place import JAR, VERSION, missing
from reviewlint.engines.languagetool.trouble import Trouble

_LOOK = 0.25  # seconds between looks at the server and its owner
_READY = 90  # seconds for a server to start on a busy machine
_STARTS = 3  # then something is wrong that another start does not mend
_TRIES = 3
_HERE = "127.0.0.1"


def main() -> int:
    """Keep a server until it is time to end; return 0, or 1 if none could be started."""
    given = _parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    warnings.simplefilter("ignore")
    logging.disable()
    tempfile.tempdir = str(given.folder)  # what the library leaves goes with the folder
    bounds = f"-XX:+UseSerialGC -Xmx{given.memory}m"  # the collector that starts soonest and takes least
    os.environ["JAVA_TOOL_OPTIONS"] = f"{os.environ.get('JAVA_TOOL_OPTIONS', '')} {bounds}".strip()
    mine = notes.Record(os.getpid(), given.token, version=VERSION)
    tool: Any = None
    try:
        for _ in range(_STARTS):
            tool = _started()
            notes.write(given.folder, _where(mine, tool))
            if not _keep(tool, given):
                return 0
        raise Trouble("LanguageTool broke off again and again", "Run `reviewlint engine doctor`.")
    except Trouble as trouble:
        notes.write(given.folder, notes.Record(mine.keeper, mine.token, trouble=trouble.reason, remedy=trouble.remedy))
        return 1
    finally:
        if tool is not None:
            tool.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("token")
    parser.add_argument("memory", type=int)
    parser.add_argument("--owner", type=int)
    parser.add_argument("--idle", type=float)
    return parser


def _started() -> Any:
    """Return language-tool-python's handle on a server that answers; raise Trouble where there is none."""
    trouble = missing()
    if trouble is not None:
        raise trouble
    from language_tool_python import LanguageTool
    from language_tool_python.exceptions import LanguageToolError, ServerError

    class Kept(LanguageTool):
        """The library's, with more patience for a start, and on a port that is free: it has 15 s, and tries 900."""

        def _wait_for_server_ready(self, timeout: int = _READY) -> None:
            super()._wait_for_server_ready(_READY)

        def _start_server_on_free_port(self) -> None:
            self._available_ports = []
            self._port = _free_port()
            self._url = f"http://{_HERE}:{self._port}/v2/"
            super()._start_server_on_free_port()

    for left in reversed(range(_TRIES)):  # somebody else may have taken the port meanwhile
        try:
            return Kept("en-US", host=_HERE, config={"pipelineCaching": True, "maxCheckThreads": 2})
        except SystemError as error:  # so it says that Java is too old
            raise Trouble(str(error).rstrip("."), "Install Java 17 or later.") from None
        except ServerError:
            if not left:
                remedy = "Run `reviewlint engine doctor`; if its folder is not complete, delete it and install again."
                raise Trouble(f"LanguageTool did not start from {JAR}", remedy) from None
        except (LanguageToolError, OSError, ValueError) as error:
            raise Trouble(f"LanguageTool did not start: {error}", "Run `reviewlint engine doctor`.") from None
    raise AssertionError("the last try returns or raises")


def _free_port() -> int:
    """Return a port that nobody listens at just now."""
    with socket.socket() as listener:
        listener.bind((_HERE, 0))
        return int(listener.getsockname()[1])


def _where(mine: notes.Record, tool: Any) -> notes.Record:
    return notes.Record(mine.keeper, mine.token, tool._server.pid, tool._port, mine.version)


def _keep(tool: Any, given: argparse.Namespace) -> bool:
    """Wait until the server is no more needed, and return False; or True, if it died."""
    while True:
        time.sleep(_LOOK)
        if tool._server is None or tool._server.poll() is not None:
            return True
        if given.owner is not None and not psutil.pid_exists(given.owner):
            return False
        if given.idle is not None and time.time() - _asked_last(given.folder) > given.idle:
            return False


def _asked_last(folder: Path) -> float:
    """Return when somebody asked last, or 0 where the note is gone, which ends the server."""
    try:
        return (folder / notes.NAME).stat().st_mtime
    except OSError:
        return 0.0


if __name__ == "__main__":
    sys.exit(main())
