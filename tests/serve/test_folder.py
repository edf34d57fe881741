"""Files are read and written under the start folder only, whatever leads out of it; and as they were written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewlint.errors import ReviewlintError
from reviewlint.serve.folder import Changed, Folder
from tests.serve.conftest import DRAFT, Page

OUTSIDE = [
    "../secret.md", "a/../../secret.md", "/etc/passwd", "", ".", "..", "C:/secret.md", "..\\secret.md",
    "//server/share.md", ".git/config.md", ".hidden.md", "sub/.env.md", "a\0.md", "link.md", "link/secret.md",
]  # fmt: skip


@pytest.fixture
def linked(folder: Path) -> Path:
    """Add links that lead out of the folder."""
    (folder / "link.md").symlink_to(folder.parent / "secret.md")
    (folder / "link").symlink_to(folder.parent, target_is_directory=True)
    (folder / "out.facts.yaml").symlink_to(folder.parent / "secret.md")
    return folder


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_is_read_or_written(linked: Path, page: Page, name: str) -> None:
    assert "Outside" not in str(page.ask("open", 400, path=name))
    page.ask("save", 400, path=name, text="Gone.\n", version=None)
    page.ask("check", 400, path=name or "..", text="", quick=True)
    page.ask("facts", 400, path=name or "..", text="")
    assert (linked.parent / "secret.md").read_text(encoding="utf-8") == "Outside.\n"
    assert sorted(path.name for path in linked.parent.iterdir()) == ["reviews", "secret.md"]


def test_a_link_to_facts_outside_is_not_shown(linked: Path, page: Page) -> None:
    (linked / "out.md").write_text("Text.\n", encoding="utf-8")
    assert "Outside" not in str(page.ask("facts", path="out.md", text="Text.\n"))
    page.ask("save", 400, path="out.facts.yaml", text="x", version=None)


@pytest.mark.parametrize("name", ["a.py", "reviewlint.toml", "look-back", "x.yaml", "data.json", "a.md.exe"])
def test_only_drafts_and_facts_are_written(folder: Path, page: Page, name: str) -> None:
    said = page.ask("save", 400, path=name, text="x", version=None)
    assert "neither a draft nor a facts file" in said["message"]
    assert not (folder / name).exists()


def test_a_word_document_is_no_text_to_write_in(folder: Path, page: Page) -> None:
    (folder / "a.docx").write_bytes(b"PK")
    assert page.ask("drafts")["drafts"] == ["look-back.md"]
    page.ask("open", 400, path="a.docx")
    page.ask("save", 400, path="b.docx", text="x", version=None)


def test_a_link_within_the_folder_is_followed(folder: Path, page: Page) -> None:
    (folder / "alias.md").symlink_to("look-back.md")
    held = page.ask("open", path="alias.md")
    page.ask("save", path="alias.md", text="New.\n", version=held["version"])
    assert (folder / "alias.md").is_symlink()
    assert (folder / "look-back.md").read_text(encoding="utf-8") == "New.\n"


def test_a_draft_is_opened_and_saved(folder: Path, page: Page) -> None:
    held = page.ask("open", path="look-back.md")
    assert held["text"] == DRAFT
    saved = page.ask("save", path="look-back.md", text="New.\n", version=held["version"])
    assert page.ask("open", path="look-back.md") == {
        "path": "look-back.md",
        "text": "New.\n",
        "version": saved["version"],
    }


def test_a_change_on_the_disk_is_not_lost(folder: Path, page: Page) -> None:
    held = page.ask("open", path="look-back.md")
    (folder / "look-back.md").write_text("Theirs.\n", encoding="utf-8")
    said = page.ask("save", 409, path="look-back.md", text="Mine.\n", version=held["version"])
    assert said["path"] == "look-back.md"
    assert (folder / "look-back.md").read_text(encoding="utf-8") == "Theirs.\n"
    page.ask("save", 409, path="look-back.md", text="Mine.\n", version=None)


def test_a_new_draft_is_written(folder: Path, page: Page) -> None:
    (folder / "films").mkdir()
    page.ask("save", path="films/new.md", text="New.\n", version=None)
    assert (folder / "films" / "new.md").read_text(encoding="utf-8") == "New.\n"
    assert page.ask("drafts")["drafts"] == ["films/new.md", "look-back.md"]
    assert "no such folder" in page.ask("save", 400, path="books/new.md", text="x", version=None)["message"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"One.\r\nTwo.\r\n", b"One.\r\nThree.\r\n"),
        ("\ufeffOne.\nTwo.\n".encode(), "\ufeffOne.\nThree.\n".encode()),
        ("\ufeffOne.\r\nTwo.\r\n".encode("utf-16-le"), "\ufeffOne.\r\nThree.\r\n".encode("utf-16-le")),
    ],
)
def test_line_ends_and_encoding_stay(folder: Path, before: bytes, after: bytes) -> None:
    here = Folder(folder)
    (folder / "a.md").write_bytes(before)
    text, version = here.read("a.md")
    assert text == "One.\nTwo.\n"
    here.write("a.md", text.replace("Two", "Three"), version)
    assert (folder / "a.md").read_bytes() == after


def test_what_cannot_be_read_is_a_sentence(folder: Path, page: Page) -> None:
    (folder / "binary.md").write_bytes(b"\0\1")
    assert "binary" in page.ask("open", 400, path="binary.md")["message"]
    assert "No such file" in page.ask("open", 400, path="nothing.md")["message"]
    os.mkfifo(folder / "pipe.md")
    page.ask("open", 400, path="pipe.md")


def test_too_long_a_text_is_not_written(folder: Path) -> None:
    with pytest.raises(ReviewlintError, match="longer than 2 MB"):
        Folder(folder).write("a.md", "x" * 2_000_001, None)
    assert not (folder / "a.md").exists()


def test_changed_is_an_error_of_the_user(folder: Path) -> None:
    with pytest.raises(Changed):
        Folder(folder).write("look-back.md", "x", "another")
