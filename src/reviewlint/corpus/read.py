"""Reads a part of a corpus, a batch of rows at a time, under the usual names of the columns."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reviewlint.corpus.columns import Columns
from reviewlint.corpus.needs import needed
from reviewlint.corpus.parts import PACKED, PARQUET, Part, check_columns
from reviewlint.document import Source
from reviewlint.document.frontmatter import read_front_matter
from reviewlint.errors import ReviewlintError
from reviewlint.reach import MOST_DRAFT, read_bytes
from reviewlint.report.survey import date_in

if TYPE_CHECKING:
    import pyarrow

BATCH = 256  # rows that are in memory at once
_KEYS = ("id", "text", "path", "source", "date", "facts")
_LONGEST = 16_000_000  # bytes of a line


def read_part(part: Part, columns: Columns) -> Iterator[pyarrow.Table]:
    """Yield the rows of a part as tables of at most BATCH rows; each has `id`, `text` and `source`.

    A row without an id of its own is known by its file and its place in it; one without a source, by its file. A line
    that is no JSON object is a row without text. Raise ReviewlintError for a file that cannot be read.
    """
    if part.drafts:
        yield from _drafts(part)
    elif part.path.name.lower().endswith(PARQUET):
        yield from _parquet(part, columns)
    else:
        yield from _json_lines(part, columns)


def _parquet(part: Part, columns: Columns) -> Iterator[pyarrow.Table]:
    """Yield the rows from `start` to `end`; those before them in their row group are decoded and let go."""
    pa, pq = needed("pyarrow", "corpus"), needed("pyarrow.parquet", "corpus")
    try:
        with pq.ParquetFile(part.path) as file:
            there = {key: name for key in _KEYS if (name := getattr(columns, key)) in file.schema_arrow.names}
            groups, first = _groups(file.metadata, part.start, part.end)
            at = first
            for batch in file.iter_batches(BATCH, row_groups=groups, columns=list(there.values())):
                skip, keep = max(0, part.start - at), max(0, min(batch.num_rows, part.end - at))
                if keep > skip:
                    table = pa.Table.from_batches([batch.slice(skip, keep - skip)])
                    found = {key: table[name] for key, name in there.items()}
                    yield _complete(found, part.name, [f"{part.name}:{at + skip + n}" for n in range(keep - skip)])
                at += batch.num_rows
                if at >= part.end:
                    break
    except (OSError, pa.ArrowException) as error:
        raise ReviewlintError(f"This Parquet file cannot be read: {error}.", path=part.path) from None


def _groups(metadata: Any, start: int, end: int) -> tuple[list[int], int]:
    """Return the row groups that hold some rows, and the row at which the first of them begins."""
    groups: list[int] = []
    first = at = 0
    for number in range(metadata.num_row_groups):
        rows = metadata.row_group(number).num_rows
        if at < end and at + rows > start:
            first = first if groups else at
            groups.append(number)
        at += rows
    return groups, first


def _complete(found: dict[str, Any], name: str, ids: list[str]) -> pyarrow.Table:
    pa = needed("pyarrow", "corpus")
    found.setdefault("id", pa.array(ids, pa.string()))
    found.setdefault("source", pa.array([name] * len(ids), pa.string()))
    return pa.table(found)


def _json_lines(part: Part, columns: Columns) -> Iterator[pyarrow.Table]:
    """Yield the lines that begin in the part, as Hadoop splits text: each line is in one part."""
    pa = needed("pyarrow", "corpus")
    lines = _lines(part)
    checked = part.start > 0
    while batch := list(islice(lines, BATCH)):
        rows = []
        for at, line in batch:
            given = _object(line)
            if not checked and given:
                check_columns(columns, list(given), part.path)
                checked = True
            values = {key: given.get(getattr(columns, key)) for key in _KEYS}
            rows.append(values | {"id": _text(values["id"]) or f"{part.name}:{at}", "facts": _json(values["facts"])})
        yield pa.table(
            {
                "id": pa.array([row["id"] for row in rows], pa.string()),
                "source": pa.array([_text(row["source"]) or part.name for row in rows], pa.string()),
                **{
                    key: pa.array([_text(row[key]) for row in rows], pa.string())
                    for key in ("text", "path", "date", "facts")
                },
            }
        )


def _lines(part: Part) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a part that are not blank, each with the byte at which it begins."""
    packed = part.path.name.lower().endswith(PACKED)
    try:
        opened: IO[bytes] = gzip.open(part.path) if packed else part.path.open("rb")  # type: ignore[assignment]  # noqa: SIM115
        with opened as file:
            at = part.start
            if at:
                file.seek(at - 1)
                at -= 1
                while piece := file.readline(_LONGEST):  # the rest of a line of the part before
                    at += len(piece)
                    if piece.endswith(b"\n"):
                        break
            while packed or at < part.end:
                line = file.readline(_LONGEST + 1)
                if not line:
                    break
                if len(line) > _LONGEST:
                    raise ReviewlintError("A line is longer than 16 MB.", path=part.path, hint="Is it JSON lines?")
                if line.strip():
                    yield at, line
                at += len(line)
    except (OSError, EOFError) as error:
        raise ReviewlintError(f"This file cannot be read: {error}.", path=part.path) from None


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    """Return a value of JSON as text that Arrow takes; what is no text or number is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).encode("utf-8", "replace").decode()


def _json(value: object) -> str | None:
    return json.dumps(value) if isinstance(value, dict) else _text(value)


def _drafts(part: Part) -> Iterator[pyarrow.Table]:
    """Yield drafts with their bytes as text; the id is the path, the source the folder."""
    pa = needed("pyarrow", "corpus")
    for at in range(0, len(part.drafts), BATCH):
        drafts = part.drafts[at : at + BATCH]
        data = [_bytes(draft) for draft in drafts]
        names = [draft.relative_to(part.path) for draft in drafts]
        yield pa.table(
            {
                "id": pa.array([name.as_posix() for name in names], pa.string()),
                "source": pa.array([name.parent.as_posix() for name in names], pa.string()),
                "path": pa.array([name.as_posix() for name in names], pa.string()),
                "date": pa.array([_date(name, each) for name, each in zip(names, data, strict=True)], pa.string()),
                "text": pa.array(data, pa.binary()),
            }
        )


def _bytes(draft: Path) -> bytes | None:
    try:
        return read_bytes(draft, MOST_DRAFT)
    except OSError:
        return None


def _date(name: Path, data: bytes | None) -> str | None:
    """Return what the front matter of a draft says of its date, else its path, in which a month may stand."""
    try:
        values = read_front_matter(Source.from_bytes(str(name), data or b"")).values
    except ReviewlintError:
        values = ()
    return date_in(values) or name.as_posix()
