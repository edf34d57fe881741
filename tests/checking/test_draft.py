"""From a path to a part of the report: decoding, fixing, writing, and what goes wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reviewlint.checking import draft as drafting
from reviewlint.checking.draft import Choice, check_bytes, check_path, check_source
from reviewlint.config.files import Layer
from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Safety, Severity

SAFE = (Safety.SAFE,)
ONLY = Layer({"select": ["grammar/doubled-word", "grammar/could-of"]})


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a path for a draft, in a folder at which the search for a configuration ends."""
    (tmp_path / ".git").mkdir()
    return tmp_path / "draft.md"


def errors(outcome: drafting.Outcome) -> list[str]:
    return [error.message for error in outcome.errors]


def test_findings_have_fingerprints_and_a_threshold(draft: Path) -> None:
    draft.write_text("It is is. It is is.", encoding="utf-8")
    (draft.parent / "reviewlint.toml").write_text('fail-on = "error"', encoding="utf-8")
    report = check_path(draft, Choice(ONLY)).report
    assert report is not None
    assert (report.path, len(report.findings), len(set(report.fingerprints))) == (str(draft), 2, 2)
    assert report.fail_on is Severity.ERROR
    assert report.measures is None


def test_measures_when_asked_for(draft: Path) -> None:
    draft.write_text("It is a short film. It is about a dog and a man.", encoding="utf-8")
    for choice, measured in ((Choice(ONLY), False), (Choice(ONLY, measured=True), True)):
        report = check_path(draft, choice).report
        assert report is not None
        assert ("13 words" in (report.measures or "")) is measured


def test_a_fix_is_written_and_what_is_left_is_reported(draft: Path) -> None:
    draft.write_bytes(b"\xef\xbb\xbfIt is is.\r\n\r\nIt could of been.\r\n")
    draft.chmod(0o600)
    outcome = check_path(
        draft, Choice(Layer({"select": ["grammar/doubled-word", "claims/placeholder"]}), SAFE, write=True)
    )
    assert draft.read_bytes() == b"\xef\xbb\xbfIt is.\r\n\r\nIt could of been.\r\n"
    assert outcome.report is not None
    assert (len(outcome.report.applied), outcome.report.findings) == (1, ())
    assert outcome.report.source.text.startswith("It is.")


def test_without_write_nothing_is_written(draft: Path) -> None:
    draft.write_text("It is is.", encoding="utf-8")
    outcome = check_path(draft, Choice(ONLY, SAFE))
    assert draft.read_text(encoding="utf-8") == "It is is."
    assert (outcome.fixed, outcome.mended) == (b"It is.", 1)
    assert outcome.report is not None
    assert (len(outcome.report.applied), len(outcome.report.findings)) == (0, 1)


def test_what_somebody_else_has_changed_meanwhile_is_kept(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.write_text("It is is.", encoding="utf-8")

    def slow(*given: Any) -> drafting.Outcome:
        outcome = check_bytes(*given)
        draft.write_text("Changed by hand.", encoding="utf-8")
        return outcome

    monkeypatch.setattr(drafting, "check_bytes", slow)
    assert errors(check_path(draft, Choice(ONLY, SAFE, write=True))) == [
        "This file changed while it was checked, so it was not written."
    ]
    assert draft.read_text(encoding="utf-8") == "Changed by hand."


def test_a_sound_draft_is_not_touched(draft: Path) -> None:
    draft.write_text("It is.", encoding="utf-8")
    os.utime(draft, (1, 1))
    check_path(draft, Choice(ONLY, SAFE, write=True))
    assert draft.stat().st_mtime == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9", "This file is not UTF-8: byte 0xe9 cannot be read."),
        (b"\x89PNG\0\0", "This looks like a binary file, not a draft."),
        (b"x" * (drafting.MAX_BYTES + 1), "This file has 2.0 MB; drafts of at most 2 MB are checked."),
    ],
)
def test_what_is_no_draft_is_an_error(draft: Path, data: bytes, message: str) -> None:
    draft.write_bytes(data)
    outcome = check_path(draft, Choice(ONLY, SAFE, write=True))
    assert outcome.report is None
    assert errors(outcome) == [message]
    assert outcome.errors[0].path == str(draft)
    assert draft.read_bytes() == data
    assert errors(check_bytes("-", data, Choice(ONLY))) == [message]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "---\n---\n", "   ", "<!-- -->"])
def test_an_empty_draft_has_no_findings(draft: Path, text: str) -> None:
    draft.write_text(text, encoding="utf-8")
    outcome = check_path(draft, Choice())
    assert outcome.report is not None
    assert (outcome.report.findings, outcome.errors) == ((), ())


