"""The steps of action.yml, run as a runner of GitHub would run them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.commands import ROOT, shell_environment
from tests.repository import Repository

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
SETTINGS = 'select = ["grammar/doubled-word"]\n'


class Runner:
    """A job in a checkout; `pull_base` is the commit that a pull request is held against."""

    def __init__(self, folder: Path, top: Path, pull_base: str = "") -> None:
        self.top = top
        self.temp = folder / "temp"
        self.temp.mkdir(parents=True)
        self.pull_base = pull_base
        self.shell = shell_environment(folder / "shell")

    def check(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the step that checks."""
        (step,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
        values = {f"inputs.{name}": entry["default"] for name, entry in ACTION["inputs"].items()}
        values |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        values |= {"runner.temp": str(self.temp), "github.event.pull_request.base.sha": self.pull_base}
        filled = {name: EXPRESSION.sub(lambda found: values[found[1]], text) for name, text in step["env"].items()}
        files = {f"GITHUB_{name}": str(self.temp / name.lower()) for name in ("OUTPUT", "STEP_SUMMARY", "PATH")}
        environment = {**self.shell, **files, "RUNNER_TEMP": str(self.temp), **filled}
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(command, cwd=self.top, env=environment, capture_output=True, text=True, check=False)

    def text(self, name: str) -> str:
        path = self.temp / name
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "site")
    repository.put("reviewlint.toml", SETTINGS)
    repository.put("reviews/old.md", "It is is old.\n")
    repository.commit()
    repository.put("reviews/new.md", "It is is new.\n")
    repository.commit()
    return repository


def test_a_push_checks_all_and_leaves_every_report(site: Repository, tmp_path: Path) -> None:
    runner = Runner(tmp_path / "job", site.top)
    done = runner.check()
    assert done.returncode == 1, done.stderr
    assert len(re.findall(r"^::warning .*file=reviews/(?:old|new)\.md", done.stdout, re.MULTILINE)) == 2
    assert len(json.loads(runner.text("reviewlint.sarif"))["runs"][0]["results"]) == 2
    assert runner.text("output") == f"sarif={runner.temp}/reviewlint.sarif\n"
    assert "new.md" in runner.text("step_summary")
    assert list((runner.temp / "reviewlint-cache").iterdir())


def test_a_pull_request_checks_what_it_adds(site: Repository, tmp_path: Path) -> None:
    base = site.git("rev-parse", "HEAD~1")
    runner = Runner(tmp_path / "job", site.top, base)
    done = runner.check()
    assert done.returncode == 1
    assert "new.md" in done.stdout
    assert "old.md" not in done.stdout + runner.text("step_summary") + runner.text("reviewlint.sarif")
    assert "old.md" in Runner(tmp_path / "all", site.top, base).check(diff_base="none").stdout


def test_a_shallow_checkout_fetches_what_it_needs(site: Repository, tmp_path: Path) -> None:
    base = site.git("rev-parse", "HEAD~1")
    site.git("clone", "-q", "--depth=1", site.top.as_uri(), str(tmp_path / "shallow"))
    done = Runner(tmp_path / "job", tmp_path / "shallow", base).check()
    assert done.returncode == 1, done.stderr
    assert "new.md" in done.stdout
    assert "old.md" not in done.stdout


def test_paths_and_options_are_passed_on(site: Repository, tmp_path: Path) -> None:
    site.put("two words/a.md", "It is is loud.\n")
    runner = Runner(tmp_path / "job", site.top)
    done = runner.check(paths="two words\n\nnone.md", args="--fail-on error", summary="false")
    assert "two words/a.md" in done.stdout
    assert "old.md" not in done.stdout
    assert done.returncode == 2  # there is no none.md
    assert runner.text("step_summary") == ""
    assert Runner(tmp_path / "other", site.top).check(args="--fail-on error").returncode == 0


def test_an_input_is_no_command(site: Repository, tmp_path: Path) -> None:
    Runner(tmp_path / "job", site.top).check(paths="$(touch oh) `touch oh`; touch oh", args="; touch oh")
    assert not (site.top / "oh").exists()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_every_name_in_an_expression_is_an_input_or_known() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"inputs\.([\w-]+)", text))
    assert named == set(ACTION["inputs"])
