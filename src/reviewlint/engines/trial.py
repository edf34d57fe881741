"""Asks an engine about a sentence with two faults, to see whether it works."""

from __future__ import annotations

import time
from collections.abc import Iterator

from reviewlint.document import Kind, Source, parse
from reviewlint.engines.base import Engine, Step
from reviewlint.engines.passages import passages_of
from reviewlint.engines.trouble import Trouble

_TEXT = "She had a hour, and he have two."
_FAULTS = 2


def warm_up(engine: Engine) -> None:
    """Ask an engine once, for it makes ready for what it is asked first; raise Trouble where it does not answer."""
    engine.ask(passages_of(parse(Source("trial.txt", _TEXT)), Kind.PROSE), "en-US")


def trial(engine: Engine) -> Iterator[Step]:
    """Yield whether an engine answers, after how long, and whether it sees what is wrong with a sentence."""
    passages = passages_of(parse(Source("trial.txt", _TEXT)), Kind.PROSE)
    before = time.monotonic()
    try:
        engine.begin()
        found = sum(map(len, engine.ask(passages, "en-US")))
    except Trouble as trouble:
        yield Step("an answer", False, str(trouble))
        return
    note = engine.server.found() if engine.server is not None else None
    where = f" at {note.url}, process {note.server}" if note is not None else ""
    yield Step("an answer", True, f"after {time.monotonic() - before:.1f} s{where}")
    yield Step("a sentence", found >= _FAULTS, f"{found} mistakes found in “{_TEXT}”")
