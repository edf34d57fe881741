"""What is shipped of the page is whole: its hashes, its licences, and nothing that would ask another host."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "src" / "reviewlint" / "serve" / "page"
SOURCES = ROOT / "editors" / "page"


def test_the_hashes_are_those_of_the_files() -> None:
    told = dict(reversed(line.split("  ")) for line in (PAGE / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in PAGE.iterdir() if path.name != "SHA256SUMS"
    }
    assert told == found


def test_each_package_in_the_bundle_has_its_licence() -> None:
    text = (PAGE / "licences.txt").read_text(encoding="utf-8")
    told = dict(re.findall(r"^((?:@[\w-]+/)?[\w-]+) (\d+\.\d+\.\d+) \(MIT\)$", text, re.MULTILINE))
    locked = json.loads((SOURCES / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    versions = {path.rpartition("node_modules/")[2]: each["version"] for path, each in locked.items() if path}
    assert told == {name: versions[name] for name in told}
    assert {"@codemirror/view", "@codemirror/state", "@lezer/markdown", "style-mod"} <= told.keys()
    assert text.count("Permission is hereby granted") == len(told)


def test_the_page_names_no_other_host() -> None:
    for name in ("index.html", "page.css"):
        assert "//" not in re.sub(r"http://www\.w3\.org/\S+", "", (PAGE / name).read_text(encoding="utf-8"))
    script = (PAGE / "page.js").read_text(encoding="utf-8")
    assert not re.findall(r"(?:fetch|import|open)\(\s*[\"'`]https?:", script)
    assert not re.findall(r"\beval\(|new Function\(|innerHTML\s*=", script)


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (SOURCES / "package-lock.json").read_text(encoding="utf-8")
