"""Checks many drafts at once, in processes, with the same result in the same order as one by one."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.checking.draft import Choice, Outcome, check_draft
from reviewlint.checking.engine import Say, engine_for
from reviewlint.checking.opinion import adviser_for
from reviewlint.drafts.find import Text
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.cache.rows import Row
    from reviewlint.cache.store import Store

# A process takes up to half a second to start; that many bytes of drafts take longer to check, far longer with the
# reader.
_WORTH_A_PROCESS = 25_000
# What ends a run; Windows has no hang-up.
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_choice = Choice()  # of a worker; sent once, so that what is made ready for it is made ready once


def check_all(
    drafts: Sequence[Path | Text],
    choice: Choice,
    jobs: int | None,
    store: Store[Row] | None = None,
    say: Say = lambda words: None,
) -> Iterator[Outcome]:
    """Yield what came of each draft, in order. `jobs` is the number of processes; None judges by the work.

    What `store`, a cache, knows already is not checked again, and what is new is put there. What befalls an engine
    goes to `say`.
    """
    if store is None:
        yield from _with_engine(drafts, choice, jobs, say, remembers=False)
        return
    from reviewlint.checking.recall import recall, row_of

    recalled = [recall(store, draft, choice) for draft in drafts]
    unknown = [draft for draft, known in zip(drafts, recalled, strict=True) if known.outcome is None]
    fresh = _with_engine(unknown, choice, jobs, say, remembers=True)
    try:
        for known in recalled:
            outcome = known.outcome or next(fresh, None)
            if outcome is None:  # a process died
                continue
            row = row_of(outcome, known) if known.outcome is None else None
            if row is not None:
                store.put(row)
            yield outcome
    finally:
        fresh.close()
        store.flush()


def _with_engine(
    drafts: Sequence[Path | Text], choice: Choice, jobs: int | None, say: Say, *, remembers: bool
) -> Generator[Outcome, None, None]:
    """Yield what came of each draft; an engine and a model are there meanwhile, if they are to be asked."""
    with (
        engine_for(drafts, choice, say, remembers=remembers) as choice,
        adviser_for(drafts, choice, say, remembers=remembers) as choice,
    ):
        yield from _check_fresh(drafts, choice, jobs)


def _check_fresh(drafts: Sequence[Path | Text], choice: Choice, jobs: int | None) -> Generator[Outcome, None, None]:
    jobs = min(jobs if jobs is not None else _fitting(drafts), len(drafts))
    if jobs <= 1:
        for draft in drafts:
            yield check_draft(draft, choice)
        return
    method = _start_method()
    if method == "fork":  # what the first draft makes ready, patterns above all, the processes begin with
        yield check_draft(drafts[0], choice)
        drafts = drafts[1:]
    chunk = max(1, min(16, len(drafts) // (jobs * 4)))
    while drafts:
        done = yield from _pooled(drafts, choice, jobs, chunk)
        drafts = drafts[done:]
        if drafts:  # a process died of one of those under way; alone they tell of which
            done = yield from _pooled(drafts[: (2 * jobs + 1) * chunk], choice, 1, 1)
            drafts = drafts[done:]


def _pooled(drafts: Sequence[Path | Text], choice: Choice, jobs: int, chunk: int) -> Generator[Outcome, None, int]:
    """Yield what came of each draft, checked by so many processes that each take a chunk at a time.

    Return how many drafts that were. They are fewer than all where a process died: of which draft is known only if
    they are checked one by one, and then it is among them, as an error.
    """
    import multiprocessing  # most runs need one process
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context(_start_method())  # an engine that has not yet answered is asked by a thread
    executor = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(choice,))
    done = 0
    try:
        with _deaf():
            outcomes = executor.map(_check, drafts, chunksize=chunk)  # which starts the processes
        for outcome in outcomes:
            yield outcome
            done += 1
    except BrokenProcessPool:
        if jobs == 1:
            yield Outcome(errors=(_died(drafts[done]),))
            done += 1
    except BaseException:  # interrupted: nobody waits for what is under way
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
    return done


def _died(draft: Path | Text) -> ReviewlintError:
    hint = "Was there too little memory? If not, please report this with the draft."
    return ReviewlintError("The process that checked this draft ended.", path=_path(draft), hint=hint)


def _begin(choice: Choice) -> None:
    """Make a worker ready. A signal ends it without a word, for the first process answers; it ends with that one."""
    global _choice
    _choice = choice
    for number in _ENDING:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)  # a process that was forked is as deaf as its parent was
    threading.Thread(target=end_with_parent, daemon=True).start()


@contextmanager
def _deaf() -> Iterator[None]:
    """Let signals that end a run wait: Python loses what a handler raises while it forks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended: a worker would wait for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _check(draft: Path | Text) -> Outcome:
    return check_draft(draft, _choice)


def _start_method() -> str:
    """Return how to start a process: by fork, which is fast, where that is safe."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def cores() -> int:
    """Return the number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _path(draft: Path | Text) -> Path:
    return draft if isinstance(draft, Path) else draft.path


def _fitting(drafts: Sequence[Path | Text]) -> int:
    """Return how many processes the drafts are worth: at most one for each core."""
    available = cores()
    size = 0
    for draft in drafts:
        size += len(draft.data) if isinstance(draft, Text) else draft.stat().st_size if draft.is_file() else 0
        if size > available * _WORTH_A_PROCESS:
            return available
    return max(1, size // _WORTH_A_PROCESS)
