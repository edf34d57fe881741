"""Asks a server of this machine, twice where the first answer breaks off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from reviewlint.engines.service.record import Record
from reviewlint.engines.service.server import Server
from reviewlint.engines.trouble import Trouble

T = TypeVar("T")
Used = Callable[[], float | None]


def asked(server: Server, ask: Callable[[str, Used], T]) -> T:
    """Return what `ask` returns for the server's address and a function for the processor time that it has used.

    A server that broke off is asked once more: the same one if it lives, as where it was only too busy, else the one
    that its keeper starts. One that hung is ended first. Raise Trouble where there is no answer.
    """
    server.begin()
    dead: int | None = None
    for last in (False, True):
        note: Record = server.address(dead)
        try:
            return ask(note.url, partial(server.seconds_used, note))
        except Trouble as trouble:
            if not trouble.again or last:
                raise
            if trouble.lasting:
                server.end_hung(note)
            dead = note.server if server.has_ended(note) else None
    raise AssertionError("the second time returns or raises")
