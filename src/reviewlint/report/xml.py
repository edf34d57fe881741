"""What the reports in XML share: text that XML 1.0 allows."""

from __future__ import annotations

import re
from typing import TextIO
from xml.etree import ElementTree

from reviewlint.report.guard import xml_text

# Production [2] of XML 1.0: control characters and lone surrogates cannot stand in a document.
# The second control characters, from U+007F, are discouraged there, and some are commands to a terminal.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """Return a text with U+FFFD for each character that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def write_document(root: ElementTree.Element, out: TextIO) -> None:
    """Print an XML document, indented."""
    for element in root.iter():
        element.text = allowed(element.text) if element.text else None
        for key, value in element.attrib.items():
            element.set(key, allowed(value))
    ElementTree.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(xml_text(ElementTree.tostring(root, encoding="unicode")))
    out.write("\n")
