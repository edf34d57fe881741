"""Writes the sound text that the reader learns from beside what is spoiled: three quarters of a collection of reviews.

    python -m reader.sound REVIEWS.jsonl[.gz] OUT.txt

REVIEWS holds one JSON object a line with `path` and `text`. OUT gets the running prose of every review whose path has
a checksum with any rest but one when divided by four, one paragraph a line. The others, a quarter, are held back:
thresholds are set on them.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from reviewlint.document import Document, Kind, Source, parse
from reviewlint.document.view import HIDDEN
from reviewlint.errors import ReviewlintError

LEAST = 3  # words of a paragraph
_KINDS = Kind.PROSE | Kind.HEADING | Kind.LIST | Kind.BLOCKQUOTE | Kind.QUOTE | Kind.TITLE | Kind.TABLE | Kind.LABEL


def is_held_back(path: str) -> bool:
    """Tell whether a review is not learnt from, but measured on."""
    return zlib.crc32(path.encode()) % 4 == 1


def paragraphs(document: Document) -> Iterator[str]:
    """Yield the text of a draft, one line a block, without code and the addresses of links."""
    text = document.prose.masked(_KINDS)
    for block in document.blocks:
        line = " ".join(text[block.start : block.end].replace(HIDDEN, " ").split())
        if len(line.split()) >= LEAST:
            yield line


def read_collection(path: Path, *, held_back: bool) -> Iterator[Document]:
    """Yield the drafts of one part of a collection; what cannot be read as a draft is left out."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for review in map(json.loads, lines):
            if is_held_back(review["path"]) == held_back:
                with contextlib.suppress(ReviewlintError):
                    yield parse(Source(review["path"], review["text"]))


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reviews", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out:
        for document in read_collection(options.reviews, held_back=False):
            out.writelines(line + "\n" for line in paragraphs(document))


if __name__ == "__main__":
    main()
