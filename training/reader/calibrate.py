"""Learns how to weigh what the reader knows of a doubted place, and writes the weights.

    python -m reader.calibrate WEIGHTS.json --drafts DRAFTS.jsonl ... --corrections FILE --sound PROSE.jsonl.gz

DRAFTS are annotated drafts (`id`, `name`, `text`, `defects` with `start` and `end`), CORRECTIONS those of
corrections.py, PROSE published prose (`source`, `care`, `text` with one paragraph a line). Learnt from are drafts and
sites whose checksum is even, and of corrections every second; the others are left to measure on, and how much is found
there is printed. Corrections are those of held-back sources, prose that of sites with a checksum that five divides, for
the reader has learnt from the others; how often it speaks in such prose is counted in all of it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from reader.corrections import is_held_back
from reviewlint.document import Document, Source, parse
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.reader import Reading, read
from reviewlint.reader.decision import phrase_features, slip_features
from reviewlint.rules.context import Context
from reviewlint.rules.kinds.reader import places_of
from reviewlint.rules.registry import load_rules

RULE = next(rule.info for rule in load_rules() if rule.info.name == "garbled/odd-phrase")
SWEEP = [round(2.0 - 0.25 * step, 2) for step in range(13)]
SOUND_WORDS = 40_000
CORRECTED = 500  # corrections
# What counts as found of them: the others are left to the rules on spelling, marks and capitals.
COUNTED = ("agreement/verb form", "article", "preposition", "missing word", "wrong word")
ROOM = 40  # a finding may be three times as long as the defect, and this many characters more


class Text(NamedTuple):
    """A text with its faults (source offsets); `kind` is "draft", "before", "after" or "sound".

    `counted` are the numbers of the faults that are to be found here.
    """

    kind: str
    key: str
    document: Document
    faults: tuple[tuple[int, int], ...]
    counted: frozenset[int]


class Place(NamedTuple):
    """A doubted place of a text: what is known of it, and which faults it meets."""

    text: int
    features: dict[str, float]
    meets: tuple[int, ...]


def is_learnt_from(key: str) -> bool:
    """Tell whether a draft, site or numbered correction is learnt from here; the others are measured on."""
    return (int(key) if key.isdigit() else zlib.crc32(key.encode())) % 2 == 0


def drafts(paths: Sequence[Path]) -> Iterator[Text]:
    """Yield annotated drafts."""
    for path in paths:
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            faults = tuple((d["start"], d["end"]) for d in row["defects"])
            counted = {n for n, d in enumerate(row["defects"]) if d["category"] in ("garbled", "grammar")}
            yield Text("draft", row["id"], parse(Source(row["name"], row["text"])), faults, frozenset(counted))


def corrections(path: Path) -> Iterator[Text]:
    """Yield sentences of held-back sources as they were first written, and as their authors mended them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["tier"] == "error" and is_held_back(row["source"])]
    for number, row in enumerate(random.Random(11).sample(rows, min(CORRECTED, len(rows)))):
        edits = [edit for edit in row["edits"] if edit["tier"] == "error"]
        faults = tuple((e["start"] - 2, max(e["end"], e["start"]) + 3) for e in edits)
        counted = frozenset(n for n, edit in enumerate(edits) if edit["class"] in COUNTED)
        yield Text("before", str(number), parse(Source("a.txt", row["before"])), faults, counted)
        yield Text("after", str(number), parse(Source("a.txt", row["after"])), (), frozenset())


