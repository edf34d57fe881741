"""The one error that a user can mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class ReviewlintError(Exception):
    """Something the user can put right: a bad file, option, rule or configuration.

    `line` counts from 1. `hint` is a short sentence on what to do, if there is something to say.
    """

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """Return `path:line: message Hint: …`, with the parts that are known."""
        where = "" if self.path is None else f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        return f"{where}{self.message}" + (f" {self.hint}" if self.hint else "")

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make the error again in another process."""
        return _again, (self.message, self.path, self.line, self.hint)


def _again(message: str, path: str | None, line: int | None, hint: str | None) -> ReviewlintError:
    return ReviewlintError(message, path=path, line=line, hint=hint)


class OutOfTime(BaseException):
    """The time for a draft is over. It is no Exception: nobody on the way may take it for a fault of their own."""


def let_through(error: BaseException) -> None:
    """Raise an error again that is no fault but a wish to end: an interrupt, an exit, the end of the time for a draft.

    Who catches every fault must catch BaseException, for the panic of a library in Rust is no Exception.
    """
    if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | OutOfTime):
        raise error


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return a hint naming the known word closest to `word`, or None if none is close.

    A rule's name is also known by what stands after its slash.
    """
    from difflib import get_close_matches  # only somebody's slip needs it

    names = {name.casefold(): name for name in known}
    if "/" not in word:
        names = {name.rpartition("/")[2]: full for name, full in names.items()} | names
    close = get_close_matches(word.casefold(), list(names), n=1, cutoff=0.6)
    return f"Did you mean “{names[close[0]]}”?" if close else None
