"""An engine for the drafts of one run: whether any of them needs it, which it is, and how long it is waited for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.checking.draft import Choice, setup_of
from reviewlint.config.files import Layer
from reviewlint.config.setup import Setup, grammar_settings
from reviewlint.document import Source, parse
from reviewlint.document.formats import most_bytes
from reviewlint.drafts.find import Text
from reviewlint.engines import Trouble
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.registry import AUTO, chosen
from reviewlint.engines.registry import identity_of as engine_identity
from reviewlint.errors import ReviewlintError, let_through
from reviewlint.reach import read_bytes

if TYPE_CHECKING:
    from reviewlint.engines.base import Engine
    from reviewlint.engines.session import Session

Say = Callable[[str], None]
COLD_WAIT = 3.0  # seconds that who sits before it waits for an engine that is only starting
_LONG = 5.0  # seconds to a first answer that are worth a word
_SAID = "said.txt"


@contextmanager
def engine_for(drafts: Sequence[Path | Text], choice: Choice, say: Say, *, remembers: bool = True) -> Iterator[Choice]:
    """Give the choice with a session of an engine in it, where a draft is to be checked by one and it is there.

    It is started only if it is asked something new. `say` is told so, and what is missing. With `remembers`, what
    was said of passages in earlier runs holds. Raise ReviewlintError for an engine that cannot be loaded.
    """
    wanting = _wanting(drafts, choice)
    first = next(wanting, None)
    if first is None:
        yield choice
        return
    session = _session(first[1].grammar, say, remembers=remembers)
    if session is None:
        yield choice
        return
    seen = chain([first], wanting)
    try:
        if session.trouble is None and (choice.fixes or any(_asks(source, setup, session) for source, setup in seen)):
            session = _begun(session, say)
        yield replace(choice, session=session)
    finally:
        session.engine.close()
        if session.remembers:
            from reviewlint.engines.later import ask_later

            ask_later(session.engine, first[1].grammar)


def _session(grammar: Grammar, say: Say, *, remembers: bool) -> Session | None:
    """Return how the engine of a run is reached, or None where there is none and need not be."""
    required = grammar.engine != AUTO
    try:
        engine, trouble = chosen(grammar)
    except Trouble as fault:
        raise ReviewlintError(f"{fault.reason}.", hint=fault.remedy) from None
    if engine is None:
        return None
    if trouble is not None and trouble.absent and not required:
        if sys.stderr.isatty():  # a log wants no advertising
            say_once(str(trouble), say, remembers)
        return None
    if grammar.url is not None:
        say_once(f"The drafts are sent to {grammar.url}, as grammar.url says.", say, remembers)
    from reviewlint.engines.session import Session  # most runs have no engine

    wait = grammar.wait if grammar.wait is not None else _default_wait(engine)
    return Session(engine, required, remembers, wait, trouble)


def _default_wait(engine: Engine) -> float | None:
    """Return how long a run waits: as long as it takes where the engine is warm, or where nobody waits for the run."""
    unattended = os.environ.get("CI", "").lower() not in ("", "0", "false")
    return None if unattended or engine.is_warm() else COLD_WAIT


def _begun(session: Session, say: Say) -> Session:
    """Return the session once its engine is starting, or with what keeps it from that."""
    engine = session.engine
    if engine.cold > _LONG and not engine.is_warm():
        say(f"starting {engine.title} …")
    try:
        engine.begin()
    except Trouble as trouble:
        return replace(session, trouble=trouble)
    return session


def _wanting(drafts: Iterable[Path | Text], choice: Choice) -> Iterator[tuple[Source, Setup]]:
    """Yield the drafts that an engine is to check, with what holds for them; leave those out that cannot be read."""
    for draft in drafts:
        path = draft if isinstance(draft, Path) else draft.path
        with suppress(ReviewlintError, OSError):
            setup = setup_of(path, choice)
            if any(rule.info.kind == "engine" for rule in setup.rules):
                data = read_bytes(draft, most_bytes(draft)) if isinstance(draft, Path) else draft.data
                yield Source.from_bytes(str(path), data), setup


def _asks(source: Source, setup: Setup, session: Session) -> bool:
    """Tell whether the engine is to be asked about a draft. What makes the parser fail is said when it is checked."""
    from reviewlint.checking.judge import asks_engine

    try:
        return asks_engine(parse(source), setup, session)
    except BaseException as error:
        let_through(error)
        return False


def identity_of(layers: tuple[Layer, ...]) -> str:
    """Return words that change when what engines would say under a configuration may change."""
    return _identity(grammar_settings(layers))


@cache
def _identity(grammar: Grammar) -> str:
    return engine_identity(grammar)


def say_once(words: str, say: Say, remembers: bool) -> None:
    """Say what somebody should know, unless it was said on this machine before; who reads it knows it by then."""
    from reviewlint.engines.folder import engine_folder

    file = engine_folder() / _SAID
    said = ""
    with suppress(OSError, UnicodeDecodeError):
        said = file.read_text(encoding="utf-8")
    if words in said.splitlines():
        return
    say(words)
    if not remembers:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{said}{words}\n", encoding="utf-8")