def sound(path: Path) -> Iterator[Text]:
    """Yield edited prose of sites that the reader has not learnt from, at most a quarter of it from one."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["care"] == "edited"]
    rows = [row for row in rows if zlib.crc32(row["source"].encode()) % 5 == 0]
    random.Random(11).shuffle(rows)
    taken: dict[str, int] = {}
    for row in rows:
        words = len(row["text"].split())
        if words > 3000 or taken.get(row["source"], 0) > SOUND_WORDS / 4:
            continue
        if sum(taken.values()) > SOUND_WORDS:
            break
        taken[row["source"]] = taken.get(row["source"], 0) + words
        yield Text("sound", row["source"], parse(Source("a.txt", row["text"].replace("\n", "\n\n"))), (), frozenset())


def places(texts: Sequence[Text]) -> tuple[list[Place], list[Place]]:
    """Return the doubted phrases and slips of some texts."""
    phrases, slips = [], []
    for number, text in enumerate(texts):
        words, reading = text.document.words, read(text.document)
        for first, last, features in phrase_features(text.document, reading, _places(text.document, reading)):
            phrases.append(Place(number, features, _met(text, words[first].start, words[last].end)))
        for slip, features in slip_features(reading):
            slips.append(Place(number, features, _met(text, words[slip.word].start, words[slip.word].end)))
    return phrases, slips


def _places(document: Document, reading: Reading) -> list[object]:
    return places_of(Context(RULE, document, Vocabulary.of(()), {"sensitivity": "normal"}, reading=reading))


def _met(text: Text, start: int, end: int) -> tuple[int, ...]:
    span = text.document.prose.to_source(start, end)
    return tuple(
        number
        for number, (first, last) in enumerate(text.faults)
        if span.start <= last and first <= span.end and span.end - span.start <= 3 * (last - first) + ROOM
    )


def learnt(found: Sequence[Place], texts: Sequence[Text]) -> dict[str, float]:
    """Return the weights of a logistic regression, `one` the constant."""
    mine = [place for place in found if is_learnt_from(texts[place.text].key)]
    names = list(mine[0].features)
    rows = np.array([[place.features[name] for name in names] for place in mine])
    model = LogisticRegression().fit(rows, [bool(place.meets) for place in mine])
    weights = dict(zip(names, model.coef_[0], strict=True)) | {"one": model.intercept_[0]}
    return {name: round(float(weight), 3) for name, weight in weights.items()}


def odds(place: Place, weights: dict[str, float]) -> float:
    """Return the log odds of a place."""
    return weights["one"] + sum(weights[name] * number for name, number in place.features.items())


def report(kind: str, found: Sequence[Place], texts: Sequence[Text], weights: dict[str, float]) -> None:
    """Print what each threshold finds in what was not learnt from."""
    rest = {n for n, text in enumerate(texts) if text.kind == "sound" or not is_learnt_from(text.key)}
    print(f"\n| {kind} at | of draft defects | of corrections | right in drafts | sound, in 1,000 | mended, in 1,000 |")
    print("|---:|---:|---:|---:|---:|---:|")
    for threshold in SWEEP:
        said = [place for place in found if place.text in rest and odds(place, weights) >= threshold]
        cells = [f"{threshold:+.2f}", _share(said, texts, rest, "draft"), _share(said, texts, rest, "before")]
        drafts_said = [place for place in said if texts[place.text].kind == "draft"]
        cells.append(f"{sum(bool(p.meets) for p in drafts_said) / max(1, len(drafts_said)):.0%}")
        cells += [_rate(said, texts, rest, "sound"), _rate(said, texts, rest, "after")]
        print(f"| {' | '.join(cells)} |")


def _share(said: Sequence[Place], texts: Sequence[Text], rest: set[int], kind: str) -> str:
    total = sum(len(texts[number].counted) for number in rest if texts[number].kind == kind)
    met = {(p.text, n) for p in said if texts[p.text].kind == kind for n in p.meets if n in texts[p.text].counted}
    return f"{len(met) / max(1, total):.0%}"


def _rate(said: Sequence[Place], texts: Sequence[Text], rest: set[int], kind: str) -> str:
    words = sum(len(texts[number].document.words) for number in rest if texts[number].kind == kind)
    return f"{1000 * sum(texts[place.text].kind == kind for place in said) / max(1, words):.2f}"


def main() -> None:
    """Learn, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--drafts", type=Path, nargs="+", required=True)
    parser.add_argument("--corrections", type=Path, required=True)
    parser.add_argument("--sound", type=Path, required=True)
    options = parser.parse_args()
    texts = [*drafts(options.drafts), *corrections(options.corrections), *sound(options.sound)]
    phrases, slips = places(texts)
    weights = {"phrase": learnt(phrases, texts), "slip": learnt(slips, texts)}
    report("phrases", phrases, texts, weights["phrase"])
    report("slips", slips, texts, weights["slip"])
    options.weights.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
