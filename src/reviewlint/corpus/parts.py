"""A corpus as parts: stretches of files that are small enough to be done again, and the same in every run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reviewlint.corpus.columns import USUAL, Columns
from reviewlint.corpus.needs import needed
from reviewlint.drafts.find import find_drafts
from reviewlint.errors import ReviewlintError
from reviewlint.reach import is_file, is_folder

ROWS = 2_000  # of a part of a Parquet file: a quarter of an hour with the reader, which is what a crash may cost
BYTES = 2_000_000  # of a part of JSON lines, about as many reviews
DRAFTS = 500  # of a part of a folder
PARQUET = (".parquet", ".pq")
JSON_LINES = (".jsonl", ".ndjson")
PACKED = tuple(f"{suffix}.gz" for suffix in JSON_LINES)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a corpus.

    `path` is a file, and `start` to `end` its rows (Parquet), or the bytes in which a line begins (JSON lines; a packed
    file is one part). For drafts, `drafts` has their paths, and `path` is the folder. `name` is what the file is called
    in ids and as a source: its path from the top of the corpus.
    """

    number: int
    path: Path
    name: str
    start: int = 0
    end: int = 0
    drafts: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All parts of a corpus, its columns, and a digest of which files these are."""

    parts: tuple[Part, ...]
    columns: Columns
    digest: str


def corpus_at(path: Path, columns: Columns) -> Corpus:
    """Return the corpus that a file or folder holds: Parquet, JSON lines, or else drafts as `check` finds them.

    Raise ReviewlintError where there is none, or a file cannot be read, or a column is missing that was named.
    """
    files = _files(path)
    stretches = list(_of_files(path, files, columns) if files else _of_drafts(path))
    parts = tuple(Part(number, *rest) for number, rest in enumerate(stretches))
    if not parts:
        hint = "It takes Parquet (.parquet), JSON lines (.jsonl, .ndjson, also .gz), and folders of drafts."
        raise ReviewlintError("There are no reviews here.", path=path, hint=hint)
    digest = sha256(repr((columns, [(p.name, p.start, p.end, len(p.drafts)) for p in parts])).encode())
    for file in files:
        digest.update(f"{file}\0{file.stat().st_size}\0".encode(errors="surrogateescape"))
    return Corpus(parts, columns, digest.hexdigest())


def _files(path: Path) -> list[Path]:
    """Return the files of tables at a path, by name; none where it is a folder of drafts."""
    if is_file(path):
        if not path.name.lower().endswith((*PARQUET, *JSON_LINES, *PACKED)):
            hint = "For one draft there is `reviewlint check`."
            raise ReviewlintError("This is neither Parquet nor JSON lines.", path=path, hint=hint)
        return [path]
    if not is_folder(path):
        raise ReviewlintError("There is no such file or folder.", path=path)
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        tables = [n for n in names if n.lower().endswith((*PARQUET, *JSON_LINES, *PACKED)) and n[0] not in "._"]
        found += [Path(folder) / name for name in tables]
    return sorted(found)


_Stretch = tuple[Path, str, int, int, tuple[Path, ...]]


def _of_files(top: Path, files: Sequence[Path], columns: Columns) -> Iterator[_Stretch]:
    for file in files:
        name = file.relative_to(top).as_posix() if file != top else file.name
        if file.name.lower().endswith(PARQUET):
            count = _rows_of(file, columns)
            yield from ((file, name, at, min(at + ROWS, count), ()) for at in range(0, count, ROWS))
        elif file.name.lower().endswith(PACKED):
            yield file, name, 0, 0, ()
        else:
            size = file.stat().st_size
            yield from ((file, name, at, min(at + BYTES, size), ()) for at in range(0, size, BYTES))


def _of_drafts(folder: Path) -> Iterator[_Stretch]:
    drafts, errors = find_drafts([folder])
    if errors:
        raise errors[0]
    for at in range(0, len(drafts), DRAFTS):
        chunk = tuple(drafts[at : at + DRAFTS])
        yield folder, chunk[0].relative_to(folder).as_posix(), at, at + len(chunk), chunk


def _rows_of(file: Path, columns: Columns) -> int:
    """Return the number of rows of a Parquet file, from its end; raise ReviewlintError for one that is none."""
    pq, pa = needed("pyarrow.parquet", "corpus"), needed("pyarrow", "corpus")
    try:
        metadata = pq.read_metadata(file)
    except (OSError, pa.ArrowException) as error:
        raise ReviewlintError(f"This Parquet file cannot be read: {error}.", path=file) from None
    names = metadata.schema.to_arrow_schema().names
    check_columns(columns, names, file)
    return int(metadata.num_rows)


def check_columns(columns: Columns, names: Sequence[str], file: Path) -> None:
    """Raise ReviewlintError where a table lacks the text, or a column that goes by another name than usual."""
    for key in ("text", "id", "source", "date", "facts", "path"):
        name = getattr(columns, key)
        if name not in names and (key == "text" or name != getattr(USUAL, key)):
            hint = f"Its columns are {', '.join(names)}; `--column {key}=NAME` says which it is."
            raise ReviewlintError(f"There is no column “{name}” for the {key}.", path=file, hint=hint)
