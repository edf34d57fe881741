"""`reviewlint check --watch`: checks again whenever something changes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from reviewlint.cli.terminal import put
from reviewlint.config.files import find_config, forget_configs
from reviewlint.document.parse import SUFFIXES
from reviewlint.drafts.find import NO_DRAFTS_IN
from reviewlint.errors import ReviewlintError

_WATCHED = (*SUFFIXES, ".yaml", ".yml", ".json", ".jsonl", ".toml")  # drafts, facts, configuration, rules, baselines
_PAUSE = 0.4  # seconds between two looks
State = dict[str, tuple[int, int]]


def watch(paths: Sequence[str], words: Sequence[str]) -> int:
    """Run `reviewlint` with these words now and after every change in the paths, until interrupted.

    Each run is a process of its own: it sees the configuration as it is, and what did not change is in the cache.
    """
    command = [sys.executable, "-m", "reviewlint", *words]
    watch_for([Path(path) for path in paths], lambda: subprocess.call(command), time.sleep)
    return 0


def watch_for(paths: Sequence[Path], act: Callable[[], object], wait: Callable[[float], object]) -> None:
    """Act now and whenever a file in the paths has changed, appeared or gone. It ends when `wait` raises."""
    seen: State | None = None
    while True:
        now = state_of(paths)
        if now != seen:
            if sys.stdout.isatty():
                click.clear()
            act()
            put("Watching for changes. Ctrl-C ends this.", err=True)
            seen = now
        wait(_PAUSE)


def state_of(paths: Sequence[Path]) -> State:
    """Return the size and time of each file that may have a say in what is found in the paths."""
    state: State = {}
    for path in paths:
        folder = path.is_dir()
        for name in (*(_files(path) if folder else _beside(path)), *_configuration(path if folder else path.parent)):
            try:
                found = os.stat(name)  # noqa: PTH116
            except OSError:  # gone since
                continue
            state[name] = (found.st_size, found.st_mtime_ns)
    return state


def _files(top: Path) -> Iterator[str]:
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if not name.startswith(".") and name not in NO_DRAFTS_IN]
        yield from (os.path.join(folder, name) for name in names if name.lower().endswith(_WATCHED))  # noqa: PTH118


def _beside(draft: Path) -> Iterator[str]:
    yield str(draft)
    yield from map(str, draft.parent.glob(f"{draft.stem}.facts.*"))


def _configuration(folder: Path) -> Iterator[str]:
    forget_configs()
    try:
        config = find_config(folder)
    except ReviewlintError:  # the run says so
        return
    yield from {str(layer.path) for layer in config.layers if layer.path is not None}
