"""Figures of `reviewlint corpus`, for docs/scale.md.

    python benchmarks/scale.py make 200000 reviews.parquet      synthetic reviews, always the same
    python benchmarks/scale.py overhead reviews.parquet         `lint_batch` against a plain check of each text
    python benchmarks/scale.py cost benchmarks/drafts           processor time a word, and what a billion words take
    python benchmarks/scale.py crash reviews.parquet OUT        a run, killed in the middle, and gone on with
    python benchmarks/scale.py compare reviews.parquet OUT OUT  every id once, and the same findings in both

What stands behind the folder of `crash` goes to `reviewlint corpus run`.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from corpus import read_drafts
from reviewlint.checking.draft import check_bytes
from reviewlint.corpus.batch import lint_rows
from reviewlint.corpus.columns import USUAL
from reviewlint.corpus.output import files_of
from reviewlint.corpus.rows import choice_of

_OPENERS = ("A calm film about", "The book follows", "This game is about", "An album for", "The series turns on")
_THINGS = ("two sisters by the sea", "a clerk who finds a map", "the last train home", "an old boxer", "a lost dog")
_VERDICTS = (
    "It never hurries, and it earns its ending.",
    "The cast is good, the score less so.",
    "It it drags in the middle.",  # a doubled word
    "The ending has a rating of on IMDb.",  # a lost number
    "I liked the colours , and the jokes.",  # a blank before a comma
)
_SOURCES = 50
_MONTHS = [f"{year}-{month:02}-15" for year in (2023, 2024, 2025) for month in range(1, 13)]


def make(count: int, path: Path) -> None:
    """Write synthetic reviews of 11 to 16 words, with a source and a date; three in five have a slip."""
    chance = random.Random(1)
    with pq.ParquetWriter(path, pa.schema(dict.fromkeys(("id", "text", "source", "date"), pa.string()))) as writer:
        for start in range(0, count, 50_000):
            rows = [
                {
                    "id": f"r{number:09}",
                    "text": f"{chance.choice(_OPENERS)} {chance.choice(_THINGS)}. {chance.choice(_VERDICTS)}",
                    "source": f"site-{chance.randrange(_SOURCES):02}",
                    "date": chance.choice(_MONTHS),
                }
                for number in range(start, min(start + 50_000, count))
            ]
            writer.write_table(pa.Table.from_pylist(rows))


def overhead(path: Path, rows: int, rounds: int, *, reader: bool) -> None:
    """Print the processor time a row of `lint_batch` against that of `check_bytes` alone, in turn, on one thread."""
    table = pq.read_table(path).slice(0, rows)
    if reader:  # which keeps what it has read, so that every sentence must be another
        texts = [f"{text[:-1]}, as {number} people told me." for number, text in enumerate(table["text"].to_pylist())]
        table = table.set_column(table.column_names.index("text"), "text", pa.array(texts))
    choice = choice_of({} if reader else {"reader": "off"})

    def plain() -> None:
        for text in table["text"].to_pylist():
            check_bytes("draft.md", text.encode(), choice)

    def batch() -> None:
        lint_rows(table, choice, USUAL)

    lint_rows(table.slice(0, 50), choice, USUAL)  # what is made ready once
    pairs = [(_seconds(plain), _seconds(batch)) for _ in range(rounds)]
    for one, other in pairs:
        print(f"plain {1e6 * one / len(table):,.0f} us a row, lint_batch {1e6 * other / len(table):,.0f} us")
    one, other = (sum(side) for side in zip(*pairs, strict=True))
    print(f"all rounds: {100 * (other / one - 1):+.1f} % over {len(table):,} rows")


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def cost(path: Path, rounds: int) -> None:
    """Print the processor time of drafts of usual length, on one thread, without and with the reader."""
    drafts = list(read_drafts(path))
    table = pa.table({"text": [draft["text"] for draft in drafts], "path": [draft["name"] for draft in drafts]})
    for name, config in (("rules", {"reader": "off"}), ("rules and reader", {})):
        choice = choice_of(config)
        words = sum(lint_rows(table, choice, USUAL)["words"].to_pylist())  # all is made ready once
        texts = [table.set_column(0, "text", pa.array(_varied(table, number))) for number in range(rounds)]
        seconds = sum(_seconds(partial(lint_rows, each, choice, USUAL)) for each in texts) / rounds
        hours = 1e9 / words * seconds / 3600
        print(
            f"{name}: {words:,} words in {len(table)} drafts, {1e6 * seconds / words:,.0f} us of a core a word, "
            f"{words / seconds:,.0f} words a second; a billion words: {hours:,.0f} core hours"
        )


def _varied(table: pa.Table, number: int) -> list[str]:
    """Return the texts with another word in each sentence, for the reader keeps what it has read."""
    return [text.replace(". ", f", said {number + 2} people. ") for text in table["text"].to_pylist()]


def crash(path: Path, out: Path, after: float, words: list[str]) -> None:
    """Run over a corpus; kill all of it once a share of the rows is written; run again. Print time and memory."""
    total = pq.read_metadata(path).num_rows
    began = time.monotonic()
    peak = _watched(path, out, words, lambda: _written(out) >= after * total)
    print(f"killed after {time.monotonic() - began:,.0f} s with {_written(out):,} of {total:,} rows written")
    left, began = total - _written(out), time.monotonic()
    peak = max(peak, _watched(path, out, words, lambda: False))
    seconds = time.monotonic() - began
    print(
        f"{left:,} rows in {seconds:,.0f} s, {left / seconds:,.0f} rows a second; {peak / 1e6:,.0f} MB a worker at most"
    )


def _watched(path: Path, out: Path, words: list[str], enough: Callable[[], bool]) -> int:
    """Run until it is over, or enough, when it is killed with all its processes; return a worker's peak memory."""
    command = [sys.executable, "-m", "reviewlint", "corpus", "run", str(path), str(out), *words]
    process = subprocess.Popen(command, start_new_session=True)
    peak = 0
    try:
        while process.poll() is None and not enough():
            peak = max([peak, *map(_memory, _started_by(process.pid))])
            time.sleep(1)
    finally:
        over = process.poll() is not None
        for each in _started_by(process.pid):
            with suppress(psutil.NoSuchProcess):
                each.kill()
        process.kill()
        process.wait()
    if over and process.returncode:
        sys.exit(f"The run ended with {process.returncode}.")
    return peak