def test_a_file_that_is_gone_is_an_error(draft: Path) -> None:
    assert errors(check_path(draft, Choice(ONLY))) == ["This file cannot be read: No such file or directory."]


def test_a_broken_configuration_is_an_error_of_its_file(draft: Path) -> None:
    draft.write_text("It is is.", encoding="utf-8")
    (draft.parent / "reviewlint.toml").write_text("ignore = 1", encoding="utf-8")
    outcome = check_path(draft, Choice(ONLY))
    assert outcome.report is None
    assert (outcome.errors[0].path or "").endswith("reviewlint.toml")


def test_broken_facts_are_an_error_and_the_draft_is_checked(draft: Path) -> None:
    draft.write_text("It is is.", encoding="utf-8")
    draft.with_suffix(".facts.yaml").write_text("directr: X\n", encoding="utf-8")
    outcome = check_path(draft, Choice(ONLY))
    assert outcome.report is not None
    assert len(outcome.report.findings) == 1
    assert outcome.errors[0].path == str(draft.with_suffix(".facts.yaml"))
    assert outcome.errors[0].line == 1


def test_broken_front_matter_is_an_error_and_the_draft_is_checked(draft: Path) -> None:
    draft.write_text("---\ntitle: [x\n---\n\nIt is is.", encoding="utf-8")
    outcome = check_path(draft, Choice(ONLY))
    assert outcome.report is not None
    assert len(outcome.report.findings) == 1
    assert outcome.errors[0].path == str(draft)
    assert outcome.errors[0].line


class Panic(BaseException):
    """As a library in Rust raises it: no Exception."""


@pytest.mark.parametrize("fault", [RecursionError, Panic])
def test_a_failure_is_an_error_that_names_the_draft(
    draft: Path, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    draft.write_text("It is is.", encoding="utf-8")

    def broken(*_: object) -> None:
        raise fault("too deep")

    monkeypatch.setattr(drafting, "parse", broken)
    (message,) = errors(check_path(draft, Choice(ONLY)))
    assert message.startswith(f"reviewlint failed on this draft: {fault.__name__}: too deep (test_draft.py:")


def test_a_wide_blank_before_a_full_stop_costs_no_draft_its_findings(draft: Path) -> None:
    others = [draft.with_name(name) for name in ("first.md", "last.md")]
    for path in others:
        path.write_text("It is is.", encoding="utf-8")
    draft.write_text("Take vitamin C\u202f. It is is.", encoding="utf-8")
    outcomes = [check_path(path, Choice(ONLY)) for path in (others[0], draft, others[1])]
    assert [(len(outcome.report.findings), outcome.errors) for outcome in outcomes if outcome.report] == [(1, ())] * 3


def test_standard_input_is_read_as_if_it_stood_at_its_path(draft: Path) -> None:
    (draft.parent / "reviewlint.toml").write_text('[[per-file]]\nfiles = ["*.txt"]\nignore = ["grammar"]')
    for name, count in (("there-is-none.md", 1), ("there-is-none.txt", 0)):
        outcome = check_source(Source(str(draft.with_name(name)), "It is is."), Choice())
        assert outcome.report is not None
        assert len([f for f in outcome.report.findings if f.rule == "grammar/doubled-word"]) == count


def test_rules_that_undo_each_other_are_an_error(draft: Path) -> None:
    def rule(name: str, old: str, new: str) -> None:
        path = draft.parent / "house" / "style" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = 'summary = "S."\nmessage = "Not “{match}”."\nwhy = "W."\nseverity = "warning"\nsince = "0.1"\n'
        path.write_text(head + f'fix = "safe"\nkind = "swap"\n[swap]\n{old} = "{new}"\n', encoding="utf-8")

    rule("no-movie", "movie", "film")
    rule("no-film", "film", "movie")
    (draft.parent / "reviewlint.toml").write_text('rule-folders = ["house"]\nselect = ["style"]', encoding="utf-8")
    outcome = check_source(Source(str(draft), "The film."), Choice(fixes=SAFE))
    (message,) = errors(outcome)
    assert "style/no-" in message
    assert "do not come to an end" in message


def test_a_fix_that_could_not_be_written_is_not_told_as_made(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.write_text("It is is.", encoding="utf-8")

    def full(*_: object) -> None:
        raise ReviewlintError("This file cannot be written: No space left on device.", path=draft)

    monkeypatch.setattr(drafting, "write_atomically", full)
    outcome = check_path(draft, Choice(ONLY, SAFE, write=True))
    assert outcome.report is not None
    assert (len(outcome.report.findings), len(outcome.report.applied), outcome.mended) == (1, 0, 0)
    assert errors(outcome) == ["This file cannot be written: No space left on device."]
    assert draft.read_text(encoding="utf-8") == "It is is."
