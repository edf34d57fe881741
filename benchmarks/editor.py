"""Times what an editor waits for: a draft is opened, then a word is typed in each of its paragraphs.

    python benchmarks/editor.py DRAFT [--rounds 3]

Each edit is checked as `reviewlint lsp` checks it: by the rules, then by the reader too. Milliseconds of CPU are what
an idle machine takes on one core; milliseconds on the clock are what this one took now. Engines are left out.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from pathlib import Path

from reviewlint.lsp.passes import Checked, Pass, Settings, Version, check

_PARAGRAPH = re.compile(r"(?:^|\n\n)(?=\w)(\S+ \S+ \S+)( [^\n]+)")
_LEAST = 20  # words of a paragraph that is typed in
SETTINGS = Settings({"grammar": {"engine": "off"}})


def timed(version: Version, until: Pass, earlier: Checked | None) -> tuple[Checked, float, float]:
    """Return what a pass finds, and the milliseconds that it takes: of CPU, and on the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    done = check(version, SETTINGS, until, earlier, print)
    return done, 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - clock)


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("draft", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    text = given.draft.read_text(encoding="utf-8")
    whole, *first = timed(Version(given.draft, 0, text), Pass.READER, None)
    print(f"{len(text.split())} words, {len(whole.findings)} findings; opened: {first[0]:.0f} ms of CPU")
    taken: dict[Pass, list[tuple[float, float]]] = {Pass.RULES: [], Pass.READER: []}
    for number in range(given.rounds):
        for place in _PARAGRAPH.finditer(text):
            if len(place[2].split()) < _LEAST:
                continue
            typed = f"{text[: place.end(1)]} quite{'ly' * number}{text[place.end(1) :]}"
            earlier: Checked | None = whole
            for until, times in taken.items():
                earlier, *both = timed(Version(given.draft, 1, typed), until, earlier)
                times.append((both[0], both[1]))
    for until, times in taken.items():
        cpu, clock = (sorted(each) for each in zip(*times, strict=True))
        print(
            f"{until.name.lower():6} {len(times)} edits: CPU median {statistics.median(cpu):.0f} ms, 95 % within "
            f"{cpu[int(0.95 * (len(cpu) - 1))]:.0f} ms; clock median {statistics.median(clock):.0f} ms"
        )


if __name__ == "__main__":
    main()
