"""Prints how much of what is wrong in annotated drafts reviewlint finds, and how often it is wrong itself.

    python benchmarks/accuracy.py [DRAFTS] [--select GROUPS] [--show missed|false]

DRAFTS is a folder of marked drafts (our own `benchmarks/drafts` without it), or a file with one JSON object a line:
`id`, `name` (a file name), `text`, `defects` (objects with `start` and `end` in code points, and `category`) and,
where the work is known, `facts` (see corpus.py). A draft without defects is clean prose that must yield nothing.

A defect is found when a finding overlaps its span and is not much longer (three times its length plus 40
characters; no limit for readability). A finding that meets no defect is a false alarm. Findings of severity
`info` are left out of all counts.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus import facts_file, read_drafts


def findings_of(drafts: list[dict[str, Any]], select: str) -> dict[str, list[dict[str, Any]]]:
    """Return the findings of each draft by its id, from one run over all of them."""
    with tempfile.TemporaryDirectory() as folder:
        ids: dict[Path, str] = {}
        for draft in drafts:
            place = Path(folder).resolve() / draft["id"]
            place.mkdir()
            path = place / draft["name"]
            path.write_bytes(draft["text"].encode())
            ids[path] = draft["id"]
            if facts := facts_file(draft):
                path.with_suffix(".facts.yaml").write_text(facts, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "reviewlint",
            "check",
            "--format",
            "json",
            "--select",
            select,
            folder,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)
        files = json.loads(done.stdout)["files"]
    return {
        ids[Path(file["path"]).resolve()]: [f for f in file["findings"] if f["severity"] != "info"] for file in files
    }


def meets(finding: dict[str, Any], defect: dict[str, Any]) -> bool:
    """Tell whether a finding counts as having found a defect."""
    start, end = finding["start"], max(finding["end"], finding["start"] + 1)
    if not (start < defect["end"] and defect["start"] < end):
        return False
    return defect["category"] == "readability" or end - start <= 3 * (defect["end"] - defect["start"]) + 40


def show(what: str, draft: dict[str, Any], findings: list[dict[str, Any]]) -> None:
    """Print the missed defects or the false alarms of a draft, a line each."""
    rows = (
        [(d, d["category"], "") for d in draft["defects"] if not any(meets(f, d) for f in findings)]
        if what == "missed"
        else [(f, f["rule"], f["message"]) for f in findings if not any(meets(f, d) for d in draft["defects"])]
    )
    for place, name, message in rows:
        quote = draft["text"][place["start"] : place["end"]].replace("\n", " ")
        print(f"{what}: {draft['id']} | {name} | {quote} | {message}")


def main() -> None:
    """Print a table a category, then recall, precision and the false alarms on clean drafts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", type=Path, nargs="?", default=Path(__file__).resolve().parent / "drafts")
    parser.add_argument("--select", default="all")
    parser.add_argument("--show", choices=("missed", "false"), action="append", default=[])
    options = parser.parse_args()
    drafts = list(read_drafts(options.drafts))
    found = findings_of(drafts, options.select)
    total: collections.Counter[str] = collections.Counter()
    hit: collections.Counter[str] = collections.Counter()
    said = right = clean_words = clean_said = 0
    for draft in drafts:
        findings = found[draft["id"]]
        said += len(findings)
        right += sum(any(meets(f, d) for d in draft["defects"]) for f in findings)
        for defect in draft["defects"]:
            total[defect["category"]] += 1
            hit[defect["category"]] += any(meets(f, defect) for f in findings)
        if not draft["defects"]:
            clean_words += len(draft["text"].split())
            clean_said += len(findings)
        for what in options.show:
            show(what, draft, findings)
    print("| category | defects | found | recall |\n|---|---:|---:|---:|")
    for category, count in sorted(total.items()):
        print(f"| {category} | {count} | {hit[category]} | {hit[category] / count:.0%} |")
    recall, precision = hit.total() / max(1, total.total()), right / max(1, said)
    print(f"\nrecall {recall:.1%}, precision {precision:.1%} of {said} findings")
    print(f"clean drafts: {clean_said} false alarms in {clean_words:,} words")


if __name__ == "__main__":
    main()
