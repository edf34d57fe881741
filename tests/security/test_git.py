"""git is asked what changed, and runs nothing that a stranger's repository names."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.drafts.changes import changes_in
from reviewlint.errors import ReviewlintError
from tests.repository import Repository


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Return a program that leaves a mark when it runs."""
    path = tmp_path / "trap"
    path.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def stranger(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "stranger")
    repository.put("a.md", "It was long.\n")
    repository.put(".gitattributes", "*.md filter=theirs diff=theirs\n")
    repository.commit()
    return repository


@pytest.mark.parametrize(
    "key",
    [
        "filter.theirs.clean",
        "filter.theirs.process",
        "filter.theirs.smudge",
        "diff.theirs.textconv",
        "diff.theirs.command",
        "diff.external",
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
    ],
)
def test_no_program_of_its_configuration_is_run(stranger: Repository, trap: Path, key: str) -> None:
    stranger.git("config", key, str(trap))
    path = stranger.put("a.md", "It was long.\nIt was late.\n")
    assert changes_in(stranger.top, "HEAD").lines[path] == ((2, 3),)
    assert not (trap.parent / "sprung").exists()


def test_no_remote_is_asked_for_what_a_partial_clone_lacks(stranger: Repository, trap: Path) -> None:
    blob = stranger.git("rev-parse", "HEAD:a.md")
    (stranger.top / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "theirs"),
        ("remote.theirs.url", str(stranger.top)),
        ("remote.theirs.promisor", "true"),
        ("remote.theirs.uploadpack", str(trap)),
    ):
        stranger.git("config", key, value)
    stranger.put("a.md", "It was long.\nIt was late.\n")
    with pytest.raises(ReviewlintError, match="git diff failed"):
        changes_in(stranger.top, "HEAD")
    assert not (trap.parent / "sprung").exists()
