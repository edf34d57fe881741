"""What LanguageTool said of passages in earlier runs: an unchanged passage needs no server."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import NamedTuple

from reviewlint.engines.languagetool.annotate import Passage
from reviewlint.engines.languagetool.place import engine_folder
from reviewlint.engines.match import Match
from reviewlint.finding import Span
from reviewlint.store import Store

_FILE_NAME = "passages-1.db"  # the number changes with what is kept


class Kept(NamedTuple):
    """A passage, by its key, and the matches in it as JSON."""

    key: bytes
    matches: str


def open_passages(say: Callable[[str], None]) -> Store[Kept]:
    """Return the file of passages, which is made if need be. What befalls it goes to `say`; nothing is raised."""
    return Store(engine_folder() / _FILE_NAME, Kept, say)


def key_of(passage: Passage, identity: str, options: dict[str, str]) -> bytes:
    """Return what the matches in a passage depend on: its text and markup, LanguageTool, and what it was asked for."""
    asked = [identity, sorted(options.items()), [list(piece) for piece in passage.pieces]]
    return sha256(json.dumps(asked).encode()).digest()


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
