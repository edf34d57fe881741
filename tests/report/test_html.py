"""`--format html`: a page that needs nothing else, in which no draft can do anything."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli import main
from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Severity, Span
from reviewlint.report import FORMATS, Earlier, FileReport, Report, write_report
from reviewlint.report.html import prepare
from tests.report.example import finding, report
from tests.report.snapshots import check_snapshot

EVIL = "</script></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}"


def printed(what: Report) -> str:
    out = io.StringIO()
    write_report(FORMATS["html"], what, out)
    return out.getvalue()


def one(text: str, *found: Finding, path: str = "a.md") -> Report:
    return Report((FileReport(Source(path, text), found, ("",) * len(found)),))


class Tags(HTMLParser):
    """Collects tags with their attributes, and what is open at the end."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_snapshot() -> None:
    body = printed(report(80)).partition("<body>")[2].partition("<script>")[0]
    check_snapshot("report.html", re.sub(r"<svg.*?</svg>", "<svg/>", body, flags=re.S))


def test_tags_are_closed_and_names_are_unique() -> None:
    tags = Tags(printed(report(80)))
    assert tags.open == []
    names = [attributes["id"] for _, attributes in tags.seen if "id" in attributes]
    assert len(names) == len(set(names)) > 20
    links = [str(attributes["href"]) for tag, attributes in tags.seen if tag == "a"]
    assert {link[1:] for link in links} <= set(names)


def test_nothing_is_loaded() -> None:
    for tag, attributes in Tags(printed(report(80))).seen:
        assert tag not in ("link", "img", "iframe", "object", "base", "use", "image")
        assert not {"src", "style", "srcset", "action"} & attributes.keys()
        assert not any(key.startswith("on") for key in attributes)
        assert str(attributes.get("href", "#")).startswith("#")


def test_a_draft_can_do_nothing() -> None:
    text = f"# {EVIL}\n\nSo `{EVIL}` it is.\n"
    fix = Fix(EVIL, Safety.SAFE, (Edit(Span(2, 5), EVIL),))
    found = Finding("facts/x", Span(2, 9), EVIL, Severity.ERROR, fix, (Related(EVIL, EVIL, 3),), code=EVIL)
    wrong = ReviewlintError(EVIL, path=EVIL, hint=EVIL)
    checked = replace(one(text, found, path=f"{EVIL}.md"), errors=(wrong,))
    page = printed(replace(checked, earlier=(Earlier(EVIL, {EVIL: 3}, dict.fromkeys(Severity, 1)),)))
    tags = Tags(page)
    assert [tag for tag, _ in tags.seen if tag in ("script", "img", "style")] == ["style", "script"]
    assert "'{{ 7*7 }}".replace("'", "&#39;") in page
    assert "alert(1)&lt;/script&gt;" in page


def test_marks_that_overlap_hold_their_words() -> None:
    text = "One two three four.\n"
    page = printed(
        one(
            text,
            Finding("a/x", Span(0, 7), "A.", Severity.WARNING),
            Finding("b/y", Span(4, 13), "B.", Severity.ERROR),
            Finding("b/z", Span(19, 19), "C.", Severity.INFO),
        )
    )
    words = {f"f1-{n}": "".join(re.findall(rf'data-f="f1-{n}">(?:<mark[^>]*>)*([^<]*)', page)) for n in (1, 2)}
    assert words == {"f1-1": "One two", "f1-2": "two three"}
    assert Tags(page).open == []


def test_a_passage_of_the_same_draft_is_linked() -> None:
    text = "It runs 90 minutes.\n\nIt runs 80 minutes.\n"
    related = (Related("here it is 90", "a.md", 1), Related("and there", "b.md", 9))
    page = printed(one(text, finding(text, "facts/own", "80 minutes", "No.", related=related)))
    assert '<a href="#d1-l1">a.md:1</a>' in page
    assert "b.md:9</span>" in page


def test_front_matter_has_a_place() -> None:
    text = "---\nrating: 11\n---\n\nFine words.\n"
    page = printed(one(text, finding(text, "facts/rating", "11", "Too much.")))
    assert "Too much." in page


