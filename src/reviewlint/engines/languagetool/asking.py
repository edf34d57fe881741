"""Asks LanguageTool about a draft while others read it: what earlier runs know at once, the rest by a server."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence

from reviewlint.document import Document, Kind
from reviewlint.engines.languagetool.annotate import Passage, passages_of
from reviewlint.engines.languagetool.remembered import Kept, keep, key_of, open_passages, recalled
from reviewlint.engines.languagetool.session import Session, matches_in
from reviewlint.engines.match import Match
from reviewlint.store import Store

# Spelling would mark every name. The others look beyond a passage, so that what they say of one would change with
# its neighbours.
_NEVER = (
    "MORFOLOGIK_RULE_EN_US", "MORFOLOGIK_RULE_EN_GB", "ENGLISH_WORD_REPEAT_BEGINNING_RULE", "EN_WORD_COHERENCY",
    "EN_REPEATEDWORDS", "TOO_LONG_SENTENCE", "TOO_LONG_PARAGRAPH",
)  # fmt: skip
Answer = Callable[[], tuple[Match, ...]]
_stores: dict[int, Store[Kept]] = {}  # one a process, for SQLite does not outlive a fork


def begin(document: Document, reads: Kind, language: str, session: Session) -> Answer:
    """Begin to ask about the blocks of the kinds `reads`, and return a function that waits for the matches.

    `language` is LanguageTool's code, such as en-GB. The spans of the matches are spans of the source. The function
    raises Trouble where there is no answer.
    """
    passages = passages_of(document, reads)
    options = options_of(language)
    keys = [key_of(passage, session.identity, options) for passage in passages]
    store = _store() if session.remembers else None
    known = {} if store is None else {key: said for key in keys if (said := recalled(store, key)) is not None}
    fresh = {key: passage for key, passage in zip(keys, passages, strict=True) if key not in known}
    asking = _Asking(session, list(fresh.values()), options) if fresh else None

    def answer() -> tuple[Match, ...]:
        if asking is not None:
            new = dict(zip(fresh, asking.result(), strict=True))
            known.update(new)
            if store is not None:
                for key, matches in new.items():
                    keep(store, key, matches)
                store.flush()
        return tuple(m.moved(p.start) for key, p in zip(keys, passages, strict=True) for m in known[key])

    return answer


def needs_server(document: Document, reads: Kind, language: str, session: Session) -> bool:
    """Tell whether any passage of a draft is not known from earlier runs."""
    passages = passages_of(document, reads)
    if not session.remembers:
        return bool(passages)
    options = options_of(language)
    return any(recalled(_store(), key_of(passage, session.identity, options)) is None for passage in passages)


def options_of(language: str) -> dict[str, str]:
    """Return what LanguageTool is asked with, as parameters of its `/check`."""
    return {"language": language, "disabledRules": ",".join(_NEVER)}


class _Asking(threading.Thread):
    """A request under way."""

    def __init__(self, session: Session, passages: Sequence[Passage], options: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self._work = (session, passages, options)
        self._found: list[tuple[Match, ...]] = []
        self._trouble: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._found = matches_in(*self._work)
        except BaseException as error:  # told to whoever waits
            self._trouble = error

    def result(self) -> list[tuple[Match, ...]]:
        """Return what was found once it is there; raise what went wrong."""
        self.join()
        if self._trouble is not None:
            raise self._trouble
        return self._found


def _store() -> Store[Kept]:
    """Return the file of passages, opened once in each process."""
    pid = os.getpid()
    if pid not in _stores:
        _stores[pid] = open_passages(lambda message: None)
    return _stores[pid]
