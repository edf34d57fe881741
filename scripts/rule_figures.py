"""Prints of every rule of one version how much it says of published prose, and how much of that is right.

    scripts/ecosystem figures --sound PROSE --labels FOLDER --corrections PAIRS --lines REVIEWS --json OUT

Every set is optional; a file may be compressed (.gz).

PROSE        published prose, one object a line: source, path, care (edited or casual), text (a paragraph a line)
FOLDER       reviews.jsonl.gz (path, text) and labels.tsv (rule, path, start, end, label: right, useful or wrong)
PAIRS        corrections of authors, one object a line: source, path, before, after, edits (start, end), tier
REVIEWS      reviews, one a line

All rules run, those on trial too. Columns: findings in all sets; in 1,000 words of edited prose, and the same in the
half of its sources that samples are never drawn from, so that nobody has read it; corrections hit, of the tier
`error`; findings in 1,000 words of corrected text; and the labels of the places where the rule said something. A
finding hits a correction if it overlaps the edited place.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from versions import HERE, Found, asked, findings, sources

RIGHT = ("right", "useful")
GROUPED = 40  # files in a folder: a folder of thousands is slow to list


@dataclass(frozen=True, slots=True)
class Draft:
    """A text of a set; `readable` tells whether samples may be drawn from its source."""

    of: str
    text: str
    readable: bool = True
    places: tuple[tuple[str, int, int], ...] = ()  # label or tier, start, end


@dataclass(slots=True)
class Figures:
    """What is counted of one rule."""

    findings: int = 0
    edited: int = 0
    unread: int = 0
    hits: int = 0
    corrected: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    samples: list[Found] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Print the table and the samples."""
    parser = argparse.ArgumentParser(
        prog="ecosystem figures", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("sound", "labels", "corrections", "lines", "json"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--version", default=HERE, help="a commit, or . for the files as they are")
    parser.add_argument("--ignore", default=[], action="append", help="a rule or group that is not to run")
    parser.add_argument("--share", type=int, default=1, help="take one text in so many of prose and reviews")
    parser.add_argument("--samples", type=int, default=0, help="samples of each rule")
    options = parser.parse_args(arguments)
    drafts = list(drafts_of(options))
    with tempfile.TemporaryDirectory() as scratch:
        package = sources(options.version, Path(scratch, "version"))
        found = run(package, drafts, Path(scratch, "drafts"), options.ignore)
    if options.json:
        with options.json.open("w", encoding="utf-8") as out:
            for number, item in found:
                json.dump({"set": drafts[number].of, **item._asdict()}, out, ensure_ascii=False)
                out.write("\n")
    show(counted(drafts, found), drafts, options.samples)
    return 0


def drafts_of(options: argparse.Namespace) -> Iterator[Draft]:
    """Yield the texts of all sets that were asked for."""
    share = options.share
    if options.sound:
        for item in objects(options.sound):
            if crc32(item["path"].encode()) % share == 0:
                text = item["text"].replace("\n", "\n\n")
                yield Draft(item["care"], text, readable(item["source"]))
    if options.labels:
        labels = defaultdict(list)
        with (options.labels / "labels.tsv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                labels[row["path"]].append((f"{row['rule']} {row['label']}", int(row["start"]), int(row["end"])))
        for item in objects(options.labels / "reviews.jsonl.gz"):
            yield Draft("labels", item["text"], places=tuple(labels[item["path"]]))
    if options.corrections:
        for item in objects(options.corrections):
            edits = tuple((edit["tier"], edit["start"], edit["end"]) for edit in item["edits"])
            yield Draft("before", item["before"], readable(item["source"]), edits)
            yield Draft("after", item["after"], readable(item["source"]))
    if options.lines:
        for number, line in enumerate(lines(options.lines)):
            if number % share == 0:
                yield Draft("lines", line)


def readable(source: str) -> bool:
    """Tell whether samples may be drawn from a source; its other half stays unread."""
    return crc32(source.encode()) % 2 == 0


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file that has one a line."""
    return map(json.loads, lines(path))


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file that are not blank."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as every:
        yield from filter(str.strip, every)


def run(package: Path, drafts: Sequence[Draft], folder: Path, ignore: Sequence[str]) -> list[tuple[int, Found]]:
    """Return what a version finds, each finding with the number of its draft."""
    for number, draft in enumerate(drafts):
        path = folder / f"{number // GROUPED}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft.text, encoding="utf-8", newline="")
    trial = [rule["name"] for rule in asked(package, folder, ["rules", "--format", "json"]) if rule["preview"]]
    every = findings(package, folder, ["all", *trial], ignore)
    return [(int(Path(item.path).stem), item) for item in every]


def counted(drafts: Sequence[Draft], found: Iterable[tuple[int, Found]]) -> dict[str, Figures]:
    """Return the figures rule by rule."""
    rules: defaultdict[str, Figures] = defaultdict(Figures)
    for number, item in found:
        draft, figures = drafts[number], rules[item.rule]
        figures.findings += 1
        figures.edited += draft.of == "edited"
        figures.unread += draft.of == "edited" and not draft.readable
        figures.corrected += draft.of == "after"
        touched = [what for what, start, end in draft.places if item.start <= end and start <= item.end]
        if draft.of == "before":
            figures.hits += "error" in touched
        figures.labels.update(
            label.split()[1] for label in touched if draft.of == "labels" and label.startswith(f"{item.rule} ")
        )
        if draft.readable:
            figures.samples.append(item)
    return rules


def show(rules: dict[str, Figures], drafts: Sequence[Draft], samples: int) -> None:
    """Print the table of all rules, and samples of each."""
    words: Counter[str] = Counter()
    for draft in drafts:
        count = len(draft.text.split())
        words[draft.of] += count
        words["unread"] += count * (draft.of == "edited" and not draft.readable)
        words["all"] += count
    print(f"{words['all']:,} words.\n")
    print("| rule | findings | in 1,000 edited words | unread half | corrections hit | in 1,000 corrected | right |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for rule, own in [*sorted(rules.items()), ("all", together(rules.values()))]:
        edited, unread = per_thousand(own.edited, words["edited"]), per_thousand(own.unread, words["unread"])
        corrected, labelled = per_thousand(own.corrected, words["after"]), own.labels.total()
        right = f"{sum(own.labels[label] for label in RIGHT)} of {labelled}" if labelled else ""
        print(f"| {rule} | {own.findings} | {edited} | {unread} | {own.hits} | {corrected} | {right} |")
    for rule, own in sorted(rules.items()) if samples else ():
        print(f"\n**{rule}**: {own.findings}\n")
        for item in random.Random(0).sample(own.samples, min(samples, len(own.samples))):
            print(f"- {item.line} {item.fix}")


def together(every: Iterable[Figures]) -> Figures:
    """Return the sum of all rules' figures."""
    total = Figures()
    for own in every:
        total.findings, total.edited = total.findings + own.findings, total.edited + own.edited
        total.unread, total.hits = total.unread + own.unread, total.hits + own.hits
        total.corrected += own.corrected
        total.labels.update(own.labels)
    return total


def per_thousand(count: int, words: int) -> str:
    """Return how often something is found in 1,000 words."""
    return f"{1000 * count / words:.3f}" if words else ""
