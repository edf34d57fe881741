"""Tags reviews once, so that training need not tag them again on every pass.

    python -m reader.tagged OUT.gz TEXT [TEXT ...]

Each TEXT holds one review or paragraph a line. OUT gets one run of whole sentences a line (see examples.stretches).
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reader.examples import read_reviews, stretches
from reader.tokens import Token
from reviewlint.lexicon import Tag

_SENTENCE, _TOKEN, _FIELD = "\x1e", "\t", "\x1f"
_tag = cache(Tag)  # making a flag anew for every word costs more than all the rest


def as_line(run: list[list[Token]]) -> str:
    """Return a run as a line; blanks before a token become one."""
    return _SENTENCE.join(
        _TOKEN.join(f"{t.text}{_FIELD}{int(t.tag):x}{_FIELD if t.before else ''}" for t in sentence)
        for sentence in run
    )  # fmt: skip


def from_line(line: str) -> list[list[Token]]:
    """Return the run that a line holds."""
    return [[_token(field) for field in sentence.split(_TOKEN)] for sentence in line.split(_SENTENCE)]


def _token(field: str) -> Token:
    text, tag, *blank = field.split(_FIELD)
    return Token(text, " " if blank else "", _tag(int(tag, 16)))


def read_tagged(path: Path) -> Iterator[str]:
    """Yield the lines of a file of tagged runs."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n")


def main() -> None:
    """Tag the texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    options = parser.parse_args()
    with gzip.open(options.out, "wt", encoding="utf-8", newline="\n") as out:
        for path in options.texts:
            for review in read_reviews(path):
                out.writelines(as_line(run) + "\n" for run in stretches(review))


if __name__ == "__main__":
    main()
