"""What the tutorials and the example of a site show is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "tutorials"
SITE = ROOT / "examples" / "site"


def blocks(page: str, language: str) -> list[str]:
    text = (PAGES / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reviewlint", *words]
    environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "100", "REVIEWLINT_NO_ENGINE": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60)


def test_the_first_draft_is_fixed_as_the_tutorial_says(tmp_path: Path) -> None:
    draft = tmp_path / "lighthouse.md"
    draft.write_text(blocks("first-draft.md", "markdown")[0], encoding="utf-8")
    found = run("check", "--no-reader", "--format", "concise", "lighthouse.md", cwd=tmp_path)
    assert found.returncode == 1
    for rule in ("stray-comma", "doubled-word", "missing-space-after-stop", "missing-rating", "unnamed-critics"):
        assert f"/{rule}]" in found.stdout
    run("check", "--no-reader", "--fix", "lighthouse.md", cwd=tmp_path)
    fixed = draft.read_text(encoding="utf-8")
    assert "the the" not in fixed
    assert "Norway. It" in fixed
    assert "film, is" in fixed


def test_the_facts_find_what_the_tutorial_says(tmp_path: Path) -> None:
    (tmp_path / "look-back.facts.yaml").write_text(blocks("facts.md", "yaml")[0], encoding="utf-8")
    (tmp_path / "look-back.md").write_text("# Look Back\n\n" + blocks("facts.md", "markdown")[0], encoding="utf-8")
    found = run("check", "--no-reader", "--format", "concise", "look-back.md", cwd=tmp_path)
    for rule in ("wrong-runtime", "name-variant", "wrong-role"):
        assert f"/{rule}]" in found.stdout


def test_the_example_of_a_site_has_only_known_findings() -> None:
    found = run(
        "check", "--no-cache", "--strict-baseline", "--baseline", "reviewlint-baseline.jsonl", "reviews", cwd=SITE
    )
    assert (found.returncode, found.stdout) == (0, "No findings in 10 drafts.\n")
    assert run("test", "house-style", cwd=SITE).returncode == 0


@pytest.mark.parametrize("draft", sorted((SITE / "reviews").rglob("*.facts.yaml")), ids=lambda path: path.stem)
def test_facts_of_the_example_agree_with_its_reviews(draft: Path) -> None:
    review = draft.with_name(draft.name.removesuffix(".facts.yaml") + ".md")
    shown = run("facts", "show", str(review), cwd=SITE)
    assert shown.returncode == 0
    assert "contradicts" not in shown.stdout
