"""Words that an editor accepts go into the configuration, and nothing else there changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint import ReviewlintError, check
from reviewlint.config.edit import accept_words


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "reviews").mkdir()
    return tmp_path / "reviews" / "draft.md"


def findings(draft: Path) -> list[str]:
    report = check("It is definately a joy.", path=draft, config={"select": ["grammar/misspelling"]})
    return [finding.rule for finding in report.findings]


def test_without_a_configuration_there_is_one_at_the_top_of_the_project(draft: Path) -> None:
    assert findings(draft) == ["grammar/misspelling"]
    path = accept_words(draft, ["definately"])
    assert path == draft.parent.parent / "reviewlint.toml"
    assert path.read_text(encoding="utf-8") == 'accept = ["definately"]\n'
    assert findings(draft) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# ours\nignore = []  # none\n", '# ours\nignore = []  # none\naccept = ["Nausicaä"]\n'),
        ("[rules.'grammar/doubled-word']\n", "accept = [\"Nausicaä\"]\n\n[rules.'grammar/doubled-word']\n"),
        ("accept = [\n  'a',  # one\n  'b',\n]\n", "accept = [\n  'a',  # one\n  'b',\n  \"Nausicaä\",\n]\n"),
        ('accept = ["Nausicaä"]\n', 'accept = ["Nausicaä"]\n'),
    ],
)
def test_the_rest_of_the_file_stays(draft: Path, before: str, after: str) -> None:
    path = draft.parent / "reviewlint.toml"
    path.write_text(before, encoding="utf-8")
    assert accept_words(draft, ["Nausicaä", "Nausicaä"]) == path
    assert path.read_text(encoding="utf-8") == after


def test_a_table_in_pyproject(draft: Path) -> None:
    path = draft.parent / "pyproject.toml"
    path.write_text('[tool.reviewlint]\nignore = []\n\n[tool.other]\naccept = ["x"]\n', encoding="utf-8")
    accept_words(draft, ["definately"])
    text = path.read_text(encoding="utf-8")
    assert text == '[tool.reviewlint]\nignore = []\naccept = ["definately"]\n\n[tool.other]\naccept = ["x"]\n'


def test_a_file_of_words_is_written_where_the_configuration_names_one(draft: Path) -> None:
    config = draft.parent.parent / "reviewlint.toml"
    config.write_text('accept = "words.txt"\n', encoding="utf-8")
    words = draft.parent.parent / "words.txt"
    words.write_text("# ours\nmise en scène", encoding="utf-8")
    assert accept_words(draft, ["definately"]) == words
    assert words.read_text(encoding="utf-8") == "# ours\nmise en scène\ndefinately\n"
    assert config.read_text(encoding="utf-8") == 'accept = "words.txt"\n'
    assert findings(draft) == []


def test_words_for_some_drafts_are_left_alone(draft: Path) -> None:
    path = draft.parent / "reviewlint.toml"
    path.write_text('[[per-file]]\nfiles = ["*.md"]\naccept = ["x"]\n', encoding="utf-8")
    accept_words(draft, ["definately"])
    assert path.read_text(encoding="utf-8").startswith('accept = ["definately"]\n')


def test_a_configuration_that_is_wrong_is_an_error(draft: Path) -> None:
    (draft.parent / "reviewlint.toml").write_text("accept = [", encoding="utf-8")
    with pytest.raises(ReviewlintError, match="not TOML"):
        accept_words(draft, ["x"])
