"""Has all checks done in the main thread, one after the other, while the server listens in another.

Only there can a draft that takes too long be given up (see `time_limit`), and a library that is not made for threads
never sees two of them.
"""

from __future__ import annotations

import asyncio
import queue
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from reviewlint.errors import ReviewlintError

T = TypeVar("T")
_ENDED = "reviewlint was ended in the terminal."
_HEEDS = 1.0  # seconds; Windows heeds Ctrl-C only between two waits


class Worker(Protocol):
    """Does work elsewhere; its own future tells what came of it."""

    def submit(self, fn: Callable[..., T], /, *args: Any) -> Future[T]:
        """Begin to do something."""
        ...


class MainThread:
    """A worker that is the main thread, once that calls `work`."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()

    def submit(self, fn: Callable[..., T], /, *args: Any) -> Future[T]:
        """Put something into the queue."""
        future: Future[T] = Future()
        self._waiting.put((future, lambda: fn(*args)))
        return future

    def work(self) -> None:
        """Do what is in the queue, and wait for more, until `stop`."""
        while (item := self._next()) is not None:
            future, act = item
            if not future.set_running_or_notify_cancel():  # whoever asked has gone
                continue
            try:
                future.set_result(act())
            except Exception as error:
                future.set_exception(error)
            except BaseException:  # a wish to end: whoever waits for an answer must not do so for ever
                if not future.done():  # a signal may come while the answer is handed on
                    future.set_exception(ReviewlintError(_ENDED))
                self._give_up()
                raise

    def _next(self) -> tuple[Future[Any], Callable[[], Any]] | None:
        while True:
            with suppress(queue.Empty):
                return self._waiting.get(timeout=_HEEDS)

    def _give_up(self) -> None:
        with suppress(queue.Empty):
            while True:
                item = self._waiting.get_nowait()
                if item is not None and item[0].set_running_or_notify_cancel():
                    item[0].set_exception(ReviewlintError(_ENDED))

    def stop(self) -> None:
        """Let `work` return once the queue is empty."""
        self._waiting.put(None)


async def done(worker: Worker, fn: Callable[..., T], *args: Any) -> T:
    """Return what a function comes to, done by a worker; if the asker gives up before its turn, it is left out."""
    return await asyncio.wrap_future(worker.submit(fn, *args))
