"""`reviewlint check draft.docx`, as an editor uses it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.cli.ask import Asker

RULES = ["--select", "grammar/doubled-word,claims/missing-rating", "--no-reader"]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a Word document with two findings into the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    made = docx.Document()
    made.add_heading("The Tide House", 1)
    paragraph = made.add_paragraph("It is is ")
    paragraph.add_run("loud").bold = True
    paragraph.add_run(", and it has a rating on IMDb.")
    made.save("draft.docx")
    return tmp_path


def run(*words: str, given: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["check", *RULES, *words], input=given)
    assert result.exit_code in (0, 1, 2), result.exception
    return result


def comments(name: str) -> list[str]:
    return [each.text for each in docx.Document(name).comments]


def tracked(name: str) -> list[Any]:
    return list(docx.Document(name).element.xpath("//w:del | //w:ins"))


def test_findings_stand_at_their_paragraph() -> None:
    result = run("draft.docx", "--format", "json")
    file = json.loads(result.stdout)["files"][0]
    assert file["path"] == "draft.docx"
    places = [(each["line"], each["column"], each["start"], each["end"]) for each in file["findings"]]
    assert places == [(2, 4, 18, 23), (2, 23, 37, 57)]


def test_a_folder_stands_for_word_documents_too() -> None:
    assert "draft.docx:2:4" in run(".").stdout


def test_a_copy_with_comments() -> None:
    before = Path("draft.docx").read_bytes()
    result = run("draft.docx", "--output", "reviewed.docx")
    assert result.exit_code == 1
    assert result.stderr == "Wrote reviewed.docx with 2 comments.\n"
    said = comments("reviewed.docx")
    assert said[0].endswith("Suggested: is is → is\ngrammar/doubled-word")
    assert "The value of the rating is missing" in said[1]
    assert tracked("reviewed.docx") == []
    assert Path("draft.docx").read_bytes() == before


def test_a_copy_with_tracked_changes() -> None:
    before = Path("draft.docx").read_bytes()
    result = run("draft.docx", "--fix", "--output", "reviewed.docx")
    assert result.stderr == "Wrote reviewed.docx with 1 comment and 1 tracked change.\n"
    assert "2: is is → is" in result.stdout
    assert len(tracked("reviewed.docx")) == 1
    assert Path("draft.docx").read_bytes() == before
    assert run("reviewed.docx").stdout.count("doubled-word") == 0  # tracked changes count as accepted


def test_fixes_go_into_the_document_as_tracked_changes() -> None:
    result = run("draft.docx", "--fix", "--backup")
    assert "draft.docx: 1 fix\n" in result.stdout
    assert len(tracked("draft.docx")) == 1
    assert comments("draft.docx") == []
    assert docx.Document(io.BytesIO(Path("draft.docx.bak").read_bytes())).paragraphs[1].text.startswith("It is is ")
    once = Path("draft.docx").read_bytes()
    run("draft.docx", "--fix")
    assert Path("draft.docx").read_bytes() == once  # nothing is left to fix


def test_a_diff_shows_the_text() -> None:
    assert "-It is is loud" in run("draft.docx", "--diff").stdout


def test_fixes_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Asker, "at_terminal", classmethod(lambda cls, safeties: cls(safeties)))
    run("draft.docx", "--fix", "--ask", given="n\n")
    assert tracked("draft.docx") == []
    run("draft.docx", "--fix", "--ask", given="e\nis very\n")
    assert [each.tag.rpartition("}")[2] for each in tracked("draft.docx")] == ["del", "ins"]


def test_findings_are_kept_from_run_to_run() -> None:
    first = run("draft.docx", "--format", "json").stdout
    assert run("draft.docx", "--format", "json").stdout == first


@pytest.mark.parametrize("suffix", [".rtf", ".odt"])
def test_other_formats_are_read_and_not_written(suffix: str) -> None:
    name = f"draft{suffix}"
    if suffix == ".rtf":
        Path(name).write_bytes(b"{\\rtf1 It is is loud.\\par}")
    else:
        from tests.document.word.test_read import odt

        Path(name).write_bytes(odt("<text:p>It is is loud.</text:p>"))
    before = Path(name).read_bytes()
    result = run(name, "--fix")
    assert "doubled-word" in result.stdout
    assert f"Fixes are written into .docx, not into {suffix}." in result.output
    assert Path(name).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["draft.docx", "--output", "x.docx", "--format", "json"], "cannot be used with --format"),
        (["draft.docx", "--output", "x.docx", "--diff"], "cannot be used with --format"),
        ([".", "--output", "x.docx"], "A .docx is written of one Word document"),
        (["a.md", "--output", "x.docx"], "A .docx is written of one Word document"),
        (["none.docx", "--output", "x.docx"], "There is no such file"),
    ],
)
def test_slips_are_said_in_words(words: list[str], said: str) -> None:
    Path("a.md").write_text("It is is loud.\n", encoding="utf-8")
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("x.docx").exists()


def test_a_document_on_standard_input(tmp_path: Path) -> None:
    words = ["check", *RULES, "-", "--stdin-filename", "draft.docx", "-f", "json"]
    result = CliRunner().invoke(main, words, input=Path("draft.docx").read_bytes())
    assert [each["line"] for each in json.loads(result.stdout)["files"][0]["findings"]] == [2, 2]
