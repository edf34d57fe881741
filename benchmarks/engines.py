"""Prints what reviewlint finds by itself and with each engine of grammar, on the same texts in the same run.

    python benchmarks/engines.py [--drafts DRAFTS.jsonl]... [--corrections CORRECTIONS.jsonl.gz]
                                 [--sound PROSE.jsonl.gz] [--words 60000] [--half odd]

DRAFTS are annotated drafts, judged as accuracy.py judges. CORRECTIONS are sentences as their authors wrote (`before`)
and mended them, with the `edits` and their `tier`; those of the tier “error” are asked about, and a slip is found where
a finding touches its edit. PROSE are published texts with their `source` and `care`; so many words of edited ones are
read, spread over the sources, and what is said of them is nearly always a false alarm. With --half, only the drafts and
sources whose crc32 is odd or even are taken, as where one half was read to choose the rules and the other was not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from accuracy import meets
from corpus import facts_file, read_drafts, read_records

ENGINES = {"built-in rules": "off", "lingotweaker": "lingotweaker", "LanguageTool": "languagetool"}
Record = dict[str, Any]
Findings = list[Record]


def main() -> None:
    """Print a table with a row for each engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=Path, action="append", default=[])
    parser.add_argument("--corrections", type=Path)
    parser.add_argument("--sound", type=Path)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--half", choices=("odd", "even"))
    parser.add_argument("--engine", choices=list(ENGINES), action="append")
    options = parser.parse_args()

    def taken(name: str) -> bool:
        return options.half is None or crc32(name.encode()) % 2 == (options.half == "odd")

    columns: dict[str, tuple[list[Record], Callable[[list[Record], list[Findings]], str]]] = {}
    for path in options.drafts:
        columns[path.name] = [draft for draft in read_drafts(path) if taken(draft["id"])], in_drafts
    if options.corrections:
        columns["corrections"] = list(corrections(options.corrections, taken)), in_corrections
    if options.sound:
        columns["edited prose"] = list(sound(options.sound, taken, options.words)), in_sound
    print(f"| | {' | '.join(columns)} |\n|---{'|---' * len(columns)}|")
    for title in options.engine or ENGINES:
        cells = [judge(records, check(records, ENGINES[title])) for records, judge in columns.values()]
        print(f"| {title} | {' | '.join(cells)} |", flush=True)


def corrections(path: Path, taken: Callable[[str], bool]) -> Iterator[Record]:
    """Yield the slips that authors mended, each as a text with the edits."""
    for record in read_records(path):
        edits = [edit for edit in record["edits"] if edit["tier"] == "error"]
        if record["tier"] == "error" and edits and taken(record["source"]):
            yield {"text": record["before"], "name": "a.txt", "edits": edits}


def sound(path: Path, taken: Callable[[str], bool], words: int) -> Iterator[Record]:
    """Yield edited texts, of each source about as many words."""
    edited = [record for record in read_records(path) if record["care"] == "edited" and taken(record["source"])]
    share = words / len({record["source"] for record in edited})
    read: Counter[str] = Counter()
    for record in edited:
        if read[record["source"]] < share:
            read[record["source"]] += len(record["text"].split())
            yield {"text": record["text"].replace("\n", "\n\n"), "name": "a.txt"}


def check(records: list[Record], engine: str) -> list[Findings]:
    """Return the findings on each text, those for information left out, with an engine or with none."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder).resolve()
        (top / "reviewlint.toml").write_text(f'[grammar]\nengine = "{engine}"\nwait = 36000\n', encoding="utf-8")
        paths = []
        for number, record in enumerate(records):
            place = top / f"{number:05}"
            place.mkdir()
            paths.append(place / record["name"])
            paths[-1].write_bytes(record["text"].encode())
            if facts := facts_file(record):
                paths[-1].with_suffix(".facts.yaml").write_text(facts, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "reviewlint",
            "check",
            "--format",
            "json",
            "--exit-zero",
            "--no-cache",
            str(top),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = json.loads(done.stdout)
        if said["errors"] or said["notices"]:
            sys.exit(f"{engine}: {said['errors'] or said['notices']}")
        found = {Path(file["path"]).resolve(): file["findings"] for file in said["files"]}
        return [[f for f in found[path] if f["severity"] != "info"] for path in paths]


def in_drafts(drafts: list[Record], found: list[Findings]) -> str:
    """Return how many defects were found, and how many findings are right."""
    pairs = list(zip(drafts, found, strict=True))
    hit = sum(any(meets(f, defect) for f in findings) for draft, findings in pairs for defect in draft["defects"])
    right = sum(any(meets(f, defect) for defect in draft["defects"]) for draft, findings in pairs for f in findings)
    total, said = sum(len(draft["defects"]) for draft in drafts), sum(map(len, found))
    return f"{hit} of {total} found ({hit / total:.1%}), {right} of {said} right ({right / max(1, said):.1%})"


def in_corrections(slips: list[Record], found: list[Findings]) -> str:
    """Return how many slips were found."""
    hit = sum(
        any(f["start"] - 1 <= edit["end"] and edit["start"] <= f["end"] + 1 for f in findings for edit in slip["edits"])
        for slip, findings in zip(slips, found, strict=True)
    )
    return f"{hit} of {len(slips)} found ({hit / len(slips):.1%})"


def in_sound(texts: list[Record], found: list[Findings]) -> str:
    """Return how often something is said of sound prose."""
    words = sum(len(record["text"].split()) for record in texts)
    said = sum(map(len, found))
    return f"{1000 * said / words:.2f} in 1,000 words ({said} in {words:,})"


if __name__ == "__main__":
    main()
