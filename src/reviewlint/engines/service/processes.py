"""The processes of a server: whether they live, whether they work, and their end."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from reviewlint.engines.service.launch import Launch
from reviewlint.engines.service.record import Record, read, write_first

_MODULE = "reviewlint.engines.service.keeper"
TOKEN = "REVIEWLINT_KEPT_BY"  # in the environment of a server: the token of its keeper
_GRACE = 3.0  # seconds for a keeper to end its server and itself
_reaped: list[subprocess.Popen[bytes]] = []  # those of ours that may have ended meanwhile


def start_keeper(folder: Path, token: str, launch: Launch, idle: float) -> int:
    """Start a keeper of the server that lives in `folder`; return its process number.

    It ends when nobody has asked for `idle` seconds. Raise OSError where it cannot be started.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    command = [sys.executable, "-m", _MODULE, str(folder), token, str(idle)]
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=null, stderr=null, start_new_session=True)
    assert process.stdin is not None
    with suppress(BrokenPipeError), process.stdin as line:
        line.write(launch.as_json().encode())
    _reaped.append(process)
    write_first(folder, Record(process.pid, token))  # so that it can be found before it says so itself
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


def seconds_used(pid: int | None) -> float | None:
    """Return how many seconds of processor time a process and those below it have used; None if it has ended."""
    import psutil

    if pid is None:
        return None
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        times = [each.cpu_times() for each in (process, *process.children(recursive=True))]
    except psutil.Error:
        return None
    return float(sum(each.user + each.system for each in times))


def end(pid: int, token: str) -> None:
    """End a keeper and its server, and wait until they are gone. One that is not there is no trouble."""
    import psutil

    if is_keeper(pid, token):
        keeper = psutil.Process(pid)
        below = keeper.children(recursive=True)
        with suppress(psutil.Error):
            keeper.terminate()
        for _ in range(2):
            _, left = psutil.wait_procs([keeper, *below], timeout=_GRACE)
            for process in left:
                with suppress(psutil.Error):
                    process.kill()
    for child in _reaped:
        child.poll()


def end_server(record: Record) -> None:
    """End the server alone, as when it hangs; its keeper starts another."""
    import psutil

    if record.server is None:
        return
    with suppress(psutil.Error):
        process = psutil.Process(record.server)
        # a number may have been given to another process since
        if process.environ().get(TOKEN) == record.token:
            process.kill()


def sweep(folder: Path) -> None:
    """End what is left of a keeper that was killed, and remove its folder; one that lives is left alone."""
    record = read(folder)
    if record is None or is_keeper(record.keeper, record.token):
        return
    end_server(record)
    shutil.rmtree(folder, ignore_errors=True)


def interrupt_quietly() -> None:
    """Let this process end without a word when it is told to."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
