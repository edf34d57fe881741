"""A process that keeps a server: starts it, again if it dies, and ends it when nobody has asked for long.

`python -m reviewlint.engines.service.keeper FOLDER TOKEN IDLE`, with a Launch as JSON on standard input. Its note in
FOLDER says where the server answers. Of two that start at once for one folder, the second ends.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from reviewlint.engines.service import record as notes
from reviewlint.engines.service.launch import FOLDER, PORT, Launch
from reviewlint.engines.service.processes import TOKEN, interrupt_quietly, seconds_used
from reviewlint.engines.trouble import Trouble

_LOOK = 0.1  # seconds between looks at the server
_STILL = 20.0  # seconds in which a server that starts must use some processor time; a busy machine gives it little
_LONGEST = 600.0  # seconds that a start may take whatever it uses
_STARTS = 3  # deaths soon after a start; then something is wrong that another start does not mend
_SOON = 60.0
_DOCTOR = "Run `reviewlint engine doctor`."


class Keeper:
    """Keeps one server, whose note lies in `folder`."""

    def __init__(self, folder: Path, token: str, idle: float, launch: Launch) -> None:
        self._folder, self._token, self._idle, self._launch = folder, token, idle, launch
        self._server: subprocess.Popen[bytes] | None = None

    def keep(self) -> int:
        """Keep a server until it is time to end; return 0, or 1 if none could be started."""
        self._note()
        deaths = 0
        port: int | None = None
        try:
            while deaths < _STARTS:
                began = time.monotonic()
                port = self._started()
                if port is not None:
                    self._note(port)
                    if not self._dies():
                        return 0
                deaths = deaths + 1 if time.monotonic() - began < _SOON else 1
            raise self._explained("broke off again and again" if port is not None else "did not start")
        except Trouble as trouble:
            with suppress(OSError):  # where the folder is gone, nobody wants to know
                self._note(trouble=trouble)
            return 1
        finally:
            self.end()

    def _note(self, port: int | None = None, trouble: Trouble | None = None) -> None:
        server = self._server.pid if self._server is not None and trouble is None else None
        words = (trouble.reason, trouble.remedy) if trouble is not None else (None, None)
        notes.write(self._folder, notes.Record(os.getpid(), self._token, server, port, *words))

    def _started(self) -> int | None:
        """Return the port of a server that answers, or None where it died, as when somebody else took its port.

        Whether it will answer is judged by whether it still uses processor time. Raise Trouble where another start is
        no use.
        """
        port = _free_port()
        self._launched(port)
        assert self._server is not None
        began = moved = time.monotonic()
        used = 0.0
        while not self._answers(port):
            now, so_far = time.monotonic(), seconds_used(self._server.pid)
            if self._server.poll() is not None or so_far is None:
                if trouble := self._sign():
                    raise trouble
                return None
            if not self._asked_last():
                raise Trouble(f"{self._launch.title} was stopped")
            if so_far > used:
                used, moved = so_far, now
            if now - moved > _STILL or now - began > _LONGEST:
                raise Trouble(f"{self._launch.title} did not start within {now - began:.0f} s", _DOCTOR)
            time.sleep(_LOOK)
        return port

    def _launched(self, port: int) -> None:
        for name, text in self._launch.files.items():
            (self._folder / name).write_text(text, encoding="utf-8")
        stands = {PORT: str(port), FOLDER: str(self._folder)}
        command = list(self._launch.command)
        for mark, word in stands.items():
            command = [part.replace(mark, word) for part in command]
        with self._log.open("wb") as log:
            try:
                self._server = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    env=os.environ | {TOKEN: self._token},
                )
            except OSError as error:
                raise Trouble(f"{self._launch.title} cannot be started: {error.strerror or error}", _DOCTOR) from None
        self._note()

    @property
    def _log(self) -> Path:
        return self._folder / "server.log"

    def _answers(self, port: int) -> bool:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"http://{notes.HERE}:{port}{self._launch.ready}", timeout=5):
                return True
        except urllib.error.HTTPError as error:
            error.close()
            return False
        except (OSError, ValueError):
            return False

    def _explained(self, what: str) -> Trouble:
        return self._sign() or Trouble(f"{self._launch.title} {what}", _DOCTOR)

    def _sign(self) -> Trouble | None:
        """Return why the server ended, where its last words or its exit tell."""
        code = self._server.poll() if self._server is not None else None
        words = f"exit {code}\n"
        with suppress(OSError), self._log.open("rb") as log:
            log.seek(max(0, self._log.stat().st_size - 10_000))
            words += log.read().decode("utf-8", "replace")
        for sign, reason, remedy in self._launch.signs:
            if sign in words:
                return Trouble(reason, remedy)
        return None

    def _dies(self) -> bool:
        """Wait until the server is no more needed, and return False; or True, if it died."""
        assert self._server is not None
        while True:
            with suppress(subprocess.TimeoutExpired):
                self._server.wait(_LOOK)
                return True
            if time.time() - self._asked_last() > self._idle:
                return False

    def _asked_last(self) -> float:
        """Return when somebody asked last, or 0 where the note is gone, which ends the server."""
        try:
            return (self._folder / notes.NAME).stat().st_mtime
        except OSError:
            return 0.0

    def end(self) -> None:
        """End the server."""
        if self._server is not None and self._server.poll() is None:
            self._server.kill()  # it keeps nothing
            self._server.wait()


def _free_port() -> int:
    """Return a port that nobody listens at just now."""
    with socket.socket() as listener:
        listener.bind((notes.HERE, 0))
        return int(listener.getsockname()[1])


def main() -> int:
    """Keep a server as the command line and standard input say, unless another process does."""
    interrupt_quietly()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    folder, token, idle = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
    launch = Launch.from_json(sys.stdin.readline())
    lock = sqlite3.connect(folder / "lock.db", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")  # the system lets go of it when this process ends, however it ends
    except sqlite3.OperationalError:
        return 0
    keeper = Keeper(folder, token, idle, launch)
    try:
        return keeper.keep()
    finally:
        keeper.end()


if __name__ == "__main__":
    sys.exit(main())
