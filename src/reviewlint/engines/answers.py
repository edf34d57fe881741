"""What engines said of passages in earlier runs: an unchanged passage is not asked about again."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import NamedTuple

from reviewlint.cache.store import Store
from reviewlint.engines.folder import engine_folder
from reviewlint.engines.match import Match
from reviewlint.engines.passages import Passage
from reviewlint.finding import Span

_FILE_NAME = "passages-3.db"  # the number changes with what is kept
_stores: dict[tuple[int, str], Store[Kept]] = {}  # one a process, for SQLite does not outlive a fork


class Kept(NamedTuple):
    """A passage, by its key, and the matches in it as JSON."""

    key: bytes
    matches: str


def answers() -> Store[Kept]:
    """Return the file of answers, opened once in each process. Where it cannot be used, it holds nothing."""
    path = engine_folder() / _FILE_NAME
    key = os.getpid(), str(path)
    if key not in _stores:
        _stores[key] = Store(path, Kept, lambda message: None)
    return _stores[key]


def key_of(passage: Passage, identity: str, language: str) -> bytes:
    """Return what the matches in a passage depend on: its text and markup, the engine, and the English."""
    return sha256(json.dumps([identity, language, [list(piece) for piece in passage.pieces]]).encode()).digest()


def recalled(store: Store[Kept], key: bytes) -> tuple[Match, ...] | None:
    """Return the matches under a key, or None where there are none that make sense."""
    row = store.get(key)
    if row is None:
        return None
    try:
        return tuple(
            Match(Span(*span), code, category, message, tuple(replacements))
            for span, code, category, message, replacements in json.loads(row.matches)
        )
    except (ValueError, TypeError):
        return None


def keep(store: Store[Kept], key: bytes, matches: Sequence[Match]) -> None:
    """Keep the matches under a key."""
    rows = [[[m.span.start, m.span.end], *list(asdict(m).values())[1:]] for m in matches]
    store.put(Kept(key, json.dumps(rows)))
