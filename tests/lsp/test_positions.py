"""Places in an editor's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from reviewlint.finding import Span
from reviewlint.lsp.positions import Positions

TEXTS = st.text(st.sampled_from("ab é𝄞\u2028\x0b\u0301\n\r"), max_size=30)
ENCODINGS = st.sampled_from([kind.value for kind in types.PositionEncodingKind])


@given(TEXTS, ENCODINGS)
def test_each_offset_comes_back(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[max(0, offset - 1) : offset + 1] != "\r\n":  # between them nothing can stand
            assert positions.offset(positions.position(offset)) == offset


@given(TEXTS)
def test_columns_are_units_of_the_line(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = Positions(text, "utf-16").position(len(text))
    assert (end.line, end.character) == (len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)
    end = Positions(text, "utf-8").position(len(text))
    assert end.character == len(lines[-1].encode())


@pytest.mark.parametrize(("line", "character", "offset"), [(0, 99, 2), (9, 0, 5), (1, 1, 3), (1, 2, 4)])
def test_places_that_are_none_are_drawn_to_the_nearest(line: int, character: int, offset: int) -> None:
    assert Positions("ab\n𝄞c", "utf-16").offset(types.Position(line, character)) == offset


def test_a_byte_order_mark_is_in_the_editors_text_only() -> None:
    positions = Positions("\ufeffab\ncd")
    assert positions.range(Span(0, 1)) == types.Range(types.Position(0, 1), types.Position(0, 2))
    assert positions.span(types.Range(types.Position(0, 0), types.Position(1, 1))) == Span(0, 4)
