"""Comments and tracked changes: what is written stands at the exact words, and nothing else is lost."""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from ooxml_integrity import check, compare

from reviewlint.document import Source
from reviewlint.document.word.mark import Comment, changeable, marked
from reviewlint.finding import Edit, Span
from tests.document.word.generate import document_of, picture, saved

DOCUMENTS = int(os.environ.get("REVIEWLINT_DOCUMENTS", "10"))  # CI takes 200
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def source_of(data: bytes) -> Source:
    return Source.from_bytes("a.docx", data)


def accepted(data: bytes) -> str:
    return source_of(data).text


def rejected(data: bytes) -> str:
    """Return the text with reviewlint's own changes rejected, those of others accepted."""
    document = docx.Document(io.BytesIO(data))
    for change in list(document.element.iter(qn("w:ins"), qn("w:del"))):
        if change.get(qn("w:author")) != "reviewlint":
            continue
        if change.tag == qn("w:del"):
            for text in change.iter(qn("w:delText")):
                text.tag = qn("w:t")
            for child in list(change):
                change.addprevious(child)
        change.getparent().remove(change)
    return source_of(saved(document)).text


def looks(data: bytes) -> list[tuple[str, str]]:
    """Return every character that is seen, deleted ones too, with what its run looks like."""
    found = []
    for run in docx.Document(io.BytesIO(data)).element.iter(qn("w:r")):
        if any(above.get(qn("w:author")) == "reviewlint" for above in run.iterancestors(qn("w:ins"))):
            continue
        properties = run.find(qn("w:rPr"))
        style = "" if properties is None else "".join(f"{each.tag}{dict(each.attrib)}" for each in properties)
        for text in run.iterchildren(qn("w:t"), qn("w:delText")):
            found += [(char, style) for char in text.text or ""]
    return found


def pictures(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if "media" in name or "styles" in name}


def drawings(data: bytes) -> int:
    return sum(1 for _ in docx.Document(io.BytesIO(data)).element.iter(qn("w:drawing")))


def by_chance(source: Source, number: int) -> tuple[list[Comment], list[Edit]]:
    """Return comments, which may overlap, and edits, which do not touch."""
    chance = random.Random(number)
    size = len(source.text)
    comments = []
    for _ in range(6):
        start = chance.randrange(size + 1)
        comments.append(Comment(Span(start, min(size, start + chance.randrange(30))), f"Of {start}"))
    edits: list[Edit] = []
    at = 0
    while at < size:
        start = at + chance.randrange(1, 20)
        end = start + chance.choice([0, 1, 1, 2, 5, 12])
        if end <= size:
            edits.append(Edit(Span(start, end), chance.choice(["", "x", "new words", " "]) if end > start else "new"))
        at = end + 1
    allowed = changeable(source, [[edit] for edit in edits])
    return comments, [edit for edit, may in zip(edits, allowed, strict=True) if may]


def applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def commented(data: bytes, name: str) -> str:
    """Return the text between the two marks of the comment that says so."""
    document = docx.Document(io.BytesIO(data))
    number = next(str(each.comment_id) for each in document.comments if each.text == name)
    inside, found = False, ""
    for element in document.element.iter():
        if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == number:
            inside = True
        elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == number:
            inside = False
        elif inside and element.tag in (qn("w:t"), qn("w:delText")):
            found += element.text or ""
    return found


@pytest.mark.parametrize("first", range(0, DOCUMENTS, 10))
def test_nothing_is_lost(first: int, tmp_path: Any) -> None:
    for number in range(first, first + 10):
        data = document_of(number)
        source = source_of(data)
        comments, edits = by_chance(source, number)
        after = marked(source, comments, edits, NOW)
        assert accepted(after) == applied(source.text, edits), number
        assert rejected(after) == source.text, number
        assert looks(after) == looks(data), number
        assert drawings(after) == drawings(data), number
        kept, before = pictures(after), pictures(data)
        assert {name: kept[name] for name in before} == before, number
        old = faults(data, tmp_path)
        assert [each for each in faults(after, tmp_path) if each not in old] == [], number
        said = {each.text for each in docx.Document(io.BytesIO(after)).comments}
        assert not source.text.strip() or said >= {comment.text for comment in comments}, number


def faults(data: bytes, folder: Any) -> list[str]:
    """Return what an examiner of Open XML says of a document."""
    path = folder / "x.docx"
    path.write_bytes(data)
    return [str(each).splitlines()[0] for each in check(path) if str(each.severity) not in ("INFO", "Severity.INFO")]


def test_an_examiner_finds_no_loss(tmp_path: Any) -> None:
    data = document_of(3)
    source = source_of(data)
    comments, edits = by_chance(source, 3)
    for name, content in (("before", data), ("after", marked(source, comments, edits, NOW))):
        (tmp_path / f"{name}.docx").write_bytes(content)
    found = compare(tmp_path / "before.docx", tmp_path / "after.docx")
    assert [str(each) for each in found if "INFO" not in str(each.severity)] == []


def of_runs(*runs: str) -> bytes:
    made = docx.Document()
    paragraph = made.add_paragraph()
    for at, text in enumerate(runs):
        run = paragraph.add_run(text)
        run.bold = bool(at % 2) or None
    return saved(made)


@pytest.mark.parametrize(("start", "end"), [(0, 3), (2, 9), (4, 8), (8, 9), (0, 20)])
def test_a_comment_stands_at_its_words(start: int, end: int) -> None:
    source = source_of(of_runs("It is ", "is a film", " of note."))
    after = marked(source, [Comment(Span(start, end), "Here")], [], NOW)
    assert commented(after, "Here") == source.text[start:end]


