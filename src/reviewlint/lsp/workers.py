"""Threads that do the slow work, one thing after the other, while the server goes on answering."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


class Worker:
    """A thread that does what it is given, in order. It ends with the process, whatever it is at.

    Things that belong to one thread, such as a connection to SQLite, can be used here again and again.
    """

    def __init__(self, name: str) -> None:
        self._work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._go_on, name=name, daemon=True)
        self._started = False

    async def run(self, work: Callable[..., T], *given: Any) -> T:
        """Return what some work returns, or raise what it raises. What nobody waits for any more is not begun."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()

        def settle(value: T | None, error: BaseException | None) -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(value)  # type: ignore[arg-type]

        def do() -> None:
            if future.cancelled():
                return
            value, error = None, None
            try:
                value = work(*given)
            except BaseException as fault:  # raised to whoever waits
                error = fault
            with suppress(RuntimeError):  # the loop is closed: the server has ended
                loop.call_soon_threadsafe(settle, value, error)

        if not self._started:
            self._started = True
            self._thread.start()
        self._work.put(do)
        return await future

    def _go_on(self) -> None:
        while True:
            self._work.get()()