def _started_by(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _memory(process: psutil.Process) -> int:
    """Return the memory of a process that checks rows, in bytes; 0 for another."""
    try:
        words = " ".join(process.cmdline())
        return int(process.memory_info().rss) if "spawn_main" in words or "ray::MapWorker" in words else 0
    except psutil.Error:
        return 0


def _written(out: Path) -> int:
    """Return the rows in whole files; Ray writes into a file where it stands."""
    rows = 0
    for file in files_of(out):
        with suppress(OSError, pa.ArrowException):
            rows += pq.read_metadata(file).num_rows
    return rows


def compare(path: Path, outs: list[Path]) -> int:
    """Tell whether each folder has every id of a corpus once, and all have the same findings."""
    ids = Counter(pq.read_table(path, columns=["id"])["id"].to_pylist())
    tables = [ds.dataset(files_of(out), format="parquet").to_table().sort_by("id") for out in outs]
    once = [Counter(table["id"].to_pylist()) == ids for table in tables]
    same = all(table.select(tables[0].column_names).equals(tables[0]) for table in tables)
    for out, good, table in zip(outs, once, tables, strict=True):
        print(f"{out}: {len(table):,} rows, {'every id once' if good else 'IDS ARE MISSING OR DOUBLED'}")
    print("the same findings" if same else "THE FINDINGS DIFFER")
    return int(not (same and all(once)))


def main() -> int:
    """Run one of the commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("make")
    one.add_argument("count", type=int)
    one.add_argument("path", type=Path)
    one = commands.add_parser("overhead")
    one.add_argument("path", type=Path)
    one.add_argument("--rows", type=int, default=1_000)
    one.add_argument("--rounds", type=int, default=5)
    one.add_argument("--reader", action="store_true")
    one = commands.add_parser("cost")
    one.add_argument("path", type=Path)
    one.add_argument("--rounds", type=int, default=3)
    one = commands.add_parser("crash")
    one.add_argument("path", type=Path)
    one.add_argument("out", type=Path)
    one.add_argument("--after", type=float, default=0.4)
    one = commands.add_parser("compare")
    one.add_argument("path", type=Path)
    one.add_argument("outs", type=Path, nargs="+")
    given, rest = parser.parse_known_args()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # so that no run is left behind
    if rest and given.command != "crash":
        parser.error(f"unknown: {' '.join(rest)}")
    if given.command == "make":
        make(given.count, given.path)
    elif given.command == "overhead":
        overhead(given.path, given.rows, given.rounds, reader=given.reader)
    elif given.command == "cost":
        cost(given.path, given.rounds)
    elif given.command == "crash":
        crash(given.path, given.out, given.after, rest)
    else:
        return compare(given.path, given.outs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