def test_an_empty_span_is_marked_at_the_next_character() -> None:
    source = source_of(of_runs("It is ", "a film"))
    assert commented(marked(source, [Comment(Span(6, 6), "Here")], [], NOW), "Here") == "a"


def test_a_comment_on_a_whole_document() -> None:
    made = docx.Document()
    for text in ("One", "", "Two"):
        made.add_paragraph(text)
    source = source_of(saved(made))
    after = marked(source, [Comment(Span(0, len(source.text)), "All")], [], NOW)
    assert commented(after, "All") == "OneTwo"


def test_a_change_looks_like_what_it_replaces() -> None:
    source = source_of(of_runs("It is ", "is a film", " of note."))
    after = marked(source, [], [Edit(Span(6, 8), "was")], NOW)
    inserted = next(docx.Document(io.BytesIO(after)).element.iter(qn("w:ins")))
    assert inserted.get(qn("w:date")) == "2026-01-02T03:04:05Z"
    assert inserted.find(f".//{qn('w:b')}") is not None
    assert accepted(after) == "It is was a film of note."


def test_a_picture_beside_deleted_words_stays() -> None:
    made = docx.Document()
    run = made.add_paragraph().add_run("the the")
    run.add_picture(io.BytesIO(picture(9)))
    run.add_text(" end end.")
    source = source_of(saved(made))
    assert source.text == "the the\ufffc end end."
    after = marked(source, [], [Edit(Span(3, 7), ""), Edit(Span(12, 16), "")], NOW)
    assert accepted(after) == "the\ufffc end."
    kept = next(docx.Document(io.BytesIO(after)).element.iter(qn("w:drawing")))
    assert not list(kept.iterancestors(qn("w:del")))


def test_a_change_in_somebodys_insertion_can_be_rejected_by_itself() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph()
    run = paragraph.add_run("It is is new.")
    change = docx.oxml.OxmlElement("w:ins", {qn("w:id"): "1", qn("w:author"): "Ann"})
    run._r.addprevious(change)
    change.append(run._r)
    source = source_of(saved(made))
    after = marked(source, [], [Edit(Span(6, 8), "was")], NOW)
    assert accepted(after) == "It is was new."
    assert rejected(after) == "It is is new."
    ours = [
        each for each in docx.Document(io.BytesIO(after)).element.iter(qn("w:ins")) if each.get(qn("w:author")) != "Ann"
    ]
    assert [list(each.iterancestors(qn("w:ins"))) for each in ours] == [[]]


def test_a_comment_stays_when_the_insertion_it_stands_in_is_rejected() -> None:
    made = docx.Document()
    run = made.add_paragraph().add_run("It is new.")
    change = docx.oxml.OxmlElement("w:ins", {qn("w:id"): "1", qn("w:author"): "Ann"})
    run._r.addprevious(change)
    change.append(run._r)
    source = source_of(saved(made))
    after = marked(source, [Comment(Span(3, 5), "Here")], [], NOW)
    assert commented(after, "Here") == "is"
    for name in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        (mark,) = docx.Document(io.BytesIO(after)).element.iter(qn(name))
        assert not list(mark.iterancestors(qn("w:ins")))


@pytest.mark.parametrize(
    "edit",
    [Edit(Span(2, 5), ""), Edit(Span(0, 1), "a\nb"), Edit(Span(8, 9), "")],
    ids=["over two paragraphs", "a new paragraph", "a picture"],
)
def test_what_cannot_be_tracked_is_known(edit: Edit) -> None:
    made = docx.Document()
    made.add_paragraph("One")
    run = made.add_paragraph("Two ").add_run()
    run.add_picture(io.BytesIO(picture(1)))
    source = source_of(saved(made))
    assert source.text == "One\nTwo \ufffc"
    assert changeable(source, [[edit], [Edit(Span(0, 3), "Four")]]) == [False, True]


def test_numbers_of_changes_are_new() -> None:
    source = source_of(document_of(11))
    _, edits = by_chance(source, 11)
    after = docx.Document(io.BytesIO(marked(source, [], edits, NOW))).element
    numbers = [each.get(qn("w:id")) for each in _ours(after)]
    before = {each.get(qn("w:id")) for each in docx.Document(io.BytesIO(source.packed or b"")).element.iter(*CHANGES)}
    assert len(numbers) == len(set(numbers)) > 0
    assert not before & set(numbers)


CHANGES = (qn("w:ins"), qn("w:del"))


def test_a_change_of_looks_in_a_run_that_is_cut_has_a_number_in_each_part() -> None:
    made = docx.Document()
    run = made.add_paragraph().add_run("It is is loud.")
    properties = run._r.get_or_add_rPr()
    properties.append(OxmlElement("w:rPrChange", {qn("w:id"): "4", qn("w:author"): "Somebody"}))
    source = source_of(saved(made))
    after = docx.Document(io.BytesIO(marked(source, [], [Edit(Span(5, 8), "")], NOW))).element
    numbers = [each.get(qn("w:id")) for each in after.iter(qn("w:rPrChange"), *CHANGES)]
    assert len(numbers) == len(set(numbers)) > 2


def _ours(root: Any) -> Iterator[Any]:
    return (each for each in root.iter(qn("w:ins"), qn("w:del")) if each.get(qn("w:author")) == "reviewlint")


def test_a_control_character_in_a_comment_is_a_blank() -> None:
    source = source_of(of_runs("It is"))
    after = marked(source, [Comment(Span(0, 2), "a\x1bb\nc")], [], NOW)
    assert [each.text for each in docx.Document(io.BytesIO(after)).comments] == ["a b\nc"]
