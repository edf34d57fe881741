"""What other programs make of the documents that reviewlint writes: pandoc, and LibreOffice there and back."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document

from reviewlint.document import Source
from reviewlint.document.word.mark import marked
from tests.document.word.generate import document_of
from tests.document.word.test_mark import applied, by_chance


def is_fit(xml: str) -> bool:
    return not re.search("fldChar|vanish|<w:drawing", xml) and xml.count("<w:t ") + xml.count("<w:t>") > 5


def xml_of(number: int) -> str:
    with zipfile.ZipFile(io.BytesIO(document_of(number))) as archive:
        return archive.read("word/document.xml").decode()


pytestmark = pytest.mark.office
# Programs compute fields anew, differ about hidden text, and pandoc drops what stands beside a picture.
NUMBERS = [number for number in range(200) if is_fit(xml_of(number))][:6]


@pytest.fixture(scope="module", params=NUMBERS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str, list[str]]:
    """Return a reviewed document, its text before and after the changes, and what its comments say."""
    source = Source.from_bytes("a.docx", document_of(request.param))
    comments, edits = by_chance(source, request.param)
    path = tmp_path_factory.mktemp("office") / "reviewed.docx"
    path.write_bytes(marked(source, comments, edits, datetime(2026, 1, 2, tzinfo=UTC)))
    return path, source.text, applied(source.text, edits), [comment.text for comment in comments]


def words(text: str) -> list[str]:
    """Return the letters and digits of a text, whatever a program makes of blanks and marks between them."""
    return re.findall(r"[a-zA-Z0-9]+", text)


def pandoc(path: Path, changes: str) -> str:
    command = ["pandoc", f"--track-changes={changes}", "-t", "plain", "--wrap=none", str(path)]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def test_pandoc_reads_the_text_before_and_after(made: tuple[Path, str, str, list[str]]) -> None:
    path, _, after, _ = made
    accepted = "".join(words(pandoc(path, "accept")))
    for line in after.split("\n"):
        assert "".join(words(line)) in accepted


def test_pandoc_reads_the_comments(made: tuple[Path, str, str, list[str]]) -> None:
    path, _, _, comments = made
    command = ["pandoc", "--track-changes=all", "-t", "native", str(path)]
    native = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    assert native.count('"comment-start"') >= len(comments)
    assert native.count('"comment-end"') >= len(comments)


def test_libreoffice_opens_it_and_keeps_all(made: tuple[Path, str, str, list[str]], tmp_path: Path) -> None:
    path, _, after, comments = made
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    again = tmp_path / path.name
    back = Source.from_bytes(str(again), again.read_bytes())
    assert "".join(words(back.text)) == "".join(words(after))
    said = {each.text for each in Document(str(again)).comments}
    assert said >= set(comments)
