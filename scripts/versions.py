"""Runs a version of reviewlint over a folder of drafts, and reads what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
HERE = "."


class Found(NamedTuple):
    """A finding: the draft, the rule, where it is; the marked words and some before and after, the message."""

    path: str
    rule: str
    start: int
    end: int
    before: str
    words: str
    after: str
    message: str
    fix: str = ""  # what the marked words become, if there is a fix

    @property
    def key(self) -> tuple[str, str, int, int]:
        """Return what makes it the same finding in two versions, though one says it in other words."""
        return self[:4]

    @property
    def line(self) -> str:
        """Return it on one line, the marked words between ⟦ and ⟧."""
        return flat(f"…{self.before}⟦{self.words}⟧{self.after}…")


def sources(version: str, folder: Path) -> Path:
    """Return where a version's package stands; take it from git if it is a commit."""
    if version == HERE:
        return ROOT / "src"
    folder.mkdir()
    archive = ["git", "-C", str(ROOT), "archive", version, "src", "rules"]
    packed = subprocess.run(archive, stdout=subprocess.PIPE, check=False)
    if packed.returncode:  # git has said why
        sys.exit(2)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)
    return folder / "src"


def findings(package: Path, drafts: Path, rules: Sequence[str] = (), ignore: Sequence[str] = ()) -> Iterator[Found]:
    """Yield what one version says of the drafts."""
    arguments = ["check", "--format", "json", "--exit-zero"]
    arguments += ["--select", ",".join(rules)] if rules else []
    arguments += ["--ignore", ",".join(ignore)] if ignore else []
    for file in asked(package, drafts, [*arguments, "."])["files"]:
        text = (drafts / file["path"]).read_bytes().decode("utf-8-sig") if file["findings"] else ""
        for item in file["findings"]:
            start, end = item["start"], item["end"]
            before, after = text[max(0, start - 60) : start], text[end : end + 40]
            yield Found(
                file["path"], item["rule"], start, end, before, text[start:end], after, item["message"],
                _fixed(text, item),
            )  # fmt: skip


def asked(package: Path, folder: Path, arguments: Sequence[str]) -> Any:
    """Return what a version's command prints as JSON; end with status 2 if that is none."""
    environment = {**os.environ, "PYTHONPATH": str(package)}
    command = [sys.executable, "-P", "-m", "reviewlint", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.stderr.write(done.stderr.decode(errors="replace"))
        sys.exit(2)


def flat(text: str) -> str:
    """Return a text on one line."""
    return text.replace("\r", " ").replace("\n", " ")


def _fixed(text: str, item: dict[str, Any]) -> str:
    """Return the words that the fix of a finding puts in the place of those it touches."""
    if not item.get("fix"):
        return ""
    edits = sorted(item["fix"]["edits"], key=lambda edit: edit["start"])
    at, parts = edits[0]["start"], []
    for edit in edits:
        parts += [text[at : edit["start"]], edit["text"]]
        at = edit["end"]
    return f"{text[edits[0]['start'] : at]} → {''.join(parts)}"
