"""The folder that a run fills: Parquet files of findings, and what is known of the run itself.

OUT/part-000000.parquet                    one file a part of the corpus, or
OUT/source=blog/part-000000-0.parquet      one a part and value, with `--partition-by source`
OUT/_run/run.json                          what was asked, and how far it is
OUT/_run/done/000000                       a part that is done; made when its files are whole
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewlint.corpus.needs import needed
from reviewlint.errors import ReviewlintError
from reviewlint.reach import MOST_CONFIG, is_file, is_folder, read_text

if TYPE_CHECKING:
    import pyarrow

_STATE = "_run"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked for. A folder is gone on with only by a run that asks for the same.

    `digest` is of the corpus, its columns, the configuration and the version.
    """

    engine: str
    corpus: str
    parts: int
    digest: str
    partition_by: str | None = None


class Output:
    """The folder of a run."""

    def __init__(self, folder: Path, asked: Asked) -> None:
        self.folder = folder
        self.asked = asked
        self.state = folder / _STATE

    def begin(self) -> None:
        """Make the folder, or take it up; raise ReviewlintError if it holds another run or anything else."""
        before = read_state(self.folder)
        if before is None and is_folder(self.folder) and any(self.folder.iterdir()):
            raise ReviewlintError("This folder has other files in it.", path=self.folder, hint="Name an empty one.")
        if before is not None and before.get("asked") != asdict(self.asked):
            hint = "Name another folder, or run it as before: the input, the options, the configuration, the version."
            raise ReviewlintError("This folder has the findings of another run.", path=self.folder, hint=hint)
        try:
            (self.state / "done").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReviewlintError(f"This folder cannot be written: {error.strerror}.", path=self.folder) from None
        if before is None:
            self.note(complete=False)

    def note(self, *, complete: bool) -> None:
        """Write down what was asked, and whether all of it is done."""
        with whole_file(self.state / "run.json") as path:
            path.write_text(json.dumps({"asked": asdict(self.asked), "complete": complete}), encoding="utf-8")

    def is_done(self, number: int) -> bool:
        """Tell whether a part is done."""
        return is_file(self.state / "done" / f"{number:06}")

    def put(self, number: int, table: pyarrow.Table) -> None:
        """Write the findings of a part, whole or not at all; a second time writes the same files again.

        Raise ReviewlintError where they cannot be written.
        """
        try:
            if self.asked.partition_by is None:
                with whole_file(self.folder / f"part-{number:06}.parquet") as path:
                    needed("pyarrow.parquet", "corpus").write_table(table, path, compression="zstd")
            else:
                self._put_by_value(number, table, self.asked.partition_by)
            (self.state / "done" / f"{number:06}").touch()
        except OSError as error:
            hint = "What is done is kept: run the same again."
            reason = error.strerror or error
            raise ReviewlintError(f"The findings cannot be written: {reason}.", path=self.folder, hint=hint) from None

    def _put_by_value(self, number: int, table: pyarrow.Table, column: str) -> None:
        """Write a file for each value of a column. A crash leaves some of them, which the next run writes again."""
        ds = needed("pyarrow.dataset", "corpus")
        pa = needed("pyarrow", "corpus")
        if column not in table.column_names:
            raise ReviewlintError(f"No review has a {column}.", hint="Leave --partition-by out, or name its --column.")
        ds.write_dataset(
            table,
            self.folder,
            format="parquet",
            file_options=ds.ParquetFileFormat().make_write_options(compression="zstd"),
            partitioning=ds.partitioning(pa.schema([table.schema.field(column)]), flavor="hive"),
            basename_template=f"part-{number:06}-{{i}}.parquet",
            existing_data_behavior="overwrite_or_ignore",
            max_partitions=100_000,
            max_open_files=200,
        )


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to; what stands there at the end is the file, and nothing of it is seen before."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_state(folder: Path) -> dict[str, Any] | None:
    """Return what is noted of the run in a folder, or None where there is no such note."""
    try:
        found = json.loads(read_text(folder / _STATE / "run.json", MOST_CONFIG))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def files_of(folder: Path) -> list[str]:
    """Return the Parquet files of findings in a folder, by name; what is about the run itself is left out."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(("_", "."))]
        found += [os.path.join(place, name) for name in names if name.endswith(".parquet") and name[0] not in "._"]  # noqa: PTH118
    return sorted(found)
