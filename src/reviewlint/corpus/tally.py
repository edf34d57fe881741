"""What the findings of a corpus come to: by rule, by source, by month. DuckDB counts, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewlint.corpus.needs import needed
from reviewlint.corpus.output import files_of, read_state
from reviewlint.errors import ReviewlintError

MOST = 30  # sources that are shown
_NOTHING = "__HIVE_DEFAULT_PARTITION__"  # how Hive writes null in the name of a folder


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: reviews, words, findings but those for information, and findings in 1,000 words."""

    name: str
    reviews: int
    words: int
    findings: int
    rate: float


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule: its findings, how many reviews have one, and findings in 1,000 words of the corpus."""

    name: str
    findings: int
    reviews: int
    rate: float


@dataclass(frozen=True, slots=True)
class Tally:
    """A corpus in numbers. `ids` counts different ids; `failed` the rows with an error, with the commonest of these.

    `complete` tells whether the run that made it was over; `sources` counts all, of which `by_source` has the first.
    """

    total: Line
    ids: int
    failed: int
    errors: tuple[tuple[str, int], ...]
    complete: bool
    sources: int
    by_rule: tuple[RuleLine, ...]
    by_source: tuple[Line, ...]
    by_month: tuple[Line, ...]

    def notes(self) -> Iterator[str]:
        """Yield what is to be known before the figures are believed."""
        if not self.complete:
            yield "The run is not finished: `reviewlint corpus run` continues it."
        if self.ids != self.total.reviews:
            yield f"{self.total.reviews:,} reviews have {self.ids:,} different ids."
        if self.failed:
            yield f"{self.failed:,} reviews have an error:"
            yield from (f"  {count:,} times: {error}" for error, count in self.errors)


def tally_of(folder: Path) -> Tally:
    """Return what the findings in a folder come to; raise ReviewlintError where there are none, or they are others'."""
    files = files_of(folder)
    if not files:
        hint = "`reviewlint corpus run IN OUT` fills one." if folder.is_dir() else None
        raise ReviewlintError("There are no findings of a corpus here.", path=folder, hint=hint)
    duckdb = needed("duckdb", "corpus")
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
            rows = connection.execute(
                "CREATE VIEW given AS SELECT * FROM read_parquet("
                f"[{', '.join(map(_quoted, files))}], hive_partitioning = true, hive_types_autocast = false, "
                "union_by_name = true)"
            )
            names = [name for name, *_ in rows.execute("DESCRIBE given").fetchall()]
            return _counted(connection, names, bool((read_state(folder) or {"complete": True}).get("complete")))
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise ReviewlintError(f"These findings cannot be counted: {reason}", path=folder) from None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _counted(connection: Any, names: list[str], complete: bool) -> Tally:
    """Count the view `given`; its columns that may be missing count as nothing."""
    shown = {
        name: f"nullif(CAST({name} AS VARCHAR), '{_NOTHING}')" if name in names else "NULL"
        for name in ("source", "month")
    }
    key = "id" if "id" in names else "NULL"
    connection.execute(
        f"CREATE VIEW reviews AS SELECT {key} AS id, words, error, findings, "
        f"{shown['source']} AS source, {shown['month']} AS month, "
        "len([f FOR f IN findings IF f.severity <> 'info']) AS found FROM given"
    )
    ids, failed, sources = connection.execute(
        "SELECT count(DISTINCT id), count(error), count(DISTINCT coalesce(source, '')) FROM reviews"
    ).fetchone()
    total = _lines(connection, "'all'", "")[0]
    rules = connection.execute(
        "WITH each AS (SELECT rowid, unnest(findings).rule AS rule FROM "
        "(SELECT row_number() OVER () AS rowid, findings FROM reviews)) "
        "SELECT rule, count(*), count(DISTINCT rowid) FROM each GROUP BY rule ORDER BY 2 DESC, 1"
    ).fetchall()
    errors = connection.execute(
        "SELECT error, count(*) FROM reviews WHERE error IS NOT NULL GROUP BY error ORDER BY 2 DESC, 1 LIMIT 5"
    ).fetchall()
    return Tally(
        total,
        ids,
        failed,
        tuple(errors),
        complete,
        sources,
        tuple(RuleLine(name, found, drafts, _rate(found, total.words)) for name, found, drafts in rules),
        tuple(_lines(connection, "coalesce(source, 'no source')", f"ORDER BY found DESC, name LIMIT {MOST}")),
        tuple(_lines(connection, "coalesce(month, 'no date')", "ORDER BY name")),
    )


def _lines(connection: Any, name: str, order: str) -> list[Line]:
    found = connection.execute(
        f"SELECT {name} AS name, count(*) AS reviews, coalesce(sum(words), 0) AS words, "
        f"coalesce(sum(found), 0) AS found FROM reviews GROUP BY ALL {order}"
    ).fetchall()
    return [Line(n, rows, int(words), int(said), _rate(int(said), int(words))) for n, rows, words, said in found]


def _rate(findings: int, words: int) -> float:
    return 1000 * findings / words if words else 0.0
