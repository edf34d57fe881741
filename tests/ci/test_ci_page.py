"""What docs/ci.md tells people to write into their own repositories does what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.ci.commands import ROOT, shell_environment
from tests.repository import Repository

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def part(title: str, language: str, number: int = 0) -> str:
    """Return a block of the page that stands under a heading."""
    section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    return re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)[number]


class Site:
    """A repository with one old finding, and one that is new on this branch."""

    def __init__(self, folder: Path) -> None:
        self.environment = shell_environment(folder / "shell")
        self.repository = Repository(folder / "site")
        self.put("reviewlint.toml", 'select = ["grammar/doubled-word"]\n')
        self.put("reviews/old.md", "It is is old.\n")
        self.base = self.repository.commit()
        self.repository.git("switch", "-q", "-c", "topic")
        self.put("reviews/new.md", "It is is new.\n")

    def put(self, name: str, text: str) -> Path:
        return self.repository.put(name, text)

    def run(self, *command: str, status: int = 0, **more: str) -> str:
        done = subprocess.run(
            command,
            cwd=self.repository.top,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def read(self, name: str) -> str:
        return (self.repository.top / name).read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_makefile(site: Site) -> None:
    site.put("Makefile", part("make", "make"))
    every = site.run("make", "reviews", status=2)
    changed = site.run("make", "reviews-changed", status=2)
    assert "old.md" in every
    assert "old.md" not in changed
    assert "new.md" in changed
    site.run("make", "reviews-fixed")
    assert site.read("reviews/old.md") == "It is old.\n"


def test_the_job_for_gitlab(site: Site) -> None:
    job: dict[str, Any] = yaml.safe_load(part("GitLab", "yaml"))["reviewlint"]
    report, judge = job["script"]
    site.run("bash", "-c", report)
    name = job["artifacts"]["reports"]["codequality"]
    assert {issue["location"]["path"] for issue in json.loads(site.read(name))} == {"reviews/old.md", "reviews/new.md"}
    site.repository.commit()
    assert "old.md" in site.run("bash", "-c", judge, status=1)
    told = site.run("bash", "-c", judge, status=1, CI_MERGE_REQUEST_DIFF_BASE_SHA=site.base)
    assert "new.md" in told
    assert "old.md" not in told


def test_the_steps_for_jenkins(site: Site) -> None:
    text = part("Jenkins", "groovy")
    install, *steps = re.findall(r"sh '(.*)'", text)
    assert install == "pip install reviewlint"
    for step, status in zip(steps, (0, 1), strict=True):
        site.run("sh", "-c", step, status=status)
    for name in re.findall(r"'([\w-]+\.xml)'", text):
        assert "old.md" in site.read(name)
        ElementTree.fromstring(site.read(name).encode())
    assert text.count("{") == text.count("}")


def test_the_plain_hook(site: Site) -> None:
    hook = site.put(".git/hooks/pre-commit", part("lefthook", "sh"))
    hook.chmod(0o755)
    site.run("git", "add", "reviews/new.md")
    assert "new.md" in site.run("git", "commit", "-m", "x", status=1)
    site.put("reviews/new.md", "It is new.\n")
    site.run("git", "add", "reviews/new.md")
    site.run("git", "commit", "-m", "x")


def test_lefthook(site: Site) -> None:
    config = part("lefthook", "yaml")
    if shutil.which("lefthook"):
        site.put("lefthook.yml", config)
        site.run("lefthook", "install")
        site.run("git", "add", "reviews/new.md")
        told = site.run("git", "commit", "-m", "x", status=1)
    else:  # its one command, as it would be filled in
        (job,) = yaml.safe_load(config)["pre-commit"]["jobs"]
        site.run("git", "add", "reviews/new.md")
        told = site.run("sh", "-c", job["run"].replace("{staged_files}", "reviews/new.md"), status=1)
    assert "new.md" in told
    assert "old.md" not in told


def test_every_workflow_is_yaml_and_names_our_hooks_and_inputs() -> None:
    config = yaml.safe_load(part("pre-commit", "yaml"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in config["repos"][0]["hooks"]} <= {hook["id"] for hook in hooks}
    (job,) = yaml.safe_load(part("GitHub", "yaml"))["jobs"].values()
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(job["steps"][1]["with"]) <= set(action["inputs"])
