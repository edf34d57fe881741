"""`--format checkstyle`: Checkstyle's XML, which many servers and editors read."""

from __future__ import annotations

from typing import TextIO
from xml.etree.ElementTree import Element, SubElement

from reviewlint.report.xml import write_document
from reviewlint.result import Report


def write(report: Report, out: TextIO) -> None:
    """Print one element a file, with its findings."""
    root = Element("checkstyle", version="8.0")
    for file in report.files:
        element = SubElement(root, "file", name=file.path)
        for finding in file.findings:
            at = file.source.position(finding.span.start)
            SubElement(
                element,
                "error",
                line=str(at.line),
                column=str(at.column),
                severity=str(finding.severity),
                message=finding.message,
                source=f"reviewlint.{finding.rule.replace('/', '.')}",
            )
    write_document(root, out)
