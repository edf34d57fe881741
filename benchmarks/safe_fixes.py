"""Prints what the safe fixes would change in published texts, rule by rule, to be read one by one.

    python benchmarks/safe_fixes.py TEXTS.jsonl.gz
    python benchmarks/safe_fixes.py TEXTS.jsonl.gz --paragraphs --samples 200 --rules typography/stray-comma

TEXTS is a folder of drafts, or holds one JSON object a line with `text`, and `path` or `source`. A safe fix is one
that cannot be wrong, so each of these changes has to be right, whoever wrote the text. Samples are drawn over all
rules in proportion to how often each fires, by a fixed lot.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus import lay_out, read_records
from reviewlint.rules.registry import load_rules

AROUND = 60  # characters shown on either side


class Change(NamedTuple):
    """A safe fix: the rule, the text it is in, and the place before and after."""

    rule: str
    text: str
    shown: str


def main() -> None:
    """Print a table of the rules, and a sample of the changes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--paragraphs", action="store_true", help="each line of a text is a paragraph")
    parser.add_argument("--samples", type=int, default=200, help="changes to print")
    parser.add_argument("--rules", default="", help="only these rules, with commas between")
    options = parser.parse_args()
    rules = options.rules or ",".join(rule.info.name for rule in load_rules() if rule.info.fix == "safe")
    with tempfile.TemporaryDirectory() as scratch:
        folder, names, words = _drafts(options.texts, Path(scratch), options.paragraphs)
        changes = list(_changes(folder, names, rules))
    print(f"{len(changes):,} safe fixes in {words:,} words ({1000 * len(changes) / max(1, words):.2f} in 1,000).\n")
    for rule, count in Counter(change.rule for change in changes).most_common():
        print(f"{count:7,}  {rule}")
    print()
    for change in sorted(random.Random(0).sample(changes, min(options.samples, len(changes)))):
        print(f"{change.rule}  {change.text}\n    {change.shown}")


def _drafts(texts: Path, scratch: Path, paragraphs: bool) -> tuple[Path, dict[str, str], int]:
    """Return a folder with the texts as files, the name of each, and the number of words."""
    if texts.is_dir():
        return texts.resolve(), {}, sum(len(path.read_text("utf-8", "replace").split()) for path in texts.rglob("*.*"))
    records = list(read_records(texts))
    if paragraphs:
        records = [record | {"text": record["text"].replace("\n", "\n\n")} for record in records]
    words = lay_out(records, scratch)
    names = [" ".join(filter(None, (record.get("source"), record.get("path")))) for record in records]
    return scratch, {path.name: name for path, name in zip(sorted(scratch.iterdir()), names, strict=True)}, words


def _changes(folder: Path, names: dict[str, str], rules: str) -> Iterator[Change]:
    """Yield what the safe fixes of some rules change in a folder of drafts."""
    command = [sys.executable, "-m", "reviewlint", "check", "--no-cache", "--format", "json", "--exit-zero"]
    done = subprocess.run([*command, "--select", rules, "."], cwd=folder, stdout=subprocess.PIPE, check=False)
    for file in json.loads(done.stdout)["files"]:
        text = (folder / file["path"]).read_bytes().decode("utf-8-sig") if file["findings"] else ""
        for finding in file["findings"]:
            fix = finding["fix"]
            if fix and fix["safety"] == "safe":
                name = names.get(Path(file["path"]).name, file["path"])
                yield Change(finding["rule"], name, _shown(text, fix["edits"]))


def _shown(text: str, edits: list[dict[str, int | str]]) -> str:
    """Return a place with its edits marked: ⟦old→new⟧."""
    first, last = int(edits[0]["start"]), int(edits[-1]["end"])
    parts, at = [], max(0, first - AROUND)
    for edit in edits:
        parts += [text[at : int(edit["start"])], f"⟦{text[int(edit['start']) : int(edit['end'])]}→{edit['text']}⟧"]
        at = int(edit["end"])
    return "".join([*parts, text[at : last + AROUND]]).replace("\n", "⏎").replace("\r", "")


if __name__ == "__main__":
    main()
