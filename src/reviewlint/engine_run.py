"""LanguageTool for the drafts of one run: whether any of them needs it, and what a run may know of it beforehand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.config import Layer
from reviewlint.discovery import Text
from reviewlint.document import Source, parse
from reviewlint.engines.languagetool.place import engine_folder, identity, missing
from reviewlint.errors import ReviewlintError, let_through
from reviewlint.run import Choice, setup_of
from reviewlint.setup import Grammar, Setup, grammar_settings

if TYPE_CHECKING:
    from reviewlint.engines.languagetool.session import Session

Say = Callable[[str], None]
AT_ONCE = 2  # requests of one run, whatever the number of its processes
_SAID = "said.txt"


@contextmanager
def engine_for(drafts: Sequence[Path | Text], choice: Choice, say: Say, *, remembers: bool = True) -> Iterator[Choice]:
    """Give the choice with a session of LanguageTool in it, where a draft is to be checked by it and it is there.

    A server starts only if it is asked something new. `say` is told so, and what is missing. With `remembers`, what
    was said of passages in earlier runs holds.
    """
    wanting = _wanting(drafts, choice)
    first = next(wanting, None)
    if first is None:
        yield choice
        return
    grammar = first[1].grammar
    required = grammar.engine == "languagetool"
    trouble = None if grammar.url else missing()
    if trouble is not None and not required:
        _say_once(str(trouble), say, remembers)
        yield choice
        return
    from reviewlint.engines.languagetool.session import Session, local_session  # most runs have no LanguageTool

    if grammar.url:
        url = grammar.url.rstrip("/").removesuffix("/v2")
        yield replace(choice, session=Session(_url_identity(grammar), required, url=url, remembers=remembers))
        return

    def needed(session: Session) -> bool:
        seen = chain([first], wanting)
        return bool(choice.fixes) or any(_asks(source, setup, session) for source, setup in seen)

    with local_session(required, grammar.memory, remembers, needed, say) as session:
        yield replace(choice, session=session)


def _wanting(drafts: Iterable[Path | Text], choice: Choice) -> Iterator[tuple[Source, Setup]]:
    """Yield the drafts that LanguageTool is to check, with what holds for them; leave those out that cannot be read."""
    for draft in drafts:
        path = draft if isinstance(draft, Path) else draft.path
        with suppress(ReviewlintError, OSError):
            setup = setup_of(path, choice)
            if any(rule.info.kind == "languagetool" for rule in setup.rules):
                data = draft.read_bytes() if isinstance(draft, Path) else draft.data
                yield Source.from_bytes(str(path), data), setup


def _asks(source: Source, setup: Setup, session: Session) -> bool:
    """Tell whether LanguageTool is to be asked about a draft. What makes the parser fail is said when it is checked."""
    from reviewlint.checking import asks_engine

    try:
        return asks_engine(parse(source), setup, session)
    except BaseException as error:
        let_through(error)
        return False


def identity_of(layers: tuple[Layer, ...]) -> str:
    """Return words that change when what LanguageTool would say under a configuration may change."""
    return _identity(grammar_settings(layers))


@cache
def _identity(grammar: Grammar) -> str:
    if grammar.engine == "off":
        return "off"
    return _url_identity(grammar) if grammar.url else identity()


def _url_identity(grammar: Grammar) -> str:
    return f"server {grammar.url}"


def _say_once(words: str, say: Say, remembers: bool) -> None:
    """Say what is missing where somebody reads it, unless it was said on this machine before.

    Who does without LanguageTool knows it by then, and a log wants no advertising.
    """
    if not sys.stderr.isatty():
        return
    file = engine_folder() / _SAID
    try:
        if file.read_text(encoding="utf-8") == words:
            return
    except (OSError, UnicodeDecodeError):
        pass
    say(words)
    if not remembers:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
