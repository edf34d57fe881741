"""Checks many drafts at once, in processes, with the same result in the same order as one by one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewlint.run import Choice, Outcome, check_path

# A process takes about a third of a second to start; that many bytes of drafts take as long to check.
_WORTH_A_PROCESS = 60_000


def check_all(drafts: Sequence[Path], choice: Choice, jobs: int | None) -> Iterator[Outcome]:
    """Yield what came of each draft, in order. `jobs` is the number of processes; None judges by the work."""
    jobs = min(jobs if jobs is not None else _fitting(drafts), len(drafts))
    if jobs <= 1:
        for draft in drafts:
            yield check_path(draft, choice)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, min(16, len(drafts) // (jobs * 4)))
    executor = ProcessPoolExecutor(jobs)
    try:
        yield from executor.map(check_path, drafts, [choice] * len(drafts), chunksize=chunk)
    finally:
        executor.shutdown(cancel_futures=True)


def _fitting(drafts: Sequence[Path]) -> int:
    cores = os.cpu_count() or 1
    size = 0
    for draft in drafts:
        size += draft.stat().st_size if draft.is_file() else 0
        if size > cores * _WORTH_A_PROCESS * 2:
            return cores
    return 1
