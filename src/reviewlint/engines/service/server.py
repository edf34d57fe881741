"""A server of this machine as a run sees it: is it there, start it, where does it answer, end it."""

from __future__ import annotations

import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from reviewlint.engines.folder import engine_folder
from reviewlint.engines.service import processes, record
from reviewlint.engines.service.launch import Launch
from reviewlint.engines.trouble import Trouble

IDLE = 1800.0  # seconds without a question until a server ends by itself
_LOOK = 0.05
_ENDS = 0.5  # seconds for a process that has let go of its connections to be gone
_LONGEST = 700.0  # seconds for the starts that a keeper tries; it ends one after 600 at the latest
_APPEARS = 60.0  # seconds for a keeper to leave its note on a busy machine
_ENV = "Name a folder that can be written to in REVIEWLINT_CACHE_DIR."
_DOCTOR = "Run `reviewlint engine doctor`."


@dataclass(frozen=True, slots=True)
class Server:
    """The one server that this user has of a program in one version: `name` tells it from all others."""

    name: str
    launch: Launch

    @property
    def folder(self) -> Path:
        """Return the folder of its note."""
        return engine_folder() / "servers" / self.name

    def found(self) -> record.Record | None:
        """Return the note on the server, if it lives and answers."""
        note = self._living()
        return note if note is not None and note.port is not None else None

    def _living(self) -> record.Record | None:
        note = record.read(self.folder)
        kept = note is not None and note.trouble is None and processes.is_keeper(note.keeper, note.token)
        return note if kept else None

    def begin(self) -> None:
        """Start the server unless it lives, and do not wait for it; raise Trouble where it cannot be started."""
        if self._living() is not None:
            record.touch(self.folder)
            return
        processes.sweep(self.folder)
        try:
            processes.start_keeper(self.folder, secrets.token_hex(8), self.launch, IDLE)
        except OSError as error:
            reason = f"{self.launch.title} cannot be started: {error.strerror or error}"
            raise Trouble(reason, _ENV, lasting=True) from None

    def address(self, dead: int | None = None) -> record.Record:
        """Return the note on the server once it answers; wait for another process than `dead`, which broke off.

        Its keeper judges how long a start may take; it is not waited for beyond all of its starts. Raise Trouble where
        there will be no answer.
        """
        began = time.monotonic()
        until = began + _APPEARS
        while True:
            note = record.read(self.folder)
            if note is not None and note.trouble is not None:
                raise Trouble(note.trouble, note.remedy, lasting=True)
            kept = note is not None and processes.is_keeper(note.keeper, note.token)
            if note is not None and kept and note.port is not None and note.server != dead:
                record.touch(self.folder)
                return note
            if not kept and (note is not None or time.monotonic() > until):
                reason = f"{self.launch.title} ended before it answered"  # as when somebody stopped it
                raise Trouble(reason, _DOCTOR, lasting=True, passing=True)
            if time.monotonic() - began > _LONGEST:
                reason = f"{self.launch.title} did not answer within {_LONGEST:.0f} s"
                raise Trouble(reason, _DOCTOR, lasting=True)
            time.sleep(_LOOK)

    def has_ended(self, note: record.Record) -> bool:
        """Tell whether the process of a server is gone; one that is just ending is given a moment."""
        until = time.monotonic() + _ENDS
        while (lives := self.seconds_used(note) is not None) and time.monotonic() < until:
            time.sleep(_LOOK)
        return not lives

    def seconds_used(self, note: record.Record) -> float | None:
        """Return the processor time that the server has used, in seconds; None if it has ended."""
        return processes.seconds_used(note.server)

    def end_hung(self, note: record.Record) -> None:
        """End a server that lives and does not answer; its keeper starts another."""
        processes.end_server(note)

    def stop(self) -> bool:
        """End the server, or what is left of it; tell whether there was one."""
        note = record.read(self.folder)
        alive = self._living() is not None
        if note is not None and alive:
            processes.end(note.keeper, note.token)
        elif note is not None:
            processes.end_server(note)
        shutil.rmtree(self.folder, ignore_errors=True)
        return alive
