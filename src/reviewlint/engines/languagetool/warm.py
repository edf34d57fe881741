"""The warm server, which later runs find: its start, its state, its end."""

from __future__ import annotations

import secrets
import shutil
import time
from pathlib import Path

from reviewlint.document import Kind, Source, parse
from reviewlint.engines.languagetool import processes, record
from reviewlint.engines.languagetool.annotate import Passage, passages_of
from reviewlint.engines.languagetool.asking import options_of
from reviewlint.engines.languagetool.client import ask
from reviewlint.engines.languagetool.place import engine_folder, missing
from reviewlint.engines.languagetool.session import WARM
from reviewlint.engines.languagetool.trouble import Trouble

IDLE = 1800  # seconds without a question until it ends by itself
_LOOK = 0.1
_START = 100.0
_TRIAL = "The first sentence takes a while, and the second does not."


def folder() -> Path:
    """Return the folder of the warm server's note."""
    return engine_folder() / WARM


def found() -> record.Record | None:
    """Return the note on the warm server, if it lives."""
    note = record.read(folder())
    alive = note is not None and note.port is not None and processes.is_keeper(note.keeper, note.token)
    return note if alive else None


def start(memory: int) -> record.Record:
    """Start the warm server and wait until it answers; raise Trouble where it does not."""
    trouble = missing()
    if trouble is not None:
        raise trouble
    processes.sweep(folder())
    token = secrets.token_hex(8)
    keeper = processes.start(folder(), token, memory, idle=IDLE)
    until = time.monotonic() + _START
    while time.monotonic() < until:
        note = record.read(folder())
        if note is not None and note.trouble is not None:
            processes.end(keeper, token)
            shutil.rmtree(folder(), ignore_errors=True)
            raise Trouble(note.trouble, note.remedy)
        if note is not None and note.port is not None:
            try:
                ask(note.url, _trial(), options_of("en-US"))  # LanguageTool makes ready for what it is asked first
            except Trouble:
                stop()
                raise
            return note
        if not processes.is_keeper(keeper, token):
            raise Trouble("The process that keeps LanguageTool ended at once", "Run `reviewlint engine doctor`.")
        time.sleep(_LOOK)
    processes.end(keeper, token)
    raise Trouble(f"LanguageTool did not start within {_START:.0f} s", "Run `reviewlint engine doctor`.")


def _trial() -> tuple[Passage, ...]:
    return passages_of(parse(Source("trial.txt", _TRIAL)), Kind.PROSE)


def stop() -> bool:
    """End the warm server, or what is left of it; tell whether there was one."""
    note = record.read(folder())
    alive = note is not None and processes.is_keeper(note.keeper, note.token)
    if note is not None and alive:
        processes.end(note.keeper, note.token)
    elif note is not None:
        processes.end_server(note)
    shutil.rmtree(folder(), ignore_errors=True)
    return alive
