"""scripts/ecosystem: what a change does to the findings on a corpus."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "ecosystem"


@pytest.fixture(scope="module")
def ecosystem() -> ModuleType:
    spec = spec_from_loader("ecosystem", SourceFileLoader("ecosystem", str(SCRIPT)))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_added_and_removed_are_told_by_rule(ecosystem: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    def found(rule: str, start: int, message: str = "Oh.") -> object:
        return ecosystem.Found("a.md", rule, start, start + 2, "It ", "is", " so.\n", message)

    kept, gone, new = found("a/kept", 1), found("a/changed", 9), found("a/changed", 20)
    ecosystem.show([kept, gone], [found("a/kept", 1, "In other words."), new, found("a/new", 30)], 1000, 5)
    told = capsys.readouterr().out
    assert told.startswith("2 findings before, 3 after, in 1,000 words (2.00 and 3.00 in 1,000).\n")
    assert "| a/changed | 1 | 1 | 1 |\n| a/new | 1 |  | 1 |\n" in told
    assert "a/kept" not in told
    assert "**a/changed**, removed:\n\n- a.md: …It ⟦is⟧ so. …\n  Oh.\n" in told


def test_a_corpus_is_a_folder_or_lines_of_json(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(json.dumps({"path": "x/a.md", "text": "\ufeffIt is is “loud”.\r\n"}) + "\n", encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(corpus), ".", ".", "--rules", "grammar/doubled-word"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 findings before, 1 after, in 4 words")
    assert "No finding was added or removed." in done.stdout


def test_figures_of_rules_come_from_all_sets(tmp_path: Path) -> None:
    def write(name: str, *items: object) -> Path:
        path = tmp_path / name
        path.write_text("".join(f"{json.dumps(item)}\n" for item in items), encoding="utf-8")
        return path

    labels = tmp_path / "labels"
    labels.mkdir()
    with gzip.open(labels / "reviews.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"path": "a.md", "text": "It is is loud, and it was was long."}))
    rows = ("rule\tpath\tstart\tend\tlabel\twhy", "grammar/doubled-word\ta.md\t3\t8\tright\tx")
    (labels / "labels.tsv").write_text("\n".join(rows), encoding="utf-8")
    edit = {"start": 5, "end": 10, "tier": "error"}
    pair = {"source": "a", "path": "a", "before": "I saw the the lamp.", "after": "I saw the lamp.", "edits": [edit]}
    prose = {"source": "a", "path": "a", "care": "edited", "text": "He had the the lamp.\nIt was lit."}
    kept = tmp_path / "kept.jsonl"
    command = [sys.executable, str(SCRIPT), "figures", "--labels", labels, "--samples", "9", "--json", kept]
    command += ["--corrections", write("c.jsonl", pair), "--sound", write("s.jsonl", prose)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    row = next(line for line in done.stdout.splitlines() if line.startswith("| grammar/doubled-word |"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1:3] == ["4", "125.000"]
    assert cells[4:] == ["1", "0.000", "1 of 1"]
    assert {json.loads(line)["set"] for line in kept.read_text(encoding="utf-8").splitlines()} == {
        "labels",
        "before",
        "edited",
    }


def test_a_version_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It is is loud.\n", encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(tmp_path), "no-such-commit", "."]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no-such-commit" in done.stderr or "git" in done.stderr
    assert done.stdout == ""