@pytest.mark.parametrize(
    "text", ["", "\n", "---\ntitle: x\n---\n", "&amp; *x*\r\n\r\n> “q”\r\n", "| a | b |\n|--|--|\n| c | d |\n"]
)
def test_any_finding_in_any_draft_is_shown_once(text: str) -> None:
    spans = [Span(a, b) for a in range(len(text) + 1) for b in range(a, len(text) + 1)]
    page = printed(one(text, *(Finding("a/x", span, "M.", Severity.INFO) for span in spans)))
    assert page.count("<p>M.</p>") == len(spans)
    assert Tags(page).open == []


def test_the_worst_draft_is_first() -> None:
    page = printed(report(80))
    assert page.index('href="#d1">reviews/the-last-step.md') < page.index("clean.md</a>")


def test_the_commonest_rules_are_counted_before_the_drafts() -> None:
    def draft(path: str, rules: int) -> FileReport:
        found = tuple(Finding(f"a/{number:02}", Span(0, 4), "M.", Severity.INFO) for number in range(rules))
        return FileReport(Source(path, "word " * 40), found, ("",) * rules)

    drafts = (draft("a.md", 14), draft("b.md", 3))
    before, _, after = printed(Report(drafts)).partition("<article")
    assert before.count("<td>2</td>") >= 3
    assert before.count("<code>a/") == 12
    assert '<a href="#rules">all rules</a>' in before
    assert 'id="rules"' in after


def test_nothing_is_left_in_the_way_of_imports() -> None:
    printed(report(80))
    assert not [finder for finder in sys.meta_path if not hasattr(finder, "find_spec")]


def test_nothing_checked() -> None:
    assert "No drafts were checked." in printed(Report(()))


def test_ten_thousand_findings_in_one_paragraph() -> None:
    text = "word " * 10_000
    page = printed(one(text, *(Finding("a/x", Span(n * 5, n * 5 + 4), "M.", Severity.WARNING) for n in range(10_000))))
    assert page.count('class="note"') == 10_000


def test_the_trend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("It was was good.\n", encoding="utf-8")
    run = CliRunner()
    done = run.invoke(main, ["check", "--format", "json", "--output", "may.json", "a.md"])
    assert (done.exit_code, done.output) == (1, "")
    assert json.loads(Path("may.json").read_text(encoding="utf-8"))["summary"]["files"] == 1
    Path("a.md").write_text("It was good.\n", encoding="utf-8")
    Path("b.md").write_text("It was good.\n", encoding="utf-8")
    done = run.invoke(main, ["check", "--format", "html", "--earlier", "may.json", "--output", "r.html", "."])
    assert (done.exit_code, done.output) == (0, "")
    page = Path("r.html").read_text(encoding="utf-8")
    assert "Findings, from report to report" in page
    assert "<td>-1</td>" in page
    assert "<td>new</td>" in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "cannot be read"),
        ("{", "not JSON"),
        ("[]", "not a report of reviewlint"),
        ('{"version": 1}', "not a report of reviewlint"),
        ('{"version": 2, "files": []}', "version"),
        ('{"version": 1, "files": [{"path": "a", "findings": [{"severity": "fatal"}]}]}', "not a report"),
    ],
)
def test_an_earlier_report_that_is_none(tmp_path: Path, data: str | None, words: str) -> None:
    path = tmp_path / "old.json"
    if data is not None:
        path.write_text(data, encoding="utf-8")
    with pytest.raises(ReviewlintError, match=words):
        prepare([path])


def test_earlier_reports_are_for_the_page() -> None:
    done = CliRunner().invoke(main, ["check", "--earlier", "old.json", "."])
    assert done.exit_code == 2
    assert "--earlier needs --format html." in done.output


def test_missing_libraries_are_named_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr("reviewlint.report.html.find_spec", lambda name: None)
    with pytest.raises(ReviewlintError, match="jinja2 and pygal") as caught:
        prepare([])
    assert 'pip install "reviewlint[html]"' in str(caught.value.hint)


def test_other_formats_do_without_the_libraries() -> None:
    code = (
        "import sys; from reviewlint.cli import main\n"
        "main(['check', '--format', 'json', '--select', 'typography', '-'], standalone_mode=False)\n"
        "assert not {'jinja2', 'pygal', 'markupsafe'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], input=b"Fine.\n", check=True, capture_output=True)
