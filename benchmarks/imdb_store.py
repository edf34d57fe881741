"""Prints how long it takes to build a store of IMDb's files, how much memory and disk, and how long a look-up takes.

    python benchmarks/imdb_store.py [--rows 1000000] [--folder FOLDER]

The files are made up, in the shape of the real ones and with as many rows of each as the real ones have of the whole:
of a million rows, 480,000 are principals. With --folder, the real ones are read. The aims: 60 seconds and 300 MB for a
million rows, a look-up within a millisecond.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from reviewlint.facts.media import Medium
from reviewlint.facts.sources import imdb
from reviewlint.facts.sources.base import Wanted
from reviewlint.facts.sources.imdb_build import build
from reviewlint.facts.sources.imdb_files import COLUMNS

# Rows of the real files in February 2026, in millions.
REAL = {
    "title.basics": 12.27, "title.akas": 54.96, "title.crew": 12.27, "title.principals": 97.62, "title.episode": 9.46,
    "title.ratings": 1.63, "name.basics": 15.06,
}  # fmt: skip
SYLLABLES = "ka ro mi ta len dor vis ama shi no bel tra quin ost er wa lu pen gar sol".split()
KINDS = ("tvEpisode",) * 77 + ("short",) * 9 + ("movie",) * 6 + ("video",) * 3 + ("tvSeries",) * 3 + ("tvMovie",) * 2


def main() -> None:
    """Build a store of made-up files, or of real ones, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or make(Path(name) / "files", options.rows)
        measure(folder, Path(name) / "imdb.sqlite")


def measure(folder: Path, store: Path) -> None:
    """Print the figures of one build, and of look-ups by title and year and of all credits of what was found."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    about = build(folder, store)
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{int(about['rows']):,} rows in {seconds:.1f} s; {most / 1024:,.0f} MB of memory at most, "
          f"{before / 1024:,.0f} MB before; {store.stat().st_size / 1e6:,.1f} MB of disk")  # fmt: skip
    print(", ".join(f"{key} {value}" for key, value in about.items()))
    taken = sorted(lookups(store))
    print(f"look-up and credits: {1000 * taken[len(taken) // 2]:.3f} ms in the middle, "
          f"{1000 * taken[len(taken) * 99 // 100]:.3f} ms in 99 of 100, of processor time")  # fmt: skip


def lookups(store: Path) -> Iterator[float]:
    """Yield the seconds of processor time of each look-up in a store that is open."""
    import sqlite3

    connection = sqlite3.connect(f"file:{store}?mode=ro&immutable=1", uri=True)
    titles = connection.execute("SELECT name, year FROM title ORDER BY random() LIMIT 2000").fetchall()
    source = imdb.Imdb()
    for title, year in titles:
        start = time.process_time()
        found = source.candidates(connection, Wanted(title=title, year=year, medium=Medium.FILM, text="A draft."))
        source.credits(connection, int(found[0].id[2:]))
        yield time.process_time() - start


def make(folder: Path, rows: int) -> Path:
    """Return a folder with made-up files of so many rows in all."""
    folder.mkdir()
    counts = {name: max(1, round(rows * share / sum(REAL.values()))) for name, share in REAL.items()}
    chance = random.Random(1)
    for name, columns in COLUMNS.items():
        with gzip.open(folder / f"{name}.tsv.gz", "wt", encoding="utf-8", compresslevel=1) as file:
            file.write("\t".join(columns) + "\n")
            for number in range(1, counts[name] + 1):
                file.write("\t".join(row(name, number, counts, chance)) + "\n")
    return folder


def row(name: str, number: int, counts: dict[str, int], chance: random.Random) -> list[str]:
    """Return a made-up row; its ids are as far apart as real ones are."""
    titles, people = counts["title.basics"], counts["name.basics"]
    work = f"tt{3 * (1 + (number - 1) * titles // counts[name]):07}"
    person = f"nm{chance.randint(1, people):07}"
    if name == "title.basics":
        year, minutes = str(chance.randint(1920, 2026)), str(chance.randint(5, 200))
        return [work, chance.choice(KINDS), words(chance, 3), words(chance, 3), "0", year, "\\N", minutes, "Drama"]
    if name == "title.akas":
        return [work, "1", words(chance, 3), "US", "\\N", "imdbDisplay", "\\N", "0"]
    if name == "title.crew":
        return [work, person, f"{person},nm{chance.randint(1, people):07}"]
    if name == "title.principals":
        category = chance.choice(("actor", "actress", "self", "director", "writer", "composer", "producer", "editor"))
        part = json.dumps([words(chance, 1)]) if category.startswith("act") else "\\N"
        return [work, str(number % 10 + 1), person, category, "\\N", part]
    if name == "title.episode":
        return [work, f"tt{3 * chance.randint(1, titles):07}", str(chance.randint(1, 9)), str(chance.randint(1, 24))]
    if name == "title.ratings":
        return [work, f"{chance.uniform(1, 10):.1f}", str(chance.randint(5, 90_000))]
    return [f"nm{number:07}", words(chance, 2), "1970", "\\N", "actor", work]


def words(chance: random.Random, most: int) -> str:
    """Return a made-up name or title of up to so many words; some titles are those of many works, as real ones are."""
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize() for _ in range(chance.randint(1, most))
    )


if __name__ == "__main__":
    main()
