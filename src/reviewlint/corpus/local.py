"""Runs over a corpus on this machine: processes that take a part each, and write it before they take the next."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import NamedTuple

from reviewlint.checking.draft import Choice
from reviewlint.checking.pool import end_with_parent
from reviewlint.corpus.batch import lint_rows
from reviewlint.corpus.columns import USUAL, Columns
from reviewlint.corpus.needs import needed
from reviewlint.corpus.output import Output
from reviewlint.corpus.parts import Corpus, Part
from reviewlint.corpus.read import read_part
from reviewlint.corpus.rows import usable
from reviewlint.errors import ReviewlintError

_AHEAD = 2  # parts a process that wait to be taken


@dataclass(frozen=True, slots=True)
class Job:
    """What every process of a run knows."""

    columns: Columns
    choice: Choice
    output: Output


class Done(NamedTuple):
    """A part that is done: its rows, words, findings and rows with an error, and the process's peak memory in bytes."""

    rows: int
    words: int
    findings: int
    errors: int
    memory: int


def run_local(corpus: Corpus, job: Job, jobs: int) -> Iterator[Done]:
    """Check the parts of a corpus that are not done yet, and yield what came of each as it is written.

    Raise ReviewlintError for a part that cannot be read, and where a process died.
    """
    usable(job.choice)
    todo = [part for part in corpus.parts if not job.output.is_done(part.number)]
    if min(jobs, len(todo)) > 1:
        yield from _spread(todo, job, min(jobs, len(todo)))
    else:
        yield from (_check(part, job) for part in todo)


def _spread(todo: list[Part], job: Job, jobs: int) -> Iterator[Done]:
    context = multiprocessing.get_context("spawn")  # Arrow has threads, which no fork outlives
    executor = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(job,))
    waiting = iter(todo)
    under_way = {executor.submit(_check_here, part) for part in _next(waiting, jobs * _AHEAD)}
    try:
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            under_way |= {executor.submit(_check_here, part) for part in _next(waiting, len(done))}
            for future in done:
                yield future.result()
    except BrokenProcessPool:
        hint = "Was there too little memory? What is done is kept: run the same again, with fewer --jobs."
        raise ReviewlintError("A process of this run ended before its work was done.", hint=hint) from None
    finally:  # interrupted, or a part failed: nobody waits for what is under way
        if under_way:
            for process in multiprocessing.active_children():
                process.terminate()
        executor.shutdown(cancel_futures=True)


def _next(waiting: Iterator[Part], count: int) -> list[Part]:
    return [part for _, part in zip(range(count), waiting, strict=False)]


_job: Job | None = None  # of a worker; sent once, so that what is made ready for it is made ready once


def _begin(job: Job) -> None:
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process answers, and ends the others
    threading.Thread(target=end_with_parent, daemon=True).start()


def _check_here(part: Part) -> Done:
    assert _job is not None
    return _check(part, _job)


def _check(part: Part, job: Job) -> Done:
    """Check a part and write it."""
    pa, pc = needed("pyarrow", "corpus"), needed("pyarrow.compute", "corpus")
    found = [lint_rows(table, job.choice, USUAL) for table in read_part(part, job.columns)]
    table = (
        pa.concat_tables(found)
        if found
        else lint_rows(pa.table({"text": pa.array([], pa.string())}), job.choice, USUAL)
    )
    job.output.put(part.number, table)
    findings = pc.sum(pc.list_value_length(table["findings"])).as_py() or 0
    errors = len(table) - table["error"].null_count
    return Done(len(table), pc.sum(table["words"]).as_py() or 0, findings, errors, _peak())


def _peak() -> int:
    """Return the most memory that this process has used, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
