"""The built wheel holds all it needs: the rules above all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from reviewlint.rules.registry import load_rules

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(folder)))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_a_list_of_what_it_consists_of_is_made(tmp_path: Path) -> None:
    wheel = Path(next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path))))
    subprocess.run([sys.executable, ROOT / "scripts" / "make_sbom.py", wheel], check=True)
    told = json.loads(Path(f"{wheel}.cdx.json").read_text(encoding="utf-8"))
    parts = {part["name"]: part for part in told["components"]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for need in project["dependencies"]:
        name, _, version = need.partition(">=")
        assert parts[name]["properties"][0]["value"] == f">={version}"
    assert {"reviewlint/reader/data/reader.onnx", "reviewlint/lexicon/data/words.tsv"} <= parts.keys()
    assert parts["@codemirror/view"]["purl"].startswith("pkg:npm/%40codemirror/view@")
    assert "pytest" not in parts
    assert parts["jinja2"]["scope"] == "optional"
    assert told["metadata"]["component"]["version"] == project["version"]


def run(unpacked: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command from the unpacked wheel, away from the checkout."""
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-m", "reviewlint", *words]
    return subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, text=True, timeout=120)


def test_every_rule_is_in_the_wheel(unpacked: Path) -> None:
    rules = unpacked / "reviewlint" / "_rules"
    shipped = {f"{path.parent.name}/{path.stem}" for path in rules.glob("*/*.toml")}
    assert shipped == {rule.info.name for rule in load_rules()}


def test_the_wheel_finds_its_own_rules(unpacked: Path) -> None:
    code = "from reviewlint.rules.registry import rules_dir; print(rules_dir())"
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=unpacked,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert Path(done.stdout.strip()) == unpacked / "reviewlint" / "_rules"


def test_a_draft_is_checked_from_the_wheel(unpacked: Path) -> None:
    draft = unpacked / "draft.md"
    draft.write_text("They paint the boats.Winter comes later.\n", encoding="utf-8")
    done = run(unpacked, "check", str(draft))
    assert done.returncode == 1, done.stderr
    assert "typography/missing-space-after-stop" in done.stdout


def test_the_page_is_shipped_with_its_licences(unpacked: Path) -> None:
    page = unpacked / "reviewlint" / "serve" / "page"
    names = {"index.html", "page.js", "page.css", "icon.svg", "licences.txt", "SHA256SUMS"}
    assert {path.name for path in page.iterdir()} == names


def test_the_type_marker_is_shipped(unpacked: Path) -> None:
    assert (unpacked / "reviewlint" / "py.typed").is_file()
