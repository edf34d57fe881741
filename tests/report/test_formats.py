"""The formats for machines and servers: snapshots of the shared report, and what their readers demand."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from sarif_pydantic import Sarif

from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Severity, Span
from reviewlint.report import FORMATS, FileReport, Report, write_report
from reviewlint.report.markdown import MOST
from reviewlint.rules.registry import load_rules
from tests.report.example import report
from tests.report.snapshots import check_snapshot

SUFFIXES = {
    "concise": "txt", "jsonl": "jsonl", "sarif": "sarif", "github": "txt", "gitlab": "json", "junit": "xml",
    "checkstyle": "xml", "rdjson": "json", "markdown": "md",
}  # fmt: skip
EMPTY = Report(())
FAILED = Report((), (ReviewlintError("This file: 100%\nnot UTF-8.", path="a,b:c.md", line=3, hint="Save it anew."),))


def shared() -> Report:
    """Return the shared report with fingerprints of its own."""
    made = report(80)
    files = tuple(replace(f, fingerprints=tuple(f"{n:040x}" for n in range(len(f.findings)))) for f in made.files)
    return replace(made, files=files)


def printed(form: str, what: Report) -> str:
    out = io.StringIO()
    write_report(FORMATS[form], what, out)
    return out.getvalue()


def parsed(form: str, what: Report) -> Any:
    return json.loads(printed(form, what))


def indented(form: str, text: str) -> str:
    """Return a snapshot that a person can read."""
    if form in ("sarif", "gitlab", "rdjson"):
        return re.sub(
            r'("version": )"\d+\.\d+\.\d+[^"]*"(, "rules)', r'\1"x"\2', json.dumps(json.loads(text), indent=1)
        )
    return text


@pytest.mark.parametrize("form", SUFFIXES)
def test_snapshot(form: str) -> None:
    text = indented(form, printed(form, shared()))
    text = re.sub(r'("name": "reviewlint",\s+"version": )"[^"]+"', r'\1"x"', text)
    check_snapshot(f"{form}.{SUFFIXES[form]}", text)


@pytest.mark.parametrize("form", [*SUFFIXES, "text", "json"])
@pytest.mark.parametrize("what", [EMPTY, FAILED])
def test_a_report_without_findings_is_still_whole(form: str, what: Report) -> None:
    text = printed(form, what)
    if form in ("sarif", "gitlab", "rdjson", "json"):
        json.loads(text)
    elif form in ("junit", "checkstyle"):
        ElementTree.fromstring(text)


@pytest.mark.parametrize("what", [shared(), EMPTY, FAILED])
def test_sarif_is_sarif(what: Report) -> None:
    log = Sarif.model_validate(parsed("sarif", what))
    assert log.version == "2.1.0"


def test_sarif_describes_the_rules_and_counts_code_points() -> None:
    rules = {rule.info.name: rule.info for rule in load_rules()}
    run = parsed("sarif", replace(shared(), rules=rules))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    doubled = next(r for r in run["tool"]["driver"]["rules"] if r["id"] == "grammar/doubled-word")
    assert doubled["help"]["text"].startswith(rules["grammar/doubled-word"].summary)
    region = next(
        r["locations"][0]["physicalLocation"]["region"] for r in run["results"] if r["ruleId"] == "grammar/doubled-word"
    )
    text = shared().files[0].source.text
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "at at"


def test_sarif_says_that_the_tool_failed() -> None:
    (invocation,) = parsed("sarif", FAILED)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "Save it anew." in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_rdjson_counts_bytes() -> None:
    found = parsed("rdjson", shared())["diagnostics"]
    doubled = next(item for item in found if item["code"]["value"] == "grammar/doubled-word")
    at = doubled["location"]["range"]["start"]
    line = shared().files[0].source.text.encode().split(b"\n")[at["line"] - 1]
    assert line[at["column"] - 1 :].startswith(b"at at")


def test_github_keeps_marks_of_its_own_out() -> None:
    text = printed("github", FAILED)
    assert text == "::error file=a%2Cb%3Ac.md,line=3,title=reviewlint::This file: 100%25%0Anot UTF-8. Save it anew.\n"


def test_jsonl_has_what_json_has() -> None:
    lines = [json.loads(line) for line in printed("jsonl", shared()).splitlines()]
    files = parsed("json", shared())["files"]
    assert lines == [{"path": file["path"], **found} for file in files for found in file["findings"]]


def test_junit_fails_what_is_grave_enough() -> None:
    root = ElementTree.fromstring(printed("junit", shared()))
    grave = sum(f.severity != Severity.INFO for file in shared().files for f in file.findings)
    assert int(root.attrib["failures"]) == grave == len(root.findall(".//failure"))
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
    assert int(root.attrib["errors"]) == len(root.findall(".//error")) == 1


def test_gitlab_has_what_gitlab_asks_for() -> None:
    issues = parsed("gitlab", shared())
    assert (
        len({issue["fingerprint"] for issue in issues}) <= len(issues) == sum(len(f.findings) for f in shared().files)
    )
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major")
        assert not issue["location"]["path"].startswith("./")


def test_markdown_is_cut_and_harmless() -> None:
    found = tuple(Finding("grammar/x", Span(n, n + 1), "“|<b>@you #1” &", Severity.WARNING) for n in range(MOST + 5))
    made = Report((FileReport(Source("a.md", "a" * (MOST + 9)), found, ("",) * len(found)),))
    text = printed("markdown", made)
    assert text.count("`grammar/x`") == MOST
    assert text.endswith("\nand 5 more.\n")
    assert "“\\|\\<b\\>&#64;you \\#1” &amp;" in text


def test_ten_thousand_findings_are_printed() -> None:
    found = tuple(Finding("grammar/x", Span(n, n + 1), "No.", Severity.WARNING) for n in range(10_000))
    made = Report((FileReport(Source("a.md", "a\n" * 10_000), found, tuple(map(str, range(10_000)))),))
    for form in SUFFIXES:
        assert printed(form, made)


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_utf_8_is_printed(form: str) -> None:
    source = Source("bad\udcff.md", "It was the the end.\n")  # as Python reads the byte 0xff in a name
    file = FileReport(source, (Finding("a/x", Span(7, 14), "No.", Severity.WARNING),), ("0",))
    wrong = ReviewlintError("It is no draft.", path="bad\udcfe.md")
    assert "bad" in printed(form, Report((file,), (wrong,)))


def test_concise_keeps_a_finding_on_one_line_whatever_its_file_is_called() -> None:
    found = Finding("grammar/x", Span(0, 1), "No.", Severity.WARNING)
    made = Report((FileReport(Source("a\nb.md", "x"), (found,), ("",)),))
    assert printed("concise", made) == "a\u240ab.md:1:1: warning: No. [grammar/x]\n"


def test_sarif_tells_what_was_left_out_and_the_run_succeeds() -> None:
    out = io.StringIO()
    write_report(FORMATS["sarif"], Report((), notices=("Late.",)), out)
    (invocation,) = json.loads(out.getvalue())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"] == [{"level": "note", "message": {"text": "Late."}}]
