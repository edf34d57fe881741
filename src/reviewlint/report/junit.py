"""`--format junit`: JUnit XML, as Jenkins and others read it. A draft is a suite, a finding a test that failed."""

from __future__ import annotations

from typing import TextIO
from xml.etree.ElementTree import Element, SubElement

from reviewlint.finding import Finding
from reviewlint.report.xml import write_document
from reviewlint.result import FileReport, Report


def write(report: Report, out: TextIO) -> None:
    """Print the suites. A finding less grave than the draft's `fail-on` is told, and passes."""
    root = Element("testsuites", name="reviewlint")
    failures = tests = 0
    for file in report.files:
        suite = SubElement(root, "testsuite", name=file.path)
        failed = sum([_case(suite, file, finding) for finding in file.findings])
        if not file.findings:
            SubElement(suite, "testcase", name="no findings", classname=file.path, time="0")
        _count(suite, len(suite), failed, 0)
        failures, tests = failures + failed, tests + len(suite)
    if report.errors:
        suite = SubElement(root, "testsuite", name="reviewlint")
        for error in report.errors:
            case = SubElement(suite, "testcase", name=str(error.path or "reviewlint"), classname="reviewlint", time="0")
            SubElement(case, "error", message=error.message, type="ReviewlintError").text = error.hint
        _count(suite, len(suite), 0, len(suite))
        tests += len(suite)
    _count(root, tests, failures, len(report.errors))
    write_document(root, out)


def _case(suite: Element, file: FileReport, finding: Finding) -> bool:
    """Add a finding; tell whether it fails."""
    at = file.source.position(finding.span.start)
    name = f"{finding.rule} {at.line}:{at.column}"
    case = SubElement(suite, "testcase", name=name, classname=file.path, time="0")
    fails = finding.severity.rank >= file.fail_on.rank
    if fails:
        failure = SubElement(case, "failure", message=finding.message, type=str(finding.severity))
        failure.text = f"{file.path}:{at.line}:{at.column}: {finding.message}"
    else:
        SubElement(case, "system-out").text = finding.message
    return fails


def _count(element: Element, tests: int, failures: int, errors: int) -> None:
    for key, value in (("tests", tests), ("failures", failures), ("errors", errors)):
        element.set(key, str(value))
    element.set("time", "0")
