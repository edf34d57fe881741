"""Which files are drafts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from reviewlint.drafts.find import find_drafts


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty repository, as the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", encoding="utf-8")


def found(*paths: str) -> list[str]:
    drafts, errors = find_drafts([Path(path) for path in paths or (".",)])
    assert not errors
    return [draft.as_posix() for draft in drafts]


def test_drafts_are_known_by_their_suffix_and_come_by_name(site: Path) -> None:
    put("b/y.md", "a.markdown", "c.txt", "B.MD", "d.html", "e.yaml", "f.py", "x.facts.yaml", "g", "b.md", "h.htm")
    assert found() == ["B.MD", "a.markdown", "b/y.md", "b.md", "c.txt", "d.html", "h.htm"]


@pytest.mark.parametrize(
    "name",
    [
        "README.md", "readme.txt", "README.de.md", "CHANGELOG.md", "LICENSE.txt", "LICENSE-MIT.md", "Contributing.md",
        "code_of_conduct.md", "robots.txt", "requirements.txt", "requirements-dev.txt", "NEWS.md", "404.html",
        ".hidden.md", ".github/x.md", "node_modules/x/y.md", "_layouts/x.html", "_site/x.html", ".venv/x.md",
    ],
)  # fmt: skip
def test_files_of_a_repository_are_no_drafts_unless_they_are_named(site: Path, name: str) -> None:
    put(name, "draft.md")
    assert found() == ["draft.md"]
    assert found(name) == [name]


@pytest.mark.parametrize(
    "name", ["news.md", "history.md", "readme-of-a-life.md", "the-license.md", "_posts/x.md", "notice.txt"]
)
def test_titles_that_look_like_them_are_drafts(site: Path, name: str) -> None:
    put(name)
    assert found() == [name]


def test_a_virtual_environment_is_no_folder_of_drafts(site: Path) -> None:
    put("env/pyvenv.cfg", "env/lib/x.md", "draft.md")
    assert found() == ["draft.md"]


@pytest.mark.parametrize(
    ("ignores", "left"),
    [
        ({"": "out/\n"}, ["a.md", "in/b.md", "in/d.md"]),
        ({"": "*.md\n!a.md\n"}, ["a.md"]),
        ({"": "/a.md\n", "in": "b.md\n"}, ["in/d.md", "out/c.md"]),
        ({"": "*.md", "in": "!*.md"}, ["in/b.md", "in/d.md"]),
        ({"": "in\n!in/b.md\n"}, ["a.md", "out/c.md"]),
        ({"": "# a.md\n\n\\#x\n"}, ["a.md", "in/b.md", "in/d.md", "out/c.md"]),
        ({"": "in/*\n!in/d.md"}, ["a.md", "in/d.md", "out/c.md"]),
    ],
)
def test_gitignore_is_heeded_folder_by_folder(site: Path, ignores: dict[str, str], left: list[str]) -> None:
    put("a.md", "in/b.md", "in/d.md", "out/c.md")
    for folder, text in ignores.items():
        Path(folder, ".gitignore").write_text(text, encoding="utf-8")
    assert found() == left


def test_gitignore_of_the_folders_above_holds_too(site: Path) -> None:
    put("in/a/x.md", "in/a/y.md", "in/a/z/x.md")
    Path(".gitignore").write_text("in/a/y.md\nx.md\n", encoding="utf-8")
    assert found("in/a") == []
    Path(".gitignore").write_text("in/a/y.md\n", encoding="utf-8")
    assert found("in/a") == ["in/a/x.md", "in/a/z/x.md"]


def test_gitignore_above_the_repository_does_not_hold(site: Path) -> None:
    put("in/.git/x", "in/a.md")
    Path(".gitignore").write_text("a.md\n", encoding="utf-8")
    assert found("in") == ["in/a.md"]


def test_what_is_ignored_but_named_is_checked(site: Path) -> None:
    put("out/c.md")
    Path(".gitignore").write_text("out/\n", encoding="utf-8")
    assert found("out") == ["out/c.md"]
    assert found("out/c.md") == ["out/c.md"]


def test_exclude_leaves_out_what_is_not_named(site: Path) -> None:
    put("a.md", "old/b.md", "old/deep/c.md", "x/old/d.md")
    Path("reviewlint.toml").write_text('exclude = ["/old/"]', encoding="utf-8")
    assert found() == ["a.md", "x/old/d.md"]
    assert found("old/b.md") == ["old/b.md"]


def test_a_nearer_configuration_excludes_below_it(site: Path) -> None:
    put("a.md", "in/b.md", "in/c.md")
    Path("in", "reviewlint.toml").write_text('exclude = ["b.md"]', encoding="utf-8")
    assert found() == ["a.md", "in/c.md"]


def test_a_broken_configuration_hides_nothing(site: Path) -> None:
    put("a.md")
    Path("reviewlint.toml").write_text("exclude = 1", encoding="utf-8")
    assert found() == ["a.md"]


def test_each_draft_comes_once(site: Path) -> None:
    put("in/a.md", "in/b.md")
    assert found("in/b.md", "in", "./in/../in/a.md", str(site / "in")) == ["in/b.md", "in/a.md"]


def test_links_to_files_are_followed_and_links_to_folders_are_not(site: Path) -> None:
    put("real/a.md")
    Path("link.md").symlink_to("real/a.md")
    Path("folder").symlink_to("real")
    Path("real/loop").symlink_to(".")
    Path("self.md").symlink_to("self.md")
    Path("broken.md").symlink_to("nowhere.md")
    assert found() == ["link.md", "real/a.md"]
    assert found("folder") == ["folder/a.md"]


def test_odd_names(site: Path) -> None:
    names = ["a b.md", "ü😀.md", "-x.md", "new\nline.md", "%s{x}.md", os.fsdecode(b"latin\xe9.md")]
    put(*names)
    assert sorted(found(), key=os.fsencode) == sorted(names, key=os.fsencode)


def messages(paths: Iterable[str]) -> list[str]:
    return [str(error) for error in find_drafts([Path(path) for path in paths])[1]]


def test_paths_that_are_not_there(site: Path) -> None:
    put("a.md")
    Path("loop").symlink_to("loop")
    assert messages(["none.md", "a.md/x.md", "none/"]) == [
        "none.md: There is no such file or folder.",
        "a.md/x.md: There is no such file or folder.",
        "none: There is no such file or folder.",
    ]
    assert "loop: This cannot be read" in messages(["loop"])[0]
    assert find_drafts([Path("none.md"), Path("a.md")])[0] == [Path("a.md")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_an_error_and_the_others_are_walked(site: Path) -> None:
    put("a.md", "shut/b.md", "z.md")
    Path("shut").chmod(0)
    try:
        drafts, errors = find_drafts([Path()])
    finally:
        Path("shut").chmod(0o700)
    assert [str(error) for error in errors] == ["shut: This cannot be read: Permission denied."]
    assert drafts == [Path("a.md"), Path("z.md")]


def test_deep_folders(site: Path) -> None:
    name = "/".join(["d"] * 200) + "/x.md"
    put(name)
    assert found() == [name]
