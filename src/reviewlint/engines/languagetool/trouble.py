"""What keeps LanguageTool from being asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class Trouble(Exception):
    """LanguageTool cannot be asked: why, in a sentence without its stop, and the one thing to do about it.

    `hung` says that the server lives and does not answer, `refused` that asking again is no use.
    """

    reason: str
    remedy: str | None = None
    hung: bool = False
    refused: bool = False

    def __str__(self) -> str:
        """Return the reason and the remedy as sentences."""
        return f"{self.reason}. {self.remedy}" if self.remedy else f"{self.reason}."
