"""Places as editors count them: a line and a column, both from 0, the column in the units agreed with the editor."""

from __future__ import annotations

from lsprotocol import types

from reviewlint.document import Source
from reviewlint.document.source import BOM
from reviewlint.finding import Edit, Span

UTF_8, UTF_16 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16


class Positions:
    """Turns code-point offsets into a draft into places in an editor's text, and back.

    `text` is the text as the editor has it. A byte order mark at its start is not in the draft.
    Lines end at \\n, \\r\\n or a lone \\r, as the protocol has it.
    """

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        self._source = Source("", text)
        self._encoding = encoding
        self._lead = 1 if text.startswith(BOM) else 0

    def position(self, offset: int) -> types.Position:
        """Return the place of a code-point offset into the draft."""
        line, column = self._source.position(offset + self._lead)
        start = self._source.line_starts[line - 1]
        return types.Position(line - 1, self._units(self._source.text[start : start + column - 1]))

    def offset(self, position: types.Position) -> int:
        """Return the code-point offset into the draft of a place; one behind the end of a line is that end.

        A place within a character is that character's start.
        """
        starts = self._source.line_starts
        if position.line >= len(starts):
            return len(self._source.text) - self._lead
        start, end = self._source.line_span(position.line + 1).start, self._source.line_span(position.line + 1).end
        if self._encoding == types.PositionEncodingKind.Utf32:
            at = min(start + position.character, end)
        else:
            at, units = start, 0
            while at < end and (units := units + self._units(self._source.text[at])) <= position.character:
                at += 1
        return max(0, at - self._lead)

    def range(self, span: Span) -> types.Range:
        """Return the range of a span of code points."""
        return types.Range(self.position(span.start), self.position(span.end))

    def span(self, range_: types.Range) -> Span:
        """Return the span of code points that a range covers."""
        start, end = self.offset(range_.start), self.offset(range_.end)
        return Span(min(start, end), max(start, end))

    def edit(self, edit: Edit) -> types.TextEdit:
        """Return an edit as editors apply it."""
        return types.TextEdit(self.range(edit.span), edit.text)

    def _units(self, text: str) -> int:
        if self._encoding == UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))
        if self._encoding == types.PositionEncodingKind.Utf32:
            return len(text)
        return len(text) + sum(char > "\uffff" for char in text)
