"""Word documents as text: one paragraph a line, laid out as Word shows it, whatever they are made of."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import Any
from unicodedata import normalize

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reviewlint.document import Document, Kind, Source, parse
from reviewlint.errors import ReviewlintError
from tests.document.word.generate import document_of, picture, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def of(*paragraphs: str) -> Any:
    """Return a document with paragraphs given as the XML within them."""
    made = docx.Document()
    for inside in paragraphs:
        made.element.body.insert_element_before(parse_xml(f"<w:p {NAMES}>{inside}</w:p>"), "w:sectPr")
    return made


NAMES = (
    nsdecls("w", "r", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(made: Any, name: str = "a.docx") -> Document:
    return parse(Source.from_bytes(name, saved(made) if not isinstance(made, bytes) else made))


def text(made: Any) -> str:
    return read(made).source.text


def kinds(document: Document) -> list[tuple[str, Kind, int]]:
    return [(document.prose.text[b.start : b.end], b.kind, b.level) for b in document.blocks]


def test_a_paragraph_is_a_line_and_an_empty_one_too() -> None:
    document = read(of(run("One"), "", run("Two")))
    assert document.source.text == "One\n\nTwo"
    assert document.source.position(document.source.text.index("Two")) == (3, 1)
    assert document.prose.text == "One\n\nTwo"


def test_headings_lists_quotations_and_tables() -> None:
    made = docx.Document()
    made.add_heading("The Tide House", 0)
    made.add_heading("Story", 2)
    made.add_paragraph("A point", style="List Bullet")
    made.add_paragraph("Said by another", style="Quote")
    made.add_table(1, 1).cell(0, 0).text = "A cell"
    made.add_paragraph("Prose.")
    assert kinds(read(made)) == [
        ("The Tide House", Kind.HEADING, 1),
        ("Story", Kind.HEADING, 2),
        ("A point", Kind.LIST, 0),
        ("Said by another", Kind.BLOCKQUOTE, 0),
        ("A cell", Kind.TABLE, 0),
        ("Prose.", Kind.PROSE, 0),
    ]


def test_a_style_of_ones_own_is_what_it_is_based_on() -> None:
    made = docx.Document()
    style = made.styles.add_style("Chapter", 1)
    style.base_style = made.styles["Heading 1"]
    made.add_paragraph("One", style="Chapter")
    assert kinds(read(made))[0][1:] == (Kind.HEADING, 1)


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ('<w:ins w:id="1">' + run("new") + "</w:ins>" + run(" text"), "new text"),
        ('<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>' + run("text"), "text"),
        ('<w:moveFrom w:id="1">' + run("here") + '</w:moveFrom><w:moveTo w:id="2">' + run("there") + "</w:moveTo>", "there"),
        ('<w:hyperlink w:anchor="x">' + run("a link") + "</w:hyperlink>", "a link"),
        ('<w:fldSimple w:instr="DATE">' + run("May") + "</w:fldSimple>", "May"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("inner")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("result")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" after"),
            "result after",
        ),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("control") + "</w:sdtContent></w:sdt>", "control"),
        ("<w:smartTag>" + run("smart") + "</w:smartTag>", "smart"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>", "a\tb\vc\u2011d"),
        ('<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>' + run("no tab"), "no tab"),
        (run("a") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + run("b"), "a\ufffcb"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>' + run("b"), "\ufffcb"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_once_all_is_accepted(inside: str, seen: str) -> None:
    assert text(of(inside)) == seen


def test_a_paragraph_whose_mark_is_deleted_goes_on() -> None:
    joined = '<w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>' + run("One ")
    assert text(of(joined, run("goes on"), run("Two"))) == "One goes on\nTwo"


def test_a_deleted_row_is_gone() -> None:
    made = docx.Document()
    table = made.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "kept", "gone"
    table.rows[1]._tr.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:del w:id="1"/></w:trPr>'))
    assert text(made) == "kept"


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = "<w:txbxContent><w:p>" + run("In the box") + "</w:p></w:txbxContent>"
    shape = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(of(run("Before") + shape + run(" after"), run("Next"))) == "Before\ufffc after\nIn the box\nNext"


def with_note() -> bytes:
    made = of(run("A film") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" of note."))
    data = io.BytesIO(saved(made))
    out = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>'.encode()
                )
            if name == "word/_rels/document.xml.rels":
                part = part.replace(
                    b"</Rel", f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/></Rel'.encode(), 1
                )
            new.writestr(name, part)
        note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p>{run("It is is old.")}</w:p></w:footnote></w:footnotes>'
        new.writestr("word/footnotes.xml", note)
    return out.getvalue()


def test_notes_follow_the_body() -> None:
    assert Source.from_bytes("a.docx", with_note()).text == "A film of note.\nIt is is old."


def test_italics_are_titles_and_hidden_or_struck_text_is_not_read() -> None:
    document = read(
        of(run("In ") + run("The Tide House", "<w:i/>") + run(" the ") + run("gone ", "<w:strike/>")
           + run("secret ", "<w:vanish/>") + run("lamp ") + run("code", '<w:rStyle w:val="VerbatimChar"/>') + run(".")),
    )  # fmt: skip
    at = document.prose.text.index("Tide")
    assert document.prose.kind_at(at) & Kind.TITLE
    assert document.prose.text == "In The Tide House the lamp code."


def test_offsets_lead_back_to_the_text() -> None:
    for number in range(5):
        document = read(document_of(number))
        for word in document.words:
            span = document.prose.to_source(word.start, word.end)
            assert normalize("NFC", document.source.text[span.start : span.end]) == word.text


def test_a_picture_is_one_character() -> None:
    made = docx.Document()
    run_ = made.add_paragraph("A still ").add_run()
    run_.add_picture(io.BytesIO(picture(3)))
    made.paragraphs[0].add_run(" of it.")
    assert text(made) == "A still \ufffc of it."


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(name: str, old: bytes, new: bytes) -> bytes:
    """Return a document with something else in one of its files."""
    with zipfile.ZipFile(io.BytesIO(saved(of(run("It is."))))) as archive:
        return zipped({each: archive.read(each).replace(*((old, new) if each == name else (b"", b""))) if each == name
                       else archive.read(each) for each in archive.namelist()})  # fmt: skip


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"a" * 999
    + b'">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (c + 1, c, c, c, c) for c in range(97, 120))
    + b"]>"
)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"{\\rtf1 It is.}", "is named .docx, but it is rich text. Rename it to end in .rtf"),
        ("a.docx", b"%PDF-1.7", "is named .docx, but it is PDF"),
        ("a.docx", b"It is text.", "is named .docx, but it is plain text"),
        ("a.docx", b"<!DOCTYPE html><p>It", "is named .docx, but it is HTML"),
        ("a.docx", b"", "empty or damaged"),
        ("a.docx", OLE, "protected by a password, or a Word document of before 2007"),
        ("a.docx", b"PK\x03\x04 and no more", "This document is damaged"),
        ("a.docx", zipped({"a.txt": b"It is."}), "a zip archive, not a Word document"),
        ("a.docx", zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}), "an Excel workbook, not a Word"),
        ("a.docx", zipped({"[Content_Types].xml": b"<Types/>"}), "a damaged Word document"),
        ("a.docx", changed("word/document.xml", b"<w:p", b"<w:p<"), "a damaged Word document"),
        ("a.docx", changed("word/document.xml", b"?>", b"?>" + BOMB), "defines entities of its own"),
        ("a.docx", changed("word/styles.xml", b"?>", "?><!DOCTYPE x>".encode("utf-16-le")), "defines entities of its own"),
        ("a.docx", zipped({"[Content_Types].xml": bytes(40_000_000)}), "unpacks to more than a review needs"),
        ("a.docx", zipped({"[Content_Types].xml": b"", "x.png": bytes(300_000_000)}), "unpacks to more than"),
        ("a.docx", zipped({f"{n}.png": b"" for n in range(5_001)}), "unpacks to more than"),
        ("a.docx", zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "a zip archive, not a Word"),
        ("a.odt", saved(docx.Document()), "is named .odt, but it is a Word document"),
        ("a.odt", OLE, "protected by a password"),
        ("a.rtf", saved(docx.Document()), "is named .rtf, but it is a Word document"),
        ("a.md", saved(docx.Document()), "named .md, but it is a Word document"),
        ("a.txt", b"{\\rtf1 It is.}", "named .txt, but it is rich text"),
        ("a.md", b"%PDF-1.7\n\xff", "named .md, but it is PDF"),
        ("a.doc", OLE, "a Word document of before 2007, which is not read"),
    ],
)  # fmt: skip
def test_what_is_not_what_its_name_says_gets_one_sentence(name: str, data: bytes, said: str) -> None:
    with pytest.raises(ReviewlintError) as caught:
        Source.from_bytes(name, data)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_without_its_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ReviewlintError, match=r'pip install "reviewlint\[word\]"'):
        Source.from_bytes("a.docx", document_of(1))


def test_rich_text() -> None:
    data = rb"{\rtf1\ansi{\fonttbl\f0 Times;}\f0 Na\'efve \b film\b0 , \uc1\u8220?good\u8221?.\par Next.}"
    document = read(data, "a.rtf")
    assert document.source.text == "Naïve film, “good”.\nNext."
    assert [kind for _, kind, _ in kinds(document)] == [Kind.PROSE, Kind.PROSE]


def odt(body: str, names: str = "") -> bytes:
    root = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", root)
    return out.getvalue()


def test_open_document() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="2">Story</text:h>'
        '<text:p>A <text:span>film</text:span><text:s text:c="2"/>of<text:tab/>note<text:line-break/>here'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        "</text:note>.</text:p>"
        "<text:list><text:list-item><text:p>A point</text:p></text:list-item></text:list>"
    )
    document = read(odt(body), "a.odt")
    assert document.source.text == "Story\nA film  of\tnote\vhere.\nA note.\nA point"
    assert [kind for _, kind, _ in kinds(document)] == [Kind.HEADING, Kind.PROSE, Kind.PROSE, Kind.LIST]


def test_a_run_of_blanks_as_long_as_it_likes() -> None:
    assert len(read(odt('<text:p>a<text:s text:c="99999999999"/>b</text:p>'), "a.odt").source.text) < 2_000


def test_the_text_of_every_run_is_read_once() -> None:
    for number in range(5):
        data = document_of(number)
        document = docx.Document(io.BytesIO(data))
        for gone in list(document.element.iter(qn("w:del"))):
            gone.getparent().remove(gone)
        words = "".join(each.text or "" for each in document.element.iter(qn("w:t")))
        seen = Source.from_bytes("a.docx", data).text
        assert "".join(char for char in seen if char not in "\n\v\t\ufffc") == words
