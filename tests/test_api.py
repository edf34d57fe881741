"""The front door for Python."""

from __future__ import annotations

import doctest
import json
from io import StringIO
from pathlib import Path

import pytest

import reviewlint
from reviewlint import ReviewlintError, api, check, check_paths
from reviewlint.report import FORMATS, write_report

ROOT = Path(__file__).resolve().parent.parent
DOUBLED = "It is is a film."


def rules(report: reviewlint.Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_the_examples_in_the_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(api).failed == 0
    assert doctest.testmod(api).attempted > 4


def test_all_public_names_are_there_whatever_was_imported_before() -> None:
    check("")
    for name in reviewlint.__all__:
        assert getattr(reviewlint, name) is not None
    assert callable(reviewlint.check)  # no package of that name may come in its way
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        _ = reviewlint.lint  # type: ignore[attr-defined]


def test_spans_count_code_points() -> None:
    (finding,) = check(f"𝄞 {DOUBLED}").findings
    assert f"𝄞 {DOUBLED}"[finding.span.start : finding.span.end] == "is is"


def test_without_a_path_nothing_on_the_disk_applies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewlint.toml").write_text('ignore = ["grammar"]', encoding="utf-8")
    (tmp_path / "draft.facts.yaml").write_text("duration: 58", encoding="utf-8")
    assert rules(check(f"{DOUBLED} The film runs 75 minutes.")) == ["grammar/doubled-word"]


def test_with_a_path_what_belongs_to_it_applies(tmp_path: Path) -> None:
    (tmp_path / "reviewlint.toml").write_text('ignore = ["grammar"]', encoding="utf-8")
    (tmp_path / "draft.facts.yaml").write_text("type: Movie\nduration: 58", encoding="utf-8")
    text = f"{DOUBLED} The film runs 75 minutes."
    path = tmp_path / "draft.md"
    assert rules(check(text, path=path)) == ["facts/wrong-runtime"]
    assert rules(check(text, path=path, config={"ignore": ["facts"]})) == []
    assert rules(check(text, path=path, facts={"type": "Movie", "duration": 75})) == []  # in place of the file
    assert check("<p>It is is.", path="a.html", config={"select": ["grammar"]}).findings[0].span.start == 6


def test_what_is_wrong_with_the_configuration_is_raised() -> None:
    with pytest.raises(ReviewlintError, match=r"“ignor” is not a key of the configuration\. Did you mean “ignore”"):
        check("", config={"ignor": []})
    with pytest.raises(ReviewlintError, match="There is no rule or group"):
        check("", config={"ignore": ["no-such"]})
    with pytest.raises(ReviewlintError, match="“exclude” is for configuration files"):
        check_paths([], config={"exclude": ["a"]})


def test_a_text_that_cannot_be_checked_is_an_error() -> None:
    with pytest.raises(ReviewlintError, match="binary"):
        check("a\0b")
    with pytest.raises(ReviewlintError, match="not UTF-8"):
        check("a \ud800 b")


def test_paths_are_checked_in_order_and_errors_are_told(tmp_path: Path) -> None:
    for name in ("b.md", "a.md"):
        (tmp_path / name).write_text(DOUBLED, encoding="utf-8")
    report = check_paths([tmp_path / "b.md", tmp_path, tmp_path / "no.md"], config={"select": ["grammar"]})
    assert [Path(file.path).name for file in report.files] == ["b.md", "a.md"]
    assert [(error.path, error.message) for error in report.errors] == [
        (str(tmp_path / "no.md"), "There is no such file or folder.")
    ]
    out = StringIO()
    write_report(FORMATS["json"], report, out)
    assert (len(json.loads(out.getvalue())["files"]), report.status) == (2, 2)
