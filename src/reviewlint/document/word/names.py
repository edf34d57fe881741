"""Names of elements and attributes in the XML of Word."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL, ID = f"{W}val", f"{W}id"
PARAGRAPH, RUN, TEXT, DELETED_TEXT = f"{W}p", f"{W}r", f"{W}t", f"{W}delText"
RUN_PROPERTIES = f"{W}rPr"
INSERTION, DELETION = f"{W}ins", f"{W}del"
TEXT_BOX = f"{W}txbxContent"
# What is not there once all tracked changes are accepted, or is there a second time.
GONE = frozenset((DELETION, f"{W}moveFrom", f"{MC}Fallback", f"{W}rt"))
# What a run may hold that is a character of the text.
CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\v",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
PICTURES = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym"))
MATHS = frozenset((f"{M}oMath", f"{M}oMathPara"))
NOTES = {f"{W}footnoteReference": f"{W}footnote", f"{W}endnoteReference": f"{W}endnote"}
