"""Processes that are to be interrupted."""

from __future__ import annotations

import signal


def heed_interrupts() -> None:
    """Run in a new process before its program: a shell that starts the tests in the background ignores Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
