"""Trains the scorer of credits: whether a name near a word for a role has that role.

    python -m claims.train_credits OUT --reviews LINES.txt.gz --fronts RECORDS.jsonl.gz --leads LEADS.jsonl
        --oscars CREDITS.tsv --prose PROSE.jsonl.gz [--show]

REVIEWS holds a review a line; what the names in them mostly are is bootstrapped from the reviews themselves. FRONTS and
PROSE hold records with `source`, `path` and `text`; reviews of FRONTS with names in their front matter are learnt from
by those. LEADS hold `text` and `truth`. Needs scikit-learn and scipy beside reviewlint. Writes OUT, one byte a weight,
and prints what goes into its card; with `--show` it first prints figures for each source, learnt from the others.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from claims.cast_examples import of_casts
from claims.examples import Example, of_fronts, of_leads, of_reviews
from claims.synthetic import synthetic
from claims.who_is_who import roles_of_names
from reviewlint.claims.scorer import SIZE, place_of

STRENGTH = 0.3  # of the fit; 0.2 to 1 differ little
SEED = 17


def main() -> None:
    """Train, write and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    for name in ("reviews", "fronts", "leads", "oscars", "prose"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    examples = [one for one in gathered(options) if one.relation != "actor"]
    examples += synthetic(sum(one.relation != "cast" for one in examples) // 10, SEED)
    rows, right = matrix(examples), np.array([one.right for one in examples])
    print(Counter((one.source.partition("/")[0], one.right) for one in examples))
    if options.show:
        leave_one_out(examples, rows, right)
    write(options.out, fitted(rows, right))


def gathered(options: argparse.Namespace) -> Iterator[Example]:
    """Yield the examples of all sources."""
    with gzip.open(options.reviews, "rt", encoding="utf-8") as lines:
        reviews = lines.read().splitlines()
    fronts = list(records(options.fronts))
    prose = [
        one["text"].replace("\n", "\n\n")
        for one in records(options.prose)
        if one["kind"] in ("film", "book", "game", "music")
    ]
    others = [one["text"] for one in fronts]
    roles = roles_of_names([*reviews, *prose, *others], options.oscars)
    yield from of_fronts(fronts)
    yield from of_leads(options.leads)
    yield from of_reviews(prose, roles, "prose")
    yield from of_reviews(reviews, roles, "reviews")
    yield from of_casts(others, "cast of fronts")
    yield from of_casts(reviews, "cast of reviews")


def records(path: Path) -> Iterator[dict[str, str]]:
    """Yield the records of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def matrix(examples: list[Example]) -> scipy.sparse.csr_matrix:
    """Return a row for each example, with a one for each feature it has."""
    columns: list[int] = []
    ends = [0]
    for one in examples:
        columns += sorted({place_of(feature) for feature in one.features})
        ends.append(len(columns))
    return scipy.sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(examples), SIZE))


def fitted(rows: scipy.sparse.csr_matrix, right: np.ndarray) -> LogisticRegression:  # type: ignore[type-arg]
    """Return the fitted model."""
    return LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear", random_state=SEED).fit(rows, right)


def leave_one_out(examples: list[Example], rows: scipy.sparse.csr_matrix, right: np.ndarray) -> None:  # type: ignore[type-arg]
    """Print for each source, learnt from the others, how many of its credits are found at 90 % and 95 % precision."""
    sources = np.array([one.source for one in examples])
    relations = np.array([one.relation for one in examples])
    for kinds, name in ((sources, "source"), (relations, "relation")):
        for kind in sorted(set(kinds)):
            held = kinds == kind
            if name == "source" and kind.endswith("reviews"):
                held &= np.array([zlib.crc32(one.name.encode()) % 5 == 0 for one in examples])
            if right[held].sum() < 20:
                continue
            scores = fitted(rows[~held], right[~held]).predict_proba(rows[held])[:, 1]
            order = np.argsort(-scores)
            hits = np.cumsum(right[held][order])
            precision = hits / np.arange(1, len(order) + 1)
            least = [hits[np.flatnonzero(precision >= wanted)[-1]] if (precision >= wanted).any() else 0
                     for wanted in (0.9, 0.95)]  # fmt: skip
            shares = " ".join(f"{count / hits[-1]:.2f}" for count in least)
            print(f"{name} {kind}: {hits[-1]} credits, {len(order)} pairs, found at 90 and 95 % {shares}")


def write(out: Path, model: LogisticRegression) -> None:
    """Write the model and print what is to be known of the file."""
    data = packed(model)
    out.write_bytes(data)
    weights = sum(byte != 0 for byte in data[8:])
    print(f"{weights} weights, {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


def packed(model: LogisticRegression) -> bytes:
    """Return the scale and the bias as two floats, then a signed byte a weight."""
    weights = model.coef_[0]
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8)
    return struct.pack("<ff", scale, float(model.intercept_[0])) + small.tobytes()


if __name__ == "__main__":
    main()
