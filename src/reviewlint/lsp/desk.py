"""The drafts that are open in the editor: which version of each was looked at, how far, and what was found."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reviewlint.checking.engine import Say
from reviewlint.config.setup import forget_setups
from reviewlint.drafts.find import is_draft_below
from reviewlint.drafts.git import top_of
from reviewlint.errors import ReviewlintError
from reviewlint.lsp.passes import Checked, Pass, Settings, Version, check, passes_of
from reviewlint.lsp.stamp import Stamp, stamp_of
from reviewlint.lsp.workers import Worker
from reviewlint.reach import top_above

PAUSE = 0.05  # seconds without a keystroke before the rules run
LONG_PAUSE = 0.3  # and before the reader does, which takes longer

Publish = Callable[[str, Checked], None]


class Desk:
    """The open drafts, by their URI. All methods are called in the server's one thread.

    `publish` is told what was found in a version of a draft, pass by pass, unless a newer one has come.
    """

    def __init__(self, publish: Publish, say: Say) -> None:
        self.settings = Settings({})
        self._publish, self._say = publish, say
        self._open: dict[str, Version] = {}
        self._done: dict[str, Checked] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._news = asyncio.Condition()
        self._stamps: dict[Path, Stamp] = {}
        self._workers = {until: Worker(f"reviewlint {until.name.lower()}") for until in Pass}

    def put(self, uri: str, version: Version, *, pause: float = PAUSE) -> None:
        """Take a draft, or a newer version of it, and look at it in a moment."""
        self._open[uri] = version
        self._stop(uri)
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._look(uri, version, pause))

    def take_away(self, uri: str) -> None:
        """Forget a draft that was closed."""
        self._stop(uri)
        self._open.pop(uri, None)
        self._done.pop(uri, None)

    def look_again(self, uri: str | None = None) -> None:
        """Look at a draft anew, or at all, since what applies to it may have changed."""
        forget_setups()
        for each, version in list(self._open.items()):
            if uri in (None, each):
                self.put(each, replace(version), pause=0)  # another one, so that nobody takes what was found before

    def __contains__(self, uri: str) -> bool:
        """Tell whether a draft is open."""
        return uri in self._open

    async def checked(self, uri: str) -> Checked | None:
        """Return what was found in the newest version of a draft so far, once its rules have run.

        None for a draft that is not open, or not looked at.
        """
        async with self._news:
            while uri in self._open:
                done, task = self._done.get(uri), self._tasks.get(uri)
                if done is not None and done.version is self._open[uri]:
                    return done
                if task is None or task.done():
                    return None
                await self._news.wait()
        return None

    def _stop(self, uri: str) -> None:
        task = self._tasks.pop(uri, None)
        if task is not None:
            task.cancel()

    async def _look(self, uri: str, version: Version, pause: float) -> None:
        """Run the passes on a version of a draft, one after the other, and tell of each."""
        try:
            await asyncio.sleep(pause)
            passes = await self._workers[Pass.RULES].run(self._passes, version)
            for until in passes:
                if until is Pass.READER and pause:
                    await asyncio.sleep(LONG_PAUSE)
                earlier = self._done.get(uri)
                given = (version, self.settings, until, earlier, self._say)
                done = await self._workers[until].run(check, *given)
                self._done[uri] = done
                if earlier is None or earlier.version is not version or not done.says_the_same(earlier):
                    self._publish(uri, done)
                await self._tell()
        except Exception as error:  # ours: the server goes on, and the draft is looked at when it changes
            self._say(f"reviewlint itself failed on {uri}: {error!r}. Please report this with the draft.")
        finally:
            if asyncio.current_task() is self._tasks.get(uri):
                del self._tasks[uri]
            with suppress(asyncio.CancelledError):
                await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    def _passes(self, version: Version) -> tuple[Pass, ...]:
        """Return the passes for a draft; none where a check of its folder leaves it out. A worker calls this."""
        if version.on_disk:
            stamp = stamp_of(version.path)
            if self._stamps.setdefault(version.path, stamp) != stamp:
                self._stamps.clear()
                forget_setups()
            if not _is_checked(version.path):
                return ()
        try:
            return passes_of(version, self.settings)
        except ReviewlintError:
            return (Pass.RULES,)  # which says what is wrong


def _is_checked(path: Path) -> bool:
    """Tell whether a check of the whole repository, or folder, would look at a draft."""
    top = top_of(path) or top_above(path.parent) or path.parent
    return is_draft_below(path, top)
