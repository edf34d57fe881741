"""Prints how fast reviewlint is: start-up, one cold draft, a folder of drafts, and the memory that takes.

    python benchmarks/speed.py REVIEWS.jsonl.gz

REVIEWS holds one JSON object a line with `path` and `text`. Figures are wall seconds of whole processes, the
median of several runs. Nothing here passes or fails by the clock.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import lay_out, read_records

REVIEWLINT = [sys.executable, "-m", "reviewlint"]
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "look-back.md"


def seconds(command: list[str], runs: int) -> float:
    """Return the median wall time of a command over `runs` runs, after one that is not counted."""
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reviews", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    print(f"{'bare python':32}{seconds([sys.executable, '-c', 'pass'], options.runs):8.3f} s")
    for title, words in (("--help", ["--help"]), ("check, one draft", ["check", "--no-cache", str(EXAMPLE)])):
        print(f"{'reviewlint ' + title:32}{seconds([*REVIEWLINT, *words], options.runs):8.3f} s")
    records = list(read_records(options.reviews))
    with tempfile.TemporaryDirectory() as folder:
        words = lay_out(records, Path(folder))
        print(f"\n{len(records)} drafts, {words:,} words")
        for jobs in dict.fromkeys((1, os.cpu_count() or 1)):
            command = [*REVIEWLINT, "check", "--no-cache", "--format", "json", "--jobs", str(jobs), folder]
            taken = seconds(command, max(1, options.runs // 3))
            print(f"{f'  --jobs {jobs}':32}{taken:8.1f} s  {words / taken:10,.0f} words a second")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'  largest process':32}{peak:8.0f} MB")


if __name__ == "__main__":
    main()
