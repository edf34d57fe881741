"""What keeps an engine from being asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class Trouble(Exception):
    """An engine cannot be asked: why, in a sentence without its stop, and the one thing to do about it.

    `absent` says that it is not on this machine at all, which is no fault; `lasting` that asking about another draft is
    no use either in this run, and `passing` that the next run may find it well; `again` that the same question may be
    answered by a server that is started anew; `late` that the wait for it was over.
    """

    reason: str
    remedy: str | None = None
    absent: bool = False
    lasting: bool = False
    passing: bool = False
    again: bool = False
    late: bool = False

    def __str__(self) -> str:
        """Return the reason and the remedy as sentences."""
        return f"{self.reason}. {self.remedy}" if self.remedy else f"{self.reason}."
