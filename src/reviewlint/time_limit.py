"""A limit of time for a piece of work: a draft on which a rule would go on for hours must not hold up the others."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from reviewlint.errors import OutOfTime

_AGAIN = 1.0  # seconds after which the work is stopped again: a library may swallow what is raised inside it


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in the body once it has taken so many seconds; 0 sets no limit.

    A signal does it, which Python heeds between its own steps and within its regular expressions; other code in C goes
    on until it returns. Without such signals (Windows), or outside the main thread, there is no limit.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def ring(number: int, frame: object) -> None:
        if running:
            raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            running = False
    finally:  # whatever the last signal has interrupted
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def untimed() -> Iterator[None]:
    """Stop the clock of a time_limit while the body waits for another process, whose patience is bounded elsewhere."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    left, again = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield
    finally:
        if left:
            signal.setitimer(signal.ITIMER_REAL, left, again)
