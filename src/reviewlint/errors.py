"""The one error that a user can mend."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return a hint naming the known word closest to `word`, or None if none is close."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean “{close[0]}”?" if close else None
