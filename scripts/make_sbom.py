"""Writes what a built wheel consists of and needs, as CycloneDX 1.6, beside it: WHEEL.cdx.json.

python scripts/make_sbom.py dist/reviewlint-0.1.0-py3-none-any.whl
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

# Data of others, or made from it, that the wheel carries: where it lies, what it is, and its licence (see NOTICE).
CARRIED = (
    ("reviewlint/lexicon/data/", "WordNet 3.0, and word classes by spaCy's en_core_web_sm 3.8", "WordNet"),
    ("reviewlint/reader/data/", "a model trained from all-MiniLM-L6-v2", "Apache-2.0"),
    ("reviewlint/reader/large/data/", "additions to SmolLM2-135M-Instruct, whose weights are not here", "Apache-2.0"),
)
# Programs of others that the wheel carries in one file: the names and versions stand in what lies beside it.
BUNDLED = "reviewlint/serve/page/licences.txt"
_BUNDLED = re.compile(r"^(?P<name>(?:@[\w-]+/)?[\w-]+) (?P<version>[\w.-]+) \((?P<licence>[\w.-]+)\)$", re.MULTILINE)
_NEED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?P<range>[^;]*?)\s*(?:;\s*(?P<marker>.*))?$")


def sbom(wheel: Path) -> dict[str, Any]:
    """Return the list for a wheel: files of data with their SHA-256, dependencies with the versions they may have."""
    with zipfile.ZipFile(wheel) as archive:
        head = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        told = HeaderParser().parsestr(archive.read(head).decode("utf-8"))
        files = [
            _file(name, archive.read(name), what, licence)
            for folder, what, licence in CARRIED
            for name in sorted(archive.namelist())
            if name.startswith(folder) and not name.endswith((".md", ".py"))
        ]
        bundled = [_bundled(found) for found in _BUNDLED.finditer(archive.read(BUNDLED).decode("utf-8"))]
    itself = {"type": "application", "name": told["Name"], "version": told["Version"]}
    itself |= {"purl": f"pkg:pypi/{told['Name']}@{told['Version']}", "licenses": [{"expression": "GPL-3.0-or-later"}]}
    itself |= {"hashes": [{"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()}]}
    needs = [found for need in told.get_all("Requires-Dist") or () if (found := _need(need)) is not None]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": itself},
        "components": [*needs, *bundled, *files],
    }


def _need(text: str) -> dict[str, Any] | None:
    """Return a dependency; None for one that is only for whoever works on reviewlint."""
    found = _NEED.match(text)
    if found is None or "dev" in (found["marker"] or ""):
        return None
    name = re.sub(r"[-_.]+", "-", found["name"]).lower()
    return {
        "type": "library",
        "name": name,
        "purl": f"pkg:pypi/{name}",
        "scope": "optional" if "extra" in (found["marker"] or "") else "required",
        "properties": [{"name": "reviewlint:versions", "value": found["range"]}],
    }


def _bundled(found: re.Match[str]) -> dict[str, Any]:
    """Return a package of npm that is part of the page of `reviewlint serve`."""
    name, version = found["name"], found["version"]
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:npm/{name.replace('@', '%40')}@{version}",
        "scope": "required",
        "licenses": [{"license": {"id": found["licence"]}}],
    }


def _file(name: str, data: bytes, what: str, licence: str) -> dict[str, Any]:
    return {
        "type": "data",
        "name": name,
        "description": what,
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(data).hexdigest()}],
        "licenses": [{"license": {"name": licence}}],
    }


if __name__ == "__main__":
    for word in sys.argv[1:]:
        Path(f"{word}.cdx.json").write_text(json.dumps(sbom(Path(word)), indent=1) + "\n", encoding="utf-8")
