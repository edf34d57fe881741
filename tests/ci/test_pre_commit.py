"""The hooks, run by pre-commit itself in a repository of its own.

pre-commit would build `language: python` from an index of packages. So the hooks are taken as they stand in
.pre-commit-hooks.yaml, but for their language: `system` runs the reviewlint that is here, without a network.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.commands import ROOT, shell_environment
from tests.repository import Repository

HOOKS = ROOT / ".pre-commit-hooks.yaml"
SETTINGS = 'select = ["grammar/doubled-word", "typography/doubled-space"]\n'


class Site:
    """A repository with the hooks installed."""

    def __init__(self, folder: Path, hook: str) -> None:
        self.environment = shell_environment(folder)
        ours = Repository(folder / "hooks")
        ours.put(HOOKS.name, HOOKS.read_text(encoding="utf-8").replace("language: python", "language: system"))
        revision = ours.commit()
        self.repository = Repository(folder / "site")
        config = {"repos": [{"repo": str(ours.top), "rev": revision, "hooks": [{"id": hook}]}]}
        self.repository.put(".pre-commit-config.yaml", yaml.safe_dump(config))
        self.put("reviewlint.toml", SETTINGS)
        self.put("old.md", "It is is old.\n")
        self.repository.commit()
        for kind in ("pre-commit", "pre-merge-commit"):
            self.run(sys.executable, "-m", "pre_commit", "install", "-t", kind)

    def run(self, *command: str, fails: bool = False) -> str:
        top = self.repository.top
        done = subprocess.run(command, cwd=top, env=self.environment, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def put(self, name: str, text: str) -> None:
        self.repository.put(name, text)

    def text(self, name: str) -> str:
        return (self.repository.top / name).read_text(encoding="utf-8")

    def commit(self, *, fails: bool = False) -> str:
        return self.run("git", "commit", "-m", "x", fails=fails)


@pytest.fixture
def check(tmp_path: Path) -> Site:
    return Site(tmp_path, "reviewlint")


def manifest() -> list[dict[str, Any]]:
    return list(yaml.safe_load(HOOKS.read_text(encoding="utf-8")))


def test_pre_commit_reads_our_hooks() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)]
    assert subprocess.run(command, check=False).returncode == 0
    assert [hook["id"] for hook in manifest()] == ["reviewlint", "reviewlint-fix"]
    assert all(hook["require_serial"] for hook in manifest())


def test_a_finding_stops_the_commit_and_only_staged_drafts_count(check: Site) -> None:
    check.put("new.md", "It is loud.\n\nIt is is new.\n")
    check.put("unstaged.md", "It is is not staged.\n")
    check.put("README.md", "It is is no draft.\n")
    check.run("git", "add", "new.md", "README.md")
    check.put("new.md", "It is fine in the folder.\n")  # pre-commit checks what is staged
    told = check.commit(fails=True)
    assert "new.md" in told
    assert "grammar/doubled-word" in told
    assert not any(name in told for name in ("old.md", "unstaged.md", "README.md:"))
    assert check.text("new.md") == "It is fine in the folder.\n"
    check.run("git", "add", "new.md")
    check.commit()


def test_names_may_hold_blanks_and_other_letters(check: Site) -> None:
    check.put("reviews/más allá.md", "It is is loud.\n")
    check.run("git", "add", "-A")
    assert "allá.md" in check.commit(fails=True)


def test_the_fixing_hook_fixes_and_lets_the_second_try_pass(tmp_path: Path) -> None:
    site = Site(tmp_path, "reviewlint-fix")
    site.put("new.md", "It is is loud.\n\nAnd long.\n")
    site.run("git", "add", "new.md")
    assert "files were modified by this hook" in site.commit(fails=True)
    assert site.text("new.md") == "It is loud.\n\nAnd long.\n"
    site.run("git", "add", "new.md")
    site.commit()


def test_a_merge_is_checked_too(check: Site) -> None:
    check.run("git", "switch", "-q", "-c", "other")
    check.put("both.md", "It is quiet.\n")
    check.run("git", "add", "both.md")
    check.commit()
    check.run("git", "switch", "-q", "main")
    check.put("both.md", "It is loud.\n")
    check.run("git", "add", "both.md")
    check.commit()
    check.run("git", "merge", "other", fails=True)
    check.put("both.md", "It is is loud.\n")
    check.run("git", "add", "both.md")
    assert "both.md" in check.run("git", "commit", "--no-edit", fails=True)
    check.put("both.md", "It is loud.\n")
    check.run("git", "add", "both.md")
    check.run("git", "commit", "--no-edit")


def test_a_merge_without_conflict_is_checked_too(check: Site) -> None:
    check.run("git", "switch", "-q", "-c", "other")
    check.put("theirs.md", "It is is theirs.\n")
    check.run("git", "add", "theirs.md")
    check.run("git", "commit", "--no-verify", "-m", "x")
    check.run("git", "switch", "-q", "main")
    check.put("ours.md", "It is ours.\n")
    check.run("git", "add", "ours.md")
    check.commit()
    assert "theirs.md" in check.run("git", "merge", "--no-edit", "other", fails=True)
