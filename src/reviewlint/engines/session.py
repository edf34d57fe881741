"""An engine for one run, as every process of the run knows it: how it is reached, and how long it is waited for."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from reviewlint.engines.base import Engine
from reviewlint.engines.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Session:
    """The engine of a run, or the `trouble` that keeps it from being asked.

    `required` says that without it the run fails. With `remembers`, what was said in earlier runs is not asked again.
    `wait` is how many seconds each process of the run waits in all for answers, once its own rules are done; None if
    as long as it takes.
    """

    engine: Engine
    required: bool = False
    remembers: bool = True
    wait: float | None = None
    trouble: Trouble | None = None
    run: str = field(
        default_factory=lambda: secrets.token_hex(8)
    )  # what is spent or fails in one run is not in the next


class Patience:
    """What is left in this process of the seconds to wait."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}  # by run

    def left(self, session: Session) -> float | None:
        """Return the seconds that are left; None where there is no end to them."""
        return None if session.wait is None else max(0.0, session.wait - self._spent.get(session.run, 0.0))

    def spend(self, session: Session, since: float) -> None:
        """Count the time since a moment of the monotonic clock as waited."""
        self._spent[session.run] = self._spent.get(session.run, 0.0) + time.monotonic() - since
