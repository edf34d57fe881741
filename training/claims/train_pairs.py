"""Trains the scorer of pairs of numbers: whether two numbers of one sort in a draft are said of the same thing.

    python -m claims.train_pairs OUT TEXTS.jsonl.gz ... [--lines LINES.txt.gz]

TEXTS hold records with `source`, `path` and `text`, LINES a text a line. Sound prose hardly contradicts itself, so
pairs with equal numbers are taken for the same thing, and pairs with different ones for different things. Needs
scikit-learn and scipy beside reviewlint. Prints, each source scored by what was learnt from the others, the share of
equal pairs and the different pairs in 300 texts above some thresholds, for each kind.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.train_credits import packed
from reviewlint.claims.pairs import groups_of, pair_features, pairs_in
from reviewlint.claims.quantities import quantities_in
from reviewlint.claims.scorer import place_of
from reviewlint.document import Source, parse

SIZE = 1 << 15
STRENGTH = 0.1
SHORTEST = 900  # characters of a text from LINES
KINDS = ("film", "book", "game", "music", "product", "tabletop", "travel", "food", None)


class Row(NamedTuple):
    """A pair: its features, whether its numbers are equal, where it is from, and of what kind it is."""

    features: list[str]
    equal: bool
    source: str
    kind: str


def main() -> None:
    """Train, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--lines", type=Path)
    options = parser.parse_args()
    rows: list[Row] = []
    read = 0
    for source, name, text in texts_of(options.texts, options.lines):
        read += 1
        rows += rows_of(source, name, text)
    places = [sorted({place_of(feature, SIZE) for feature in row.features}) for row in rows]
    ends = np.cumsum([0, *map(len, places)])
    table = scipy.sparse.csr_matrix((np.ones(ends[-1]), np.concatenate(places), ends), shape=(len(rows), SIZE))
    equal = np.array([row.equal for row in rows])
    print(f"{read} texts, {len(rows)} pairs, {equal.sum()} of equal numbers")
    scores = np.zeros(len(rows))
    for learnt, held in GroupKFold(8).split(table, equal, [row.source for row in rows]):
        scores[held] = fitted(table[learnt], equal[learnt]).predict_proba(table[held])[:, 1]
    kinds = np.array([row.kind for row in rows])
    for kind in sorted(set(kinds)):
        for least in (0.4, 0.5, 0.6, 0.7, 0.8):
            found = (scores[equal & (kinds == kind)] >= least).mean()
            false = 300 * (scores[~equal & (kinds == kind)] >= least).sum() / read
            print(f"{kind} from {least}: {found:.2f} of the equal pairs, {false:.2f} different pairs in 300 texts")
    data = packed(fitted(table, equal))
    options.out.write_bytes(data)
    print(f"{len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


def texts_of(paths: list[Path], lines: Path | None) -> Iterator[tuple[str, str, str]]:
    """Yield source, name and text."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for record in map(json.loads, file):
                if record.get("kind") in KINDS:
                    text = record["text"].replace("\n", "\n\n") if "kind" in record else record["text"]
                    yield record["source"], record["path"].rpartition("/")[2], text
    if lines is not None:
        with gzip.open(lines, "rt", encoding="utf-8") as file:
            yield from ((f"lines {at % 5}", "review.txt", line) for at, line in enumerate(file) if len(line) > SHORTEST)


def rows_of(source: str, name: str, text: str) -> Iterator[Row]:
    """Yield the pairs of a text: each two quantities of one sort."""
    document = parse(Source(name if name.endswith((".md", ".txt", ".html")) else "text.md", text))
    prose = document.prose.text
    settings: dict = {}  # type: ignore[type-arg]
    for group in groups_of(quantities_in(document, prose)):
        for first, second in pairs_in(group):
            features = pair_features(document, prose, first, second, len(group), settings)
            yield Row(features, first.value == second.value, source, first.kind)


def fitted(table: scipy.sparse.csr_matrix, equal: np.ndarray) -> LogisticRegression:  # type: ignore[type-arg]
    """Return the fitted model."""
    return LogisticRegression(C=STRENGTH, max_iter=500, solver="liblinear").fit(table, equal)


if __name__ == "__main__":
    main()
