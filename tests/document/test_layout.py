"""Layout that moves along with its text."""

from __future__ import annotations

from reviewlint.document import Kind
from reviewlint.document.layout import Paragraph, Stretch, moved


def test_paragraphs_and_stretches_move_along() -> None:
    old = "One one.\nIn Title the the code here.\nEnd."
    layout = (
        Paragraph(0, 8, Kind.HEADING, 1),
        Paragraph(9, 36, Kind.PROSE, 0, (Stretch(12, 17, Kind.TITLE), Stretch(26, 30, Kind.CODE))),
        Paragraph(37, 41, Kind.LIST),
    )
    new = "One.\nIn Title the code here.\nEnd."
    assert moved(layout, old, new) == (
        Paragraph(0, 4, Kind.HEADING, 1),
        Paragraph(5, 28, Kind.PROSE, 0, (Stretch(8, 13, Kind.TITLE), Stretch(18, 22, Kind.CODE))),
        Paragraph(29, 33, Kind.LIST),
    )


def test_a_stretch_that_is_edited_is_plain() -> None:
    layout = (Paragraph(0, 10, Kind.PROSE, 0, (Stretch(3, 7, Kind.CODE),)),)
    assert moved(layout, "In code x.", "In cxde x.") == (Paragraph(0, 10, Kind.PROSE),)
