"""Writes lively sound text to learn from: the quotations of Debian's package fortunes, one a line.

    python -m reader.quotations OUT.txt [--folder /usr/share/games/fortunes]

Wit, bare nouns and odd turns are what a reader of reviews alone takes for garbled. Verse, drawings, nonsense and
bad translations are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("/usr/share/games/fortunes")
TOPICS = (
    "art cookie definitions education food fortunes humorists kids law literature love medicine men-women "
    "miscellaneous news people pets platitudes politics science sports wisdom work".split()
)
_SOURCE = re.compile(r"^\s*--.*", re.DOTALL | re.MULTILINE)  # who said it
_LEAST = 5  # words
_MARKED = re.compile(r"[|\\_*<>=#^~]|\s{2}--|\t")


def quotations(text: str) -> Iterator[str]:
    """Yield the quotations of one file without their sources, each as one line of prose."""
    for entry in re.split(r"^%$", text, flags=re.MULTILINE):
        said = _SOURCE.sub("", entry).strip()
        if not _MARKED.search(said) and len(said.split()) >= _LEAST and not said.isupper():
            yield " ".join(said.split())


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out:
        for topic in TOPICS:
            text = (options.folder / topic).read_text(encoding="utf-8", errors="replace")
            out.writelines(line + "\n" for line in quotations(text))


if __name__ == "__main__":
    main()
