"""lingotweaker as an engine. It is young, so it runs in a worker: a crash costs what it would have said, no more."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from reviewlint.engines.base import Step
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.match import Match
from reviewlint.engines.passages import Passage
from reviewlint.engines.service.asked import asked
from reviewlint.engines.service.launch import PORT, Launch
from reviewlint.engines.service.post import post
from reviewlint.engines.service.server import Server
from reviewlint.engines.trouble import Trouble

_WORKER = "reviewlint.engines.lingotweaker.worker"
_PACKAGES = {"lingotweaker": "lt_py", "lingotweaker-data-en": "lingotweaker_data_en"}  # and what they bring
_INSTALL = "Run `pip install 'reviewlint[grammar]'`."
_BROKEN = "Install it again: `pip install --force-reinstall 'reviewlint[grammar]'`."
_SIGNS = (
    ("ImportError", "lingotweaker cannot be loaded", _BROKEN),
    ("MemoryError", "lingotweaker ran out of memory", "Free some: it takes about 800 MB."),
)


@dataclass(frozen=True, slots=True)
class Lingotweaker:
    """lingotweaker, from the packages that the extra “grammar” brings."""

    name: str = "lingotweaker"
    title: str = "lingotweaker"
    cold: float = 2.0

    @property
    def server(self) -> Server:
        """Return the server that its worker is, which differs by version."""
        launch = Launch(self.title, (sys.executable, "-m", _WORKER, PORT), "/", signs=_SIGNS)
        return Server("-".join((self.name, *_versions())), launch)

    def lacks(self) -> Trouble | None:
        """Return which package is missing."""
        for package, module in _PACKAGES.items():
            if find_spec(module) is None:
                return Trouble(f"The package {package} is not installed", _INSTALL, absent=True)
        return None

    def is_warm(self) -> bool:
        """Tell whether its worker would answer at once."""
        return self.lacks() is None and self.server.found() is not None

    def identity(self) -> str:
        """Return the versions of its packages."""
        return " ".join((self.name, *_versions()))

    def begin(self) -> None:
        """Start its worker unless it lives."""
        self.server.begin()

    def ask(self, passages: Sequence[Passage], language: str) -> list[tuple[Match, ...]]:
        """Return the matches in each passage."""
        body = json.dumps({"language": language, "texts": [passage.read for passage in passages]}).encode()

        def ask(url: str, used: Callable[[], float | None]) -> list[tuple[Match, ...]]:
            return read_answer(post(self.title, f"{url}/check", body, "application/json", used), passages)

        return asked(self.server, ask)

    def close(self) -> None:
        """Leave the worker for the next run."""

    def steps(self) -> Iterator[Step]:
        """Yield what the doctor tries: its packages, then an answer."""
        from reviewlint.engines.trial import trial

        lacking = self.lacks()
        yield Step(self.title, lacking is None, str(lacking or ", data ".join(_versions())))
        yield from trial(self)


def read_answer(answer: bytes, passages: Sequence[Passage]) -> list[tuple[Match, ...]]:
    """Return the matches in each passage by the worker's answer; raise Trouble where it is none.

    One that covers nothing that is read is left out.
    """
    try:
        return [
            tuple(_match(passage, *said) for said in found if 0 <= said[0] < said[1] <= len(passage.read))
            for passage, found in zip(passages, json.loads(answer), strict=True)
        ]
    except (ValueError, LookupError, TypeError):
        start = answer[:80].decode("utf-8", "replace").strip()
        raise Trouble(f"What answered is not lingotweaker: “{start}”", lasting=True) from None


def _match(passage: Passage, start: int, end: int, code: str, category: str, message: str, said: list[str]) -> Match:
    return Match(passage.to_source(start, end), str(code), str(category), str(message), tuple(map(str, said)))


def _versions() -> list[str]:
    from importlib.metadata import version  # costs start-up

    return [version(package) for package in _PACKAGES]


def make(grammar: Grammar) -> Lingotweaker:
    """Return lingotweaker; nothing of it is configured."""
    return Lingotweaker()
