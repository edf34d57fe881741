"""Answers of servers, kept on disk with their days, so that no run asks twice for the same."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from reviewlint.cache.store import Store

FILE = "answers.sqlite"
_MOST = 64_000_000  # bytes of an answer, once it is unpacked


class _Row(NamedTuple):
    key: bytes
    day: str
    body: bytes


class Answers:
    """The kept answers. Each is on disk as soon as it is put, so that a run that is killed loses none."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self._store: Store[_Row] = Store(folder / FILE, _Row, say)

    def get(self, request: bytes, since: date) -> tuple[bytes, date] | None:
        """Return the answer to a request and its day, if there is one of that day or later."""
        row = self._store.get(_key(request))
        if row is None:
            return None
        try:
            day = date.fromisoformat(row.day)
            body = zlib.decompressobj().decompress(row.body, _MOST)
        except (ValueError, zlib.error):
            return None
        return (body, day) if day >= since else None

    def put(self, request: bytes, body: bytes, day: date) -> None:
        """Keep an answer."""
        self._store.put(_Row(_key(request), day.isoformat(), zlib.compress(body)))
        self._store.flush()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


def _key(request: bytes) -> bytes:
    return blake2b(request, digest_size=16).digest()
