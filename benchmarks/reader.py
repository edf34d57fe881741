"""Prints how the reader weighs finding garbled prose against false alarms, and draws the curve.

    python benchmarks/reader.py --drafts DRAFTS.jsonl --pairs PAIRS.jsonl --sound REVIEWS.jsonl.gz [--svg FILE]

DRAFTS are annotated drafts (see accuracy.py). PAIRS holds `original`, `spun` and `substitutions` (pairs of the old and
the new words, in order). SOUND holds reviews with `path` and `text`; a quarter of them is read, for the others were
learnt from (training/reader/sound.py).
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from corpus import read_drafts, read_records
from reviewlint.document import Document, Source, parse
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.reader import Reading, read
from reviewlint.rules.context import Context
from reviewlint.rules.kinds.reader import compile_rule
from reviewlint.rules.registry import load_rules

RULE = next(rule.info for rule in load_rules() if rule.info.name == "garbled/odd-phrase")
SWEEP = [round(2.0 - 0.25 * step, 2) for step in range(15)]
GARBLED = "garbled"


class Text(NamedTuple):
    """A draft with what the reader says of it, and the spans that are garbled (source offsets, category)."""

    document: Document
    reading: Reading
    faults: tuple[tuple[int, int, str], ...]


class Point(NamedTuple):
    """What comes of one threshold: recall and precision on drafts, recall on spun text, alarms per 1,000 words."""

    threshold: float
    recall: float
    precision: float
    clean: float
    spun: float
    originals: float
    sound: float


def text_of(name: str, text: str, faults: Iterable[tuple[int, int, str]] = ()) -> Text:
    """Return a text, read."""
    document = parse(Source(name, text))
    return Text(document, read(document), tuple(faults))


def substituted(pair: dict[str, Any]) -> list[tuple[int, int, str]]:
    """Return where the words stand that a spinner put in."""
    found, at = [], 0
    for _, new in pair["substitutions"]:
        start = pair["spun"].find(new, at)
        if start >= 0:
            at = start + len(new)
            found.append((start, at, GARBLED))
    return found


def marked(text: Text, threshold: float) -> list[tuple[int, int]]:
    """Return the spans that are reported at a threshold."""
    info = replace(RULE, keys={**RULE.keys, "thresholds": dict.fromkeys(("quiet", "normal", "strict"), threshold)})
    context = Context(info, text.document, Vocabulary.of(()), {"sensitivity": "normal"}, reading=text.reading)
    return [(finding.span.start, finding.span.end) for finding in compile_rule(info)(context)]


def per_thousand(texts: Sequence[Text], threshold: float) -> float:
    """Return how often the reader speaks in 1,000 words."""
    words = sum(len(text.document.words) for text in texts)
    return 1000 * sum(len(marked(text, threshold)) for text in texts) / max(1, words)


def on_drafts(drafts: Sequence[Text], threshold: float) -> tuple[float, float]:
    """Return recall of garbled passages, and the share of findings that meet a defect of any category."""
    found, total, right, spoken = 0, 0, 0, 0
    for draft in drafts:
        spans = marked(draft, threshold)
        meets = [
            [f for f in draft.faults if s < f[1] and f[0] < e and e - s <= 3 * (f[1] - f[0]) + 40] for s, e in spans
        ]
        garbled = {fault for fault in draft.faults if fault[2] == GARBLED}
        total += len(garbled)
        found += len(garbled & {fault for faults in meets for fault in faults})
        spoken += len(spans)
        right += sum(map(bool, meets))
    return found / max(1, total), right / max(1, spoken)


def recall_of_words(texts: Sequence[Text], threshold: float) -> float:
    """Return the share of substituted words that lie in something reported."""
    found = total = 0
    for text in texts:
        spans = marked(text, threshold)
        total += len(text.faults)
        found += sum(any(s < end and start < e for s, e in spans) for start, end, _ in text.faults)
    return found / max(1, total)


def curve(
    drafts: Sequence[Text], spun: Sequence[Text], originals: Sequence[Text], sound: Sequence[Text]
) -> list[Point]:
    """Return a point for each threshold of the sweep."""
    clean = [draft for draft in drafts if not draft.faults]
    return [
        Point(
            threshold,
            *on_drafts(drafts, threshold),
            per_thousand(clean, threshold),
            recall_of_words(spun, threshold),
            per_thousand(originals, threshold),
            per_thousand(sound, threshold),
        )
        for threshold in SWEEP
    ]


def as_svg(points: Sequence[Point], normal: float) -> str:
    """Return a picture: recall (up) against false alarms per 1,000 words of sound reviews (right)."""
    wide, high, left, top, most = 420, 250, 46, 14, 2.0

    def place(alarms: float, recall: float) -> tuple[float, float]:
        return left + wide * min(alarms, most) / most, top + high * (1 - recall)

    lines = []
    for name, colour, recalls in (
        ("spun words", "#0a7", [p.spun for p in points]),
        ("garbled phrases", "#c40", [p.recall for p in points]),
    ):
        inside = [(p.sound, recall) for p, recall in zip(points, recalls, strict=True) if p.sound <= most]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*pair) for pair in inside))
        x, y = place(*inside[-1])
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.append(f'<text x="{x - 4:.0f}" y="{y - 8:.0f}" fill="{colour}" text-anchor="end">{name}</text>')
    at = min(points, key=lambda p: abs(p.threshold - normal))
    x, _ = place(at.sound, 0)
    lines.append(f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{top + high}" stroke="#888" stroke-dasharray="3 3"/>')
    lines.append(f'<text x="{x + 5:.0f}" y="{top + 12}" fill="#666">normal</text>')
    ticks = [f'<text x="{left - 6}" y="{top + high * (1 - r) + 4:.0f}" text-anchor="end" fill="#666">{r:.0%}</text>'
             for r in (0, 0.25, 0.5, 0.75, 1)]  # fmt: skip
    ticks += [f'<text x="{left + wide * a / most:.0f}" y="{top + high + 18}" text-anchor="middle">{a:g}</text>'
              for a in (0, 0.5, 1, 1.5, 2)]  # fmt: skip
    frame = f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" fill="#fff" stroke="#ccc"/>'
    legend = (f'<text x="{left + wide / 2:.0f}" y="{top + high + 38}" text-anchor="middle" fill="#333">'
              "findings per 1,000 words of sound reviews</text>")  # fmt: skip
    body = "\n".join([frame, *ticks, legend, *lines])
    size = f'viewBox="0 0 {left + wide + 14} {top + high + 48}" width="{left + wide + 14}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">\n{body}\n</svg>\n'


def main() -> None:
    """Print the table and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--sound", type=Path, required=True)
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    drafts = [
        text_of(d["name"], d["text"], ((f["start"], f["end"], f["category"]) for f in d["defects"]))
        for d in read_drafts(options.drafts)
    ]
    pairs = list(read_records(options.pairs))
    spun = [text_of("spun.txt", pair["spun"], substituted(pair)) for pair in pairs]
    originals = [text_of("original.txt", pair["original"]) for pair in pairs]
    sound = [
        text_of(review["path"], review["text"])
        for review in read_records(options.sound)
        if zlib.crc32(review["path"].encode()) % 4 == 1
    ]
    points = curve(drafts, spun, originals, sound)
    print("| threshold | garbled found | precision | clean drafts | spun words found | originals | sound reviews |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for p in points:
        print(f"| {p.threshold:+.2f} | {p.recall:.0%} | {p.precision:.0%} | {p.clean:.2f} | {p.spun:.0%} | "
              f"{p.originals:.2f} | {p.sound:.2f} |")  # fmt: skip
    if options.svg:
        options.svg.write_text(as_svg(points, RULE.keys["thresholds"]["normal"]), encoding="utf-8")


if __name__ == "__main__":
    main()
