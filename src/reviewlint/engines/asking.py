"""Asks an engine about a draft while others read it: what earlier runs know at once, the rest by the engine."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reviewlint.document import Document, Kind
from reviewlint.engines.answers import answers, keep, key_of, recalled
from reviewlint.engines.failures import remember_failure
from reviewlint.engines.later import put_off
from reviewlint.engines.match import Match
from reviewlint.engines.passages import Passage, passages_of
from reviewlint.engines.session import Patience, Session
from reviewlint.engines.trouble import Trouble
from reviewlint.time_limit import untimed

_patience = Patience()
_NEXT = "What it finds is there at the next run."
_AGAIN = "Try again, or wait for longer with grammar.wait."


class Answer(NamedTuple):
    """What an engine says of a draft, or will say.

    `wait` returns the matches, whose spans are spans of the source, once they are there, and raises Trouble where there
    is no answer; `is_ready` tells whether it would return at once.
    """

    wait: Callable[[], tuple[Match, ...]]
    is_ready: Callable[[], bool]


def begin(document: Document, reads: Kind, language: str, session: Session) -> Answer:
    """Begin to ask about the blocks of the kinds `reads`, and return the answer to wait for."""
    passages = passages_of(document, reads)
    identity = session.engine.identity()
    keys = [key_of(passage, identity, language) for passage in passages]
    store = answers() if session.remembers else None
    known = {} if store is None else {key: said for key in keys if (said := recalled(store, key)) is not None}
    fresh = {key: passage for key, passage in zip(keys, passages, strict=True) if key not in known}
    asking = _Asking(session, list(fresh.values()), language) if fresh else None

    def answer() -> tuple[Match, ...]:
        if asking is not None:
            new = dict(zip(fresh, asking.result(), strict=True))
            known.update(new)
            if store is not None:
                for key, matches in new.items():
                    keep(store, key, matches)
                store.flush()
        return tuple(m.moved(p.start) for key, p in zip(keys, passages, strict=True) for m in known[key])

    return Answer(answer, lambda: asking is None or asking.is_done())


def needs_engine(document: Document, reads: Kind, language: str, session: Session) -> bool:
    """Tell whether any passage of a draft is not known from earlier runs."""
    passages = passages_of(document, reads)
    if not session.remembers:
        return bool(passages)
    identity = session.engine.identity()
    return any(recalled(answers(), key_of(passage, identity, language)) is None for passage in passages)


class _Asking:
    """A question in this process's line of questions."""

    def __init__(self, session: Session, passages: Sequence[Passage], language: str) -> None:
        self._session, self._passages, self._language = session, passages, language
        self._done = threading.Event()
        self._found: list[tuple[Match, ...]] = []
        self._trouble: BaseException | None = session.trouble
        self._given_up = False
        if session.trouble is not None:
            self._done.set()
        else:
            _line.put(self.ask)

    def ask(self) -> None:
        """Ask the engine, in the thread that does."""
        try:
            if not self._given_up:
                self._found = _asked(self._session, self._passages, self._language)
        except BaseException as error:  # told to whoever waits
            self._trouble = error
        finally:
            self._done.set()

    def is_done(self) -> bool:
        """Tell whether it is known what was found, or that nothing will be."""
        return self._done.is_set()

    def result(self) -> list[tuple[Match, ...]]:
        """Return what was found once it is there; raise what went wrong, or Trouble where it comes too late."""
        session, since = self._session, time.monotonic()
        with untimed():
            in_time = self._done.wait(_patience.left(session))
        _patience.spend(session, since)
        if not in_time:
            self._given_up = True
            asked = session.remembers and put_off(session.engine, self._passages, self._language)
            reason = f"{session.engine.title} had not read all when the wait was over"
            raise Trouble(reason, _NEXT if asked else _AGAIN, late=True)
        if self._trouble is not None:
            raise self._trouble
        return self._found


_failed: dict[str, Trouble] = {}  # by run, so that not every draft waits for an engine that will not answer


def _asked(session: Session, passages: Sequence[Passage], language: str) -> list[tuple[Match, ...]]:
    if session.run in _failed:
        raise _failed[session.run]
    try:
        return session.engine.ask(passages, language)
    except Trouble as trouble:
        if trouble.lasting:
            _failed[session.run] = trouble
            if not trouble.passing:
                remember_failure(session.engine, trouble)
        raise


class _Line:
    """The questions that this process has put and not yet asked: one thread asks them, and ends when there is none."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._pid = 0  # of the process that asks; a thread does not outlive a fork

    def put(self, question: Callable[[], None]) -> None:
        """Have a question asked after those before it."""
        with self._lock:
            self._waiting.append(question)
            if self._pid != os.getpid():
                self._pid = os.getpid()
                threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._pid = 0
                    return
                question = self._waiting.popleft()
            question()


_line = _Line()
