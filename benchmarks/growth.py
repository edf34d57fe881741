"""Long drafts and many drafts: what they cost.

    python benchmarks/growth.py [--size 1000000] [NAME ...]     seconds of processor time for each growing draft
    python benchmarks/growth.py --drafts 500 5000               the most memory that a run over so many drafts takes

The growing drafts are those of tests/growth. The reader is left out: it reads no more than 50,000 words.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.growth.generators import GROWING, Growing

_MOST = 20.0  # seconds for a megabyte
_PARAGRAPH = (
    "Draft {number}: the film is long, and its second half holds what the first one has promised. It is is slow.\n\n"
)


def main() -> int:
    """Print the table; return 1 where a draft takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of a draft")
    parser.add_argument("--drafts", type=int, nargs="+", help="measure memory, for runs over so many drafts")
    parser.add_argument("names", nargs="*", help="growing drafts; all of them by default")
    asked = parser.parse_args()
    if asked.drafts:
        for count in asked.drafts:
            print(f"{count:6,} drafts: {memory_of(count):6.0f} MB at most", flush=True)
        return 0
    slow = 0
    for growing in GROWING:
        if not asked.names or growing.name in asked.names:
            seconds, told = seconds_of(growing, asked.size)
            slow += seconds > _MOST * asked.size / 1_000_000
            print(f"{growing.name:26} {seconds:7.2f} s  {told}", flush=True)
    print(f"{slow} take longer than {_MOST:g} seconds a megabyte.")
    return int(slow > 0)


def seconds_of(growing: Growing, size: int) -> tuple[float, str]:
    """Return the processor time of a run over one draft, and what went wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"draft{growing.suffix}")
        path.write_bytes(growing.text(size).encode())
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = _run(folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, run.stderr.strip()[:100]


def memory_of(count: int) -> float:
    """Return the most memory in megabytes that the first process of a run over `count` drafts of 3 kB holds."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"{number:05}.md").write_text(_PARAGRAPH.format(number=number) * 25, encoding="utf-8")
        measured = (
            "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        words = [sys.executable, "-c", measured, *_words(folder), "--jobs", "1"]
        return int(subprocess.run(words, capture_output=True, text=True, check=True).stdout) / 1024


def _run(folder: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_words(folder), capture_output=True, text=True, check=False)


def _words(folder: str) -> list[str]:
    return [sys.executable, "-m", "reviewlint", "check", "--no-reader", "--no-cache", "--format", "concise", folder]


if __name__ == "__main__":
    sys.exit(main())
