"""What a draft says, put into its facts file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint import check
from reviewlint.finding import Span
from reviewlint.lsp.facts import Statement, statements_at
from reviewlint.lsp.passes import Version
from tests.lsp.conftest import NEOVIM, Start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / "draft.md"


def statements(path: Path, text: str) -> list[Statement]:
    return list(statements_at(Version(path, 1, text), Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Look Back, directed by Kiyotaka Oshiyama, is short.", "director: Kiyotaka Oshiyama\n"),
        ("Yumi Kawai plays Fujino.", "actor:\n  - {name: Yumi Kawai, characterName: Fujino}\n"),
        ("The film runs 75 minutes.", "duration: 75 minutes\n"),
    ],
)
def test_what_no_file_says_begins_one(path: Path, text: str, written: str) -> None:
    (found,) = statements(path, text)
    assert (found.path, found.text, found.instead) == (path.with_name("draft.facts.yaml"), written, None)
    found.path.write_text(found.text, encoding="utf-8")
    assert statements(path, text) == []


def test_what_a_file_says_otherwise_is_changed_and_the_rest_stays(path: Path) -> None:
    facts = path.with_name("draft.facts.yaml")
    facts.write_text("# ours\ntype: Movie\nruntime: 58 min  # sure\nname: Look Back\n", encoding="utf-8")
    (found,) = statements(path, "The film runs 75 minutes.")
    assert found.instead == "58 minutes"
    assert found.text == "# ours\ntype: Movie\nruntime: 75 minutes  # sure\nname: Look Back\n"


def test_only_what_is_said_at_the_place(path: Path) -> None:
    text = "The film runs 75 minutes. Look Back, directed by Kiyotaka Oshiyama, is short."
    assert [each.said for each in statements_at(Version(path, 1, text), Span(16, 16))] == ["75 minutes"]
    assert list(statements_at(Version(path, 1, text), Span(2, 2))) == []


@pytest.mark.parametrize(
    "held",
    [
        "type: Movie\ndirector: [Ann Example, Ben Example]\n",  # which of them would it be?
        "{type: Movie, director: Ann Example}\n",
        "type: Movie\ndirector: [\n",
    ],
)
def test_nothing_where_the_file_has_no_clear_place_for_it(path: Path, held: str) -> None:
    path.with_name("draft.facts.yaml").write_text(held, encoding="utf-8")
    assert statements(path, "Look Back, directed by Kiyotaka Oshiyama, is short.") == []


@pytest.mark.asyncio
async def test_the_server_writes_the_file(editor: Start, folder: Path) -> None:
    facts = folder / "draft.facts.yaml"
    facts.write_text("type: Movie\nduration: 58\n", encoding="utf-8")
    text = "The film runs 75 minutes.\n"
    async with editor(NEOVIM) as session:
        uri = session.open("draft.md", text)
        (found,) = await session.told(uri)
        actions = await session.actions(uri, found.range)
        action = actions["Put “75 minutes” as running time into draft.facts.yaml, not 58 minutes"]
        await session.run(action.command)
        assert await session.told(uri) == []
        assert facts.read_text(encoding="utf-8") == "type: Movie\nduration: 75 minutes\n"
        await session.run(action.command)  # once more, though there is nothing left to do
        assert [message.message for message in session.client.messages] == [
            "The draft or its facts have changed; nothing was written. Try again."
        ]
    assert check(text, path=folder / "draft.md", config={"reader": "off"}).findings == ()
