"""Runs over a corpus with Ray Data: on this machine, or on the cluster that RAY_ADDRESS names.

It reads the same parts and calls the same `lint_rows` as the processes of this machine do. Ray keeps the ids of rows
that are written (`CheckpointConfig`), so that a run after a crash does each of the others once. The input and the
output must lie where all machines of the cluster see them, and all need the same version of reviewlint.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from functools import partial
from typing import Any

import ray
from ray.data import Datasource, ReadTask
from ray.data.block import BlockMetadata
from ray.data.checkpoint import CheckpointConfig

from reviewlint.checking.draft import Choice
from reviewlint.corpus.batch import lint_rows
from reviewlint.corpus.columns import USUAL, Columns
from reviewlint.corpus.output import Output
from reviewlint.corpus.parts import Corpus, Part
from reviewlint.corpus.read import BATCH, read_part
from reviewlint.corpus.rows import usable
from reviewlint.errors import ReviewlintError

_LIGHT = 0.25  # of a core for what reads and writes: nearly all of the work is to check
# Cores that Ray counts beside those of the processes that check: one to read and write, and one that a run after a
# crash needs to leave out what is done, without which it would wait for ever.
_BESIDE = 2
_TRIES = 3  # to start Ray, which gives itself half a minute


class _Parts(Datasource):  # type: ignore[misc, unused-ignore]
    """The parts of a corpus, as Ray reads them."""

    def __init__(self, parts: Iterable[Part], columns: Columns) -> None:
        super().__init__()
        self._parts, self._columns = list(parts), columns

    def estimate_inmemory_data_size(self) -> int | None:
        """Return None: nothing is read before the tasks run."""
        return None

    def get_read_tasks(self, parallelism: int, *more: Any, **extra: Any) -> list[ReadTask]:
        """Return a task a part."""
        nothing = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
        return [ReadTask(partial(read_part, part, self._columns), nothing) for part in self._parts]


class _Lint:
    """What an actor does with a batch; the rules and the model are loaded with the first."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice

    def __call__(self, table: Any) -> Any:
        return lint_rows(table, self._choice, USUAL)


def run_ray(corpus: Corpus, choice: Choice, output: Output, jobs: int) -> None:
    """Check all rows of a corpus that are not written yet. Raise ReviewlintError where Ray gives up."""
    usable(choice)
    _begin(jobs)
    data = ray.data
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.use_datasource_v2 = False  # it would start 32 processes to read what is done, minutes on a small machine
    context.checkpoint_config = CheckpointConfig(
        id_column="id", checkpoint_path=str(output.state / "checkpoint"), delete_checkpoint_on_success=False
    )
    by = output.asked.partition_by
    try:
        parts = _Parts(corpus.parts, corpus.columns)
        rows = data.read_datasource(parts, override_num_blocks=len(corpus.parts), num_cpus=_LIGHT)
        found = rows.map_batches(
            _Lint,
            fn_constructor_args=(choice,),
            batch_size=BATCH,
            batch_format="pyarrow",
            zero_copy_batch=True,
            num_cpus=1,
            compute=data.ActorPoolStrategy(min_size=1, max_size=jobs),
        )
        found.write_parquet(
            str(output.folder),
            partition_cols=[by] if by else None,
            ray_remote_args={"num_cpus": _LIGHT},
            compression="zstd",
        )
    except ray.exceptions.RayError as error:
        hint = "What is written is kept: run the same again."
        raise ReviewlintError(f"Ray gave up: {str(error).strip().splitlines()[-1]}", hint=hint) from error
    finally:
        ray.shutdown()


def _begin(jobs: int) -> None:
    """Join the cluster that RAY_ADDRESS names, or start Ray here; raise ReviewlintError where neither can be done."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # Ray would report on its use to its makers
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    given: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if not os.environ.get("RAY_ADDRESS"):
        given |= {"address": "local", "num_cpus": jobs + _BESIDE, "include_dashboard": False}
    for left in range(_TRIES - 1, -1, -1):
        try:
            ray.init(**given)
            return
        except Exception as error:  # Ray raises classes of all kinds, and a plain one where a machine is slow
            ray.shutdown()
            if not left:
                reason = str(error).strip().partition("\n")[0] or type(error).__name__
                hint = "Is the machine very busy? Try again."
                raise ReviewlintError(f"Ray does not start: {reason}", hint=hint) from None
