"""What git says was added."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.drafts.changes import Changes, changes_in
from reviewlint.drafts.git import top_of
from reviewlint.errors import ReviewlintError
from tests.repository import Repository


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "site")
    repository.put("a.md", "One.\nTwo.\n")
    repository.put("b.md", "One.\nTwo.\nThree.\nFour.\n")
    repository.commit()
    return repository


def lines(changes: Changes) -> dict[str, object]:
    return {path.relative_to(changes.top).as_posix(): added for path, added in changes.lines.items()}


def test_files_as_they_are_count_staged_or_not(site: Repository) -> None:
    site.put("a.md", "One.\nNew.\nTwo.\n")
    site.git("add", "a.md")
    site.put("b.md", "One.\nTwo.\nThree.\nFour.\nFive.\n")
    site.put("new.md", "All.\n")
    site.put("ignored.md", "All.\n")
    site.put(".gitignore", "ignored.md\n")
    assert lines(changes_in(site.top, "HEAD")) == {
        "a.md": ((2, 3),),
        "b.md": ((5, 6),),
        "new.md": None,
        ".gitignore": None,
    }


def test_what_is_staged_is_read_from_the_index(site: Repository) -> None:
    path = site.put("a.md", "One.\nTwo.\nStaged.\n")
    site.git("add", "a.md")
    site.put("a.md", "One.\nTwo.\nStaged.\nNot yet.\n")
    site.put("new.md", "Not yet.\n")
    changes = changes_in(site.top, "HEAD", staged=True)
    assert lines(changes) == {"a.md": ((3, 4),)}
    assert changes.texts([path]) == {path: b"One.\nTwo.\nStaged.\n"}


def test_many_texts_are_read_in_their_order(site: Repository) -> None:
    names = ["a b.md", "line\nbreak.md", "empty.md", "é.md"]
    paths = [site.put(name, "" if name == "empty.md" else f"{name}\n") for name in names]
    site.git("add", "-A")
    changes = changes_in(site.top, "HEAD", staged=True)
    assert changes.texts(paths) == {path: path.read_bytes() for path in paths}
    assert changes.texts([]) == {}


def test_a_conflict_has_no_text_yet(site: Repository) -> None:
    site.git("switch", "-q", "-c", "other")
    site.put("a.md", "Theirs.\n")
    site.commit()
    site.git("switch", "-q", "main")
    path = site.put("a.md", "Ours.\n")
    site.commit()
    with pytest.raises(AssertionError):
        site.git("merge", "-q", "other")
    with pytest.raises(ReviewlintError, match=r"a\.md: git has no single text for this\. Is there a merge"):
        changes_in(site.top, "HEAD", staged=True).texts([path])


def test_a_base_means_where_the_branch_left_it(site: Repository) -> None:
    site.git("switch", "-q", "-c", "topic")
    site.put("a.md", "One.\nTwo.\nTopic.\n")
    site.commit()
    site.git("switch", "-q", "main")
    site.put("b.md", "One.\n")  # to go back on this would add three lines
    site.commit()
    site.git("switch", "-q", "topic")
    assert lines(changes_in(site.top, "main")) == {"a.md": ((3, 4),)}


def test_a_range_compares_two_commits_and_reads_the_second(site: Repository) -> None:
    path = site.put("a.md", "One.\nTwo.\nThen.\n")
    site.commit()
    site.git("tag", "then")
    site.put("a.md", "Now.\n")
    site.commit()
    for pair in ("then~1..then", "then~1...then"):
        changes = changes_in(site.top, pair)
        assert lines(changes) == {"a.md": ((3, 4),)}
        assert changes.texts([path]) == {path: b"One.\nTwo.\nThen.\n"}
    assert lines(changes_in(site.top, "then..")) == {"a.md": ((1, 2),)}


def test_what_was_only_renamed_is_not_new(site: Repository) -> None:
    site.git("mv", "b.md", "c d.md")
    assert lines(changes_in(site.top, "HEAD")) == {}
    site.put("c d.md", "One.\nTwo.\nThree.\nFour.\nFive.\n")
    assert lines(changes_in(site.top, "HEAD")) == {"c d.md": ((5, 6),)}


def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    site = Repository(tmp_path)
    site.put("a.md", "One.\n")
    site.git("add", "a.md")
    assert lines(changes_in(tmp_path, "HEAD", staged=True)) == {"a.md": ((1, 2),)}


@pytest.mark.parametrize("name", ["two words.md", "line\nbreak.md", 'quote"d.md', "café.md", "-x.md", "tab\t.md"])
def test_any_name_will_do(site: Repository, name: str) -> None:
    path = site.put(name, "One.\n")
    site.commit()
    site.put(name, "One.\nTwo.\n")
    assert changes_in(site.top, "HEAD").lines == {path: ((2, 3),)}
    site.git("add", "-A")
    assert changes_in(site.top, "HEAD", staged=True).texts([path]) == {path: b"One.\nTwo.\n"}


def test_the_users_own_way_of_showing_diffs_does_not_matter(site: Repository) -> None:
    for key, value in (
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.diff", "always"),
        ("diff.external", "false"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
    ):
        site.git("config", key, value)
    site.put(".gitattributes", "*.md -diff\n")
    site.put("b.md", "New.\nOne.\nTwo.\nThree.\nFour.\nFive.\n")
    assert lines(changes_in(site.top, "HEAD"))["b.md"] == ((1, 2), (6, 7))


def test_a_commit_that_is_not_there_is_said_with_the_nearest_name(site: Repository) -> None:
    with pytest.raises(ReviewlintError, match=r"git knows no commit “mian” here\. Did you mean “main”\?"):
        changes_in(site.top, "mian")
    for name in ("--output=x", "HEAD..mian", ""):
        with pytest.raises(ReviewlintError, match="git knows no commit"):
            changes_in(site.top, name)
    assert not (site.top / "x").exists()


def test_a_shallow_clone_is_told_how_to_get_more(site: Repository, tmp_path: Path) -> None:
    site.put("a.md", "Later.\n")
    site.commit()
    site.git("clone", "-q", "--depth=1", site.top.as_uri(), str(tmp_path / "shallow"))
    with pytest.raises(ReviewlintError, match="shallow"):
        changes_in(tmp_path / "shallow", "HEAD~1")


def test_histories_with_nothing_in_common(site: Repository) -> None:
    site.git("switch", "-q", "--orphan", "other")
    site.put("a.md", "x\n")
    site.commit()
    with pytest.raises(ReviewlintError, match="no common ancestor for “main”"):
        changes_in(site.top, "main")


@pytest.mark.parametrize("base", ["HEAD", "main"])
def test_a_repository_that_git_refuses(site: Repository, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # as in a container
    with pytest.raises(ReviewlintError, match="git rev-parse failed: fatal: detected dubious ownership"):
        changes_in(site.top, base)


def test_a_folder_that_only_looks_like_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(ReviewlintError, match="not a git repository"):
        changes_in(tmp_path, "HEAD")


def test_two_commits_are_not_what_is_staged(site: Repository) -> None:
    with pytest.raises(ReviewlintError, match="two commits"):
        changes_in(site.top, "HEAD..HEAD", staged=True)


def test_git_that_is_not_there(site: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReviewlintError, match="git is not installed"):
        changes_in(site.top, "HEAD")


def test_the_top_of_a_repository(site: Repository, tmp_path: Path) -> None:
    assert top_of(site.put("x/y/z.md", "")) == site.top
    assert top_of(tmp_path) is None or top_of(tmp_path) not in tmp_path.parents[:1]
