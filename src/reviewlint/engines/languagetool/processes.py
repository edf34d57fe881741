"""The processes of a server: whether they live, and their end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from reviewlint.engines.languagetool.record import Record, read

_MODULE = "reviewlint.engines.languagetool.keeper"
_SERVER = "org.languagetool.server.HTTPServer"
_GRACE = 3.0  # seconds for a keeper to end its server and itself


def start(folder: Path, token: str, memory: int, *, owner: int | None = None, idle: int | None = None) -> int:
    """Start a keeper that writes its note into `folder`; return its process number.

    It ends with the process `owner`, or when nobody has asked for `idle` seconds. `memory` bounds Java, in megabytes.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    command = [sys.executable, "-m", _MODULE, str(folder), token, str(memory)]
    command += ["--owner", str(owner)] if owner is not None else []
    command += ["--idle", str(idle)] if idle is not None else []
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
    process.returncode = 0  # nobody waits for it here; `end` does, or it outlives us
    return process.pid


def is_keeper(pid: int, token: str) -> bool:
    """Tell whether a process lives and is the keeper with this token."""
    import psutil  # costs start-up

    try:
        process = psutil.Process(pid)
        words = process.cmdline()  # for a moment after its start it has none
        return process.status() != psutil.STATUS_ZOMBIE and (not words or token in words)
    except psutil.Error:
        return False


def end(pid: int, token: str) -> None:
    """End a keeper and its server, and wait until they are gone. One that is not there is no trouble."""
    import psutil

    if not is_keeper(pid, token):
        _reap(pid)
        return
    keeper = psutil.Process(pid)
    below = keeper.children(recursive=True)
    with suppress(psutil.Error):
        keeper.terminate()
    for _ in range(2):
        _, left = psutil.wait_procs([keeper, *below], timeout=_GRACE)
        for process in left:
            with suppress(psutil.Error):
                process.kill()
    _reap(pid)


def end_server(record: Record) -> None:
    """End the server alone, as when it hangs; its keeper starts another."""
    import psutil

    if record.server is None:
        return
    with suppress(psutil.Error):
        process = psutil.Process(record.server)
        if any(_SERVER in word for word in process.cmdline()):
            process.kill()


def sweep(folder: Path) -> None:
    """End what is left of a keeper that was killed, and remove its folder; one that lives is left alone."""
    record = read(folder)
    if record is None or is_keeper(record.keeper, record.token):
        return
    end_server(record)
    shutil.rmtree(folder, ignore_errors=True)


def _reap(pid: int) -> None:
    """Let the system forget a child of ours that has ended."""
    if hasattr(os, "waitpid") and hasattr(signal, "SIGCHLD"):
        with suppress(ChildProcessError, OSError):
            os.waitpid(pid, os.WNOHANG)
