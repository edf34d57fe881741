"""LanguageTool for one run: found or started once, asked by every process of the run, ended with it."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reviewlint.engines.languagetool import processes, record
from reviewlint.engines.languagetool.annotate import Passage
from reviewlint.engines.languagetool.client import ask
from reviewlint.engines.languagetool.place import engine_folder, identity, missing
from reviewlint.engines.languagetool.trouble import Trouble
from reviewlint.engines.match import Match

WARM = "warm"
_START = 100.0  # seconds for a server to answer, its keeper's patience included
_LOOK = 0.1
_NOT_NEEDED = Trouble("A draft changed while it was checked, so LanguageTool has not read it", "Try again.")


@dataclass(frozen=True, slots=True)
class Session:
    """How a run reaches LanguageTool: by an address, or by the folder with the note on a server of this machine.

    `identity` changes when answers may. `required` says that without LanguageTool the run fails; `trouble` is known
    from the start. A server of this run has `token` and `keeper`, the number of the process that keeps it. With
    `remembers`, what was said in earlier runs is not asked again.
    """

    identity: str
    required: bool = False
    url: str | None = None
    folder: Path | None = None
    keeper: int = 0
    token: str = ""
    trouble: Trouble | None = None
    remembers: bool = True


_given_up: dict[Session, Trouble] = {}  # so that not every draft waits for a server that will not answer
_turns: Any = threading.Lock()


def share_turns(turns: Any) -> None:
    """Let the requests of this process take turns with those of others, by a semaphore that they share."""
    global _turns
    _turns = turns


@contextmanager
def local_session(
    required: bool, memory: int, remembers: bool, needed: Callable[[Session], bool], say: Callable[[str], None]
) -> Iterator[Session]:
    """Give a session with the warm server if there is one, else with a server that starts now and ends with the run.

    None starts if it is not `needed`. Where LanguageTool is not on this machine, the session says why. `memory`
    bounds Java, in megabytes; `say` is told that a server starts.
    """
    trouble = missing()
    idle = Session(identity(), required, trouble=trouble or _NOT_NEEDED, remembers=remembers)
    if trouble is not None or not needed(idle):
        yield idle
        return
    warm = engine_folder() / WARM
    note = record.read(warm)
    if note is not None and note.trouble is None and processes.is_keeper(note.keeper, note.token):
        yield replace(idle, folder=warm, keeper=note.keeper, token=note.token, trouble=None)
        return
    for old in (warm, *engine_folder().glob("run-*")):
        processes.sweep(old)
    token = secrets.token_hex(8)
    folder = engine_folder() / f"run-{token}"
    say("starting LanguageTool …")
    try:
        keeper = processes.start(folder, token, memory, owner=os.getpid())
    except OSError as error:
        yield replace(idle, trouble=Trouble(f"LanguageTool cannot be started: {error.strerror or error}"))
        return
    try:
        yield replace(idle, folder=folder, keeper=keeper, token=token, trouble=None)
    finally:
        processes.end(keeper, token)
        shutil.rmtree(folder, ignore_errors=True)


def matches_in(session: Session, passages: Sequence[Passage], options: dict[str, str]) -> list[tuple[Match, ...]]:
    """Return what LanguageTool says of each passage, in code points from the passage's start.

    A server that broke off is asked once more when it is there again. Raise Trouble where there is no answer.
    """
    if session.trouble is not None:
        raise session.trouble
    if session in _given_up:
        raise _given_up[session]
    try:
        return _asked_twice(session, passages, options)
    except Trouble as trouble:
        _given_up[session] = trouble
        raise


def _asked_twice(session: Session, passages: Sequence[Passage], options: dict[str, str]) -> list[tuple[Match, ...]]:
    dead: int | None = None
    for last in (False, True):
        url, server = _address(session, dead)
        try:
            with _turns:
                return ask(url, passages, options)
        except Trouble as trouble:
            if trouble.refused or last:
                raise
            if trouble.hung and session.folder is not None:
                note = record.read(session.folder)
                if note is not None:
                    processes.end_server(note)
            dead = server
    raise AssertionError("the second time returns or raises")


def _address(session: Session, dead: int | None) -> tuple[str, int | None]:
    """Return where to ask, and the number of the server's process; wait for one other than `dead`."""
    if session.folder is None:
        return f"{session.url}/v2/", None
    until = time.monotonic() + _START
    while time.monotonic() < until:
        note = record.read(session.folder)
        if note is not None and note.trouble is not None:
            raise Trouble(note.trouble, note.remedy, refused=True)
        if note is not None and note.port is not None and note.server != dead:
            record.touch(session.folder)
            return note.url, note.server
        if not processes.is_keeper(session.keeper, session.token):
            raise Trouble("LanguageTool ended before it answered", "Run `reviewlint engine doctor`.", refused=True)
        time.sleep(_LOOK)
    raise Trouble(f"LanguageTool did not start within {_START:.0f} s", "Run `reviewlint engine doctor`.", refused=True)
