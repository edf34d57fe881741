"""Word documents of every shape, made by chance from a number, and what a reader of them sees."""

from __future__ import annotations

import io
import random
import struct
import zlib
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

WORDS = (
    "the keeper counts steps and lamps 😀 naïve Zoë’s “quoted” words, a film; is is it was: harbour — light. "
    "The the end of could of been 98 minutes 東京 e\u0301 & < > x"
).split()
_STYLES = ("Normal", "Heading 1", "Heading 2", "List Bullet", "List Number", "Quote", "Caption")


def picture(shade: int) -> bytes:
    """Return a small PNG."""
    raw = b"".join(b"\0" + bytes((shade, 0, 90)) * 8 for _ in range(8))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")


def saved(document: Any) -> bytes:
    """Return a document of python-docx as the bytes of its file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def document_of(number: int) -> bytes:
    """Return a document: paragraphs of styled runs, lists, tables, pictures, links, fields, tracked changes."""
    chance = random.Random(number)
    made = docx.Document()
    for _ in range(chance.randint(2, 7)):
        what = chance.random()
        if what < 0.12:
            table = made.add_table(chance.randint(1, 3), 2)
            for cell in table._cells:
                _fill(cell.paragraphs[0], chance)
        elif what < 0.2:
            made.add_picture(io.BytesIO(picture(chance.randrange(256))))
        elif what < 0.25:
            made.add_page_break()
        else:
            _fill(made.add_paragraph(style=chance.choice(_STYLES)), chance)
    if chance.random() < 0.3:
        made.sections[0].header.paragraphs[0].text = "A header is is no text"
    return saved(made)


def _fill(paragraph: Any, chance: random.Random) -> None:
    for _ in range(chance.randint(0, 7)):
        run = paragraph.add_run(
            " ".join(chance.choices(WORDS, k=chance.randint(1, 6))) + chance.choice(["", " ", "  "])
        )
        _format(run, chance)
        what = chance.random()
        if what < 0.08:
            run.add_break(chance.choice([WD_BREAK.LINE, WD_BREAK.PAGE]))
            run.add_text("after the break")
        elif what < 0.14:
            run.add_tab()
            run.add_text("after the tab")
        elif what < 0.2:
            run.add_picture(io.BytesIO(picture(chance.randrange(256))))
            run.add_text(" beside it")
        elif what < 0.32:
            _wrap(run, chance.choice(["ins", "del"]))
        elif what < 0.38:
            _link(paragraph, run)
        elif what < 0.43:
            _field(paragraph, run)
        elif what < 0.46:
            _control(run)
        elif what < 0.49:
            paragraph.part.document.add_comment(run, text="An older comment", author="Somebody", initials="S")


def _format(run: Any, chance: random.Random) -> None:
    run.bold = chance.choice([None, None, True])
    run.italic = chance.choice([None, None, True])
    if chance.random() < 0.2:
        run.font.size = Pt(chance.randint(8, 20))
    if chance.random() < 0.2:
        run.font.color.rgb = RGBColor(chance.randrange(256), 0, 0)
    run.font.strike = True if chance.random() < 0.05 else None
    run.font.hidden = True if chance.random() < 0.04 else None


def _wrap(run: Any, name: str) -> None:
    """Put a run into somebody's tracked change."""
    element = run._r
    body = element.getroottree().getroot()
    number = 7 + len(list(body.iter(qn("w:ins"), qn("w:del"))))
    change = OxmlElement(
        f"w:{name}", {qn("w:id"): str(number), qn("w:author"): "Somebody", qn("w:date"): "2024-05-01T10:00:00Z"}
    )
    element.addprevious(change)
    change.append(element)
    if name == "del":
        for text in element.iterchildren(qn("w:t")):
            text.tag = qn("w:delText")


def _link(paragraph: Any, run: Any) -> None:
    address = paragraph.part.relate_to(
        "https://example.org/", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True
    )
    link = OxmlElement("w:hyperlink", {qn("r:id"): address})
    run._r.addprevious(link)
    link.append(run._r)


def _field(paragraph: Any, run: Any) -> None:
    for kind, text in (("begin", None), (None, " PAGE is is "), ("separate", None)):
        part = parse_xml(f"<w:r {nsdecls('w')}/>")
        part.append(
            OxmlElement("w:fldChar", {qn("w:fldCharType"): kind})
            if kind
            else parse_xml(f"<w:instrText {nsdecls('w')}>{text}</w:instrText>")
        )
        run._r.addprevious(part)
    end = parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>')
    run._r.addnext(end)


def _control(run: Any) -> None:
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    run._r.addprevious(control)
    control[1].append(run._r)
