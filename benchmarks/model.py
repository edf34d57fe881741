"""Prints what a language model adds to reviewlint on annotated drafts.

    python benchmarks/model.py DRAFTS --url http://localhost:11434 --name qwen3:8b [--ask all]

DRAFTS is what benchmarks/accuracy.py takes: a folder of marked drafts, or a file with one JSON object a line. They are
checked with the model, and its findings (`garbled/model`, `facts/model`) are counted apart: the defects that no other
finding meets, and the findings that meet no defect. Findings of other rules for information are left out. With
--no-reader only the rules doubt.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from accuracy import meets
from corpus import facts_file, read_drafts

RULES = ("garbled/model", "facts/model")


def main() -> int:
    """Check, count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--url", required=True, help="The address of the server.")
    parser.add_argument("--name", required=True, help="The model, as the server calls it.")
    parser.add_argument("--ask", choices=["doubts", "all"], default="doubts")
    parser.add_argument("--allow-remote", metavar="HOST", help="Send the drafts to this host.")
    parser.add_argument("--seconds", type=float, default=3_600, help="The most that is waited.")
    parser.add_argument("--sentences", type=int, default=100_000, help="The most that is asked about.")
    parser.add_argument("--no-reader", action="store_true")
    given = parser.parse_args()
    drafts = list(read_drafts(given.drafts))
    began = time.monotonic()
    findings, said = checked(drafts, given)
    print(f"{len(drafts)} drafts in {time.monotonic() - began:,.0f} s, model {given.name}, asked about {given.ask}")
    report(drafts, findings)
    print(said, file=sys.stderr, end="")
    return 0


def checked(drafts: list[dict[str, Any]], given: argparse.Namespace) -> tuple[dict[str, list[dict[str, Any]]], str]:
    """Return the findings of each draft by its id, with those of the model, and what the run said on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder).resolve()
        paths = {place(draft, top / "drafts"): draft["id"] for draft in drafts}
        (top / "own.toml").write_text(configuration(given), encoding="utf-8")
        command = [sys.executable, "-m", "reviewlint", "check", "--format", "json", "--no-engine", "--no-cache"]
        command += ["--no-reader"] * given.no_reader + [str(top / "drafts")]
        own = os.environ | {"REVIEWLINT_CONFIG": str(top / "own.toml")}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=own)
        if not done.stdout:
            sys.exit(done.stderr)
        files = json.loads(done.stdout)["files"]
    return {paths[Path(file["path"]).resolve()]: file["findings"] for file in files}, done.stderr


def place(draft: dict[str, Any], top: Path) -> Path:
    """Write a draft and its facts into a folder of its own; return its path."""
    path = top / draft["id"] / draft["name"]
    path.parent.mkdir(parents=True)
    path.write_bytes(draft["text"].encode())
    if facts := facts_file(draft):
        path.with_suffix(".facts.yaml").write_text(facts, encoding="utf-8")
    return path


def configuration(given: argparse.Namespace) -> str:
    """Return a configuration of a user's own that names the model."""
    table = {"url": given.url, "name": given.name, "ask": given.ask, "sentences": given.sentences}
    table |= {"tokens": 1_000_000_000, "seconds": given.seconds}
    table |= {"allow-remote": [given.allow_remote]} if given.allow_remote else {}
    return "\n".join(["[model]", *(f"{key} = {json.dumps(value)}" for key, value in table.items()), ""])


def report(drafts: list[dict[str, Any]], findings: dict[str, list[dict[str, Any]]]) -> None:
    """Print a line for the rules and the reader, and one for what the model adds."""
    words = sum(len(draft["text"].split()) for draft in drafts)
    clean = sum(len(draft["text"].split()) for draft in drafts if not draft["defects"])
    defects = [(draft["id"], defect) for draft in drafts for defect in draft["defects"]]
    by_rules = {
        i: [f for f in found if f["rule"] not in RULES and f["severity"] != "info"] for i, found in findings.items()
    }
    by_model = {i: [f for f in found if f["rule"] in RULES] for i, found in findings.items()}
    known = {id(d) for i, d in defects if any(meets(f, d) for f in by_rules.get(i, ()))}
    new = {id(d) for i, d in defects if any(meets(f, d) for f in by_model.get(i, ()))} - known
    print(f"{words:,} words, {len(defects):,} defects; {clean:,} words in drafts without any")
    for name, found, said in (("rules and reader", known, by_rules), ("the model adds", new, by_model)):
        every = [(draft, f) for draft in drafts for f in said.get(draft["id"], ())]
        right = sum(any(meets(f, d) for d in draft["defects"]) for draft, f in every)
        false = sum(not draft["defects"] for draft, _ in every)
        print(
            f"{name}: {len(found):,} defects found ({len(found) / max(1, len(defects)):.1%}), {len(every):,} findings, "
            f"{right / max(1, len(every)):.0%} on a defect, {1000 * false / max(1, clean):.1f} in 1,000 clean words"
        )


if __name__ == "__main__":
    sys.exit(main())
