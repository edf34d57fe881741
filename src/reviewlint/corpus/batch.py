"""`lint_batch`: a table of reviews in, a table of findings out. All that runs over a corpus runs this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from reviewlint.checking.draft import Choice
from reviewlint.corpus.columns import USUAL, Columns
from reviewlint.corpus.needs import needed
from reviewlint.corpus.rows import Row, check_row, choice_of, month_of
from reviewlint.errors import ReviewlintError, nearest

if TYPE_CHECKING:
    import pyarrow

_AT_ONCE = 1_000  # rows whose texts are Python's strings at the same time


def lint_batch(
    table: pyarrow.Table, *, config: Mapping[str, object] | None = None, columns: Columns = USUAL
) -> pyarrow.Table:
    """Return what is found in each row of a table, in the order of its rows; the text is not copied.

    The result has the columns `id` and `source` as they came (where they came), `month` as text like 2024-05 (where
    there is a date), `words`, `findings` and `error`. `findings` is a list of structs: `rule`, `code`, `severity`,
    `message`, `start` and `end` in code points of the text, `fix` with its edits or null, and `fingerprint`. `error`
    says why a row could not be checked, or not wholly; null for all others. The rules and the reader's model are
    loaded once a process. `config` are keys of `reviewlint.toml`; files of configuration and facts are not looked
    for, and no engine of grammar is asked.

    Raise ReviewlintError for a configuration that is wrong, and for a table without a column of text.
    """
    return lint_rows(table, choice_of(config), columns)


def lint_rows(table: pyarrow.Table, choice: Choice, columns: Columns) -> pyarrow.Table:
    """Return what is found in each row of a table, as `lint_batch` does, under a choice that is ready."""
    pa = needed("pyarrow", "corpus")
    names = table.column_names
    if columns.text not in names:
        hint = nearest(columns.text, names) or f"The columns are: {', '.join(names) or 'none'}."
        raise ReviewlintError(f"There is no column “{columns.text}” with the text of the reviews.", hint=hint)
    given = _values(table, (columns.text, columns.path, columns.facts))
    rows = [check_row(text, path, facts, choice) for text, path, facts in given]
    found = {}
    if columns.id in names:
        found["id"] = table[columns.id]
    if columns.source in names:
        found["source"] = table[columns.source]
    if columns.date in names:
        found["month"] = pa.array([month_of(day) for (day,) in _values(table, (columns.date,))], pa.string())
    return pa.table(found | _columns(rows))


def _values(table: pyarrow.Table, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Yield for each row its values in some columns, None where there is no such column."""
    there = [name for name in names if name in table.column_names]
    for batch in table.select(there).to_batches(max_chunksize=_AT_ONCE):
        given = {name: batch.column(name).to_pylist() for name in there}
        yield from zip(*(given.get(name, [None] * batch.num_rows) for name in names), strict=True)


def _columns(rows: Sequence[Row]) -> dict[str, Any]:
    pa = needed("pyarrow", "corpus")
    return {
        "words": pa.array([row.words for row in rows], pa.int32()),
        "findings": pa.array([row.findings for row in rows], findings_type()),
        "error": pa.array([row.error for row in rows], pa.string()),
    }


@cache
def findings_type() -> Any:
    """Return the type of the column `findings`."""
    pa = needed("pyarrow", "corpus")
    text, offset = pa.string(), pa.int32()
    edit = pa.struct({"start": offset, "end": offset, "text": text})
    fix = pa.struct({"title": text, "safety": text, "edits": pa.list_(edit)})
    return pa.list_(
        pa.struct(
            {
                "rule": text,
                "code": text,
                "severity": text,
                "message": text,
                "start": offset,
                "end": offset,
                "fix": fix,
                "fingerprint": text,
            }
        )
    )
