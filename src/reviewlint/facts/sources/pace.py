"""How often a host is asked: at most once a second, or as seldom as it wants; and for how long it said to wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SECOND = 1.0
LONGEST_WAIT = 120.0  # seconds; a host that wants more is left alone in this run
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    return host in _LOOPBACK


class Pace:
    """The moments at which hosts may be asked again. A server on this machine is asked without pauses."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._next: dict[str, float] = {}

    def wait(self, host: str, pause: float = SECOND) -> None:
        """Wait until a host may be asked, and book this moment; `pause` is in seconds."""
        if is_loopback(host):
            return
        rest = self._next.get(host, 0.0) - self._clock()
        if rest > 0:
            self._sleep(rest)
        self._next[host] = self._clock() + pause

    def pause(self, seconds: float) -> None:
        """Wait because a host said so, or because it failed."""
        self._sleep(seconds)


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Return the seconds of a Retry-After header (RFC 9110: seconds or a date), or None if there is none."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value.strip())
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
