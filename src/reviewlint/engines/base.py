"""What an engine is to the rest of reviewlint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reviewlint.engines.match import Match
from reviewlint.engines.trouble import Trouble

if TYPE_CHECKING:
    from reviewlint.engines.passages import Passage
    from reviewlint.engines.service.server import Server


class Step(NamedTuple):
    """What was tried, whether it is well, and a word on it."""

    name: str
    good: bool
    word: str


class Engine(Protocol):
    """A checker of language, as a value that can be hashed and sent to other processes.

    One is made by a factory that takes a `Grammar`, registered as an entry point of the group `reviewlint.engines`
    under the name that `grammar.engine` has for it. What it says becomes findings by the rules of kind “engine” whose
    files name it under `engines`.

    The contract: nothing but `ask` may take longer than a look at some files, and nothing raises anything but Trouble.
    `ask` is called from one thread of a process at a time, by several processes at once.
    """

    @property
    def name(self) -> str:
        """Return its name in the configuration."""

    @property
    def title(self) -> str:
        """Return its name in a sentence."""

    @property
    def cold(self) -> float:
        """Return the seconds to its first answer from nothing, about, by which it is judged who helps soonest."""

    @property
    def server(self) -> Server | None:
        """Return the server of this machine that answers for it; None where it has none, or not of this machine."""

    def lacks(self) -> Trouble | None:
        """Return what is missing for it to run here; None if nothing."""

    def is_warm(self) -> bool:
        """Tell whether it would answer at once."""

    def identity(self) -> str:
        """Return words that change when what it says of the same text may change."""

    def begin(self) -> None:
        """Make ready to be asked, without waiting for it; called once a run, before all others."""

    def ask(self, passages: Sequence[Passage], language: str) -> list[tuple[Match, ...]]:
        """Return the matches in each passage, their spans in code points from the start of the passage's source.

        `language` is en-US or en-GB. Raise Trouble where there is no answer.
        """

    def close(self) -> None:
        """End what should not outlive the run."""

    def steps(self) -> Iterator[Step]:
        """Yield what `reviewlint engine doctor` tries, one after the other; it may take as long as it takes."""
