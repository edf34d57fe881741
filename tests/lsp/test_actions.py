"""What an editor offers to do, done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from reviewlint import check
from reviewlint.document import Source
from reviewlint.finding import Edit, Span
from reviewlint.lsp.actions import Desired, actions_for
from reviewlint.lsp.diagnostics import Shows, diagnostic_of
from reviewlint.lsp.passes import Checked, Pass, Settings, Version, built_in
from reviewlint.lsp.positions import Positions

QUICK: dict[str, Any] = {"reader": "off", "grammar": {"engine": "off"}}


def desired(path: Path, text: str, at: int | None = None, **more: Any) -> Desired:
    """Return a request for actions at an offset of a draft, or else on all of it."""
    found = check(text, path=path, config=QUICK).findings
    span = Span(0, len(text)) if at is None else Span(at, at)
    checked = Checked(Version(path, 7, text), Pass.RULES, found)
    return Desired(path.as_uri(), checked, span, Positions(text), Shows(True, True, True), **more)


def offered(path: Path, text: str, at: int | None = None, **more: Any) -> dict[str, types.CodeAction]:
    return {action.title: action for action in actions_for(desired(path, text, at, **more), Settings(QUICK))}


def applied(text: str, edit: types.WorkspaceEdit | None) -> str:
    """Return a text with the edits of a draft made in it."""
    assert edit is not None
    (edits,) = (edit.changes or {"": edit.document_changes[0].edits}).values()  # type: ignore[index, union-attr]
    positions = Positions(text)
    for each in sorted(edits, key=lambda each: (each.range.start.line, each.range.start.character), reverse=True):
        span = positions.span(each.range)
        text = text[: span.start] + each.new_text + text[span.end :]
    return text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / "draft.md"


def test_this_fix_and_all_safe_ones(path: Path) -> None:
    text = "𝄞 It is is a film.\n\nIt could of been  longer,and it is is not.\n"
    actions = offered(path, text, 6)
    assert next(iter(actions)) == "Fix: is"
    assert actions["Fix: is"].is_preferred
    assert applied(text, actions["Fix: is"].edit) == text.replace("is is a", "is a")
    every = actions["Apply all safe fixes"]
    assert every.kind == "source.fixAll.reviewlint"
    assert applied(text, every.edit) == "𝄞 It is a film.\n\nIt could have been longer, and it is not.\n"
    assert every.edit is not None
    assert len(every.edit.changes[path.as_uri()]) == 2  # type: ignore[index]


def test_a_cursor_that_moves_gets_what_costs_little(path: Path) -> None:
    text = "It is is a film, directed by Ann Example.\n"
    asked = {*offered(path, text)}
    assert {"Apply all safe fixes", "Put “Ann Example” as director into draft.facts.yaml"} <= asked
    unasked = {*offered(path, text, automatic=True)}
    assert asked - unasked == {"Apply all safe fixes", "Put “Ann Example” as director into draft.facts.yaml"}
    assert "Fix: is" in unasked


def test_only_what_is_asked_for(path: Path) -> None:
    text = "It is is a film.\n"
    assert {*offered(path, text, only=["source.fixAll"])} == {"Apply all safe fixes"}
    assert {*offered(path, text, only=["source"])} == {"Apply all safe fixes"}
    assert "Apply all safe fixes" not in offered(path, text, only=["quickfix"])
    assert offered(path, text, only=["refactor"]) == {}


DOUBLED, COLON = (
    "reviewlint: ignore[grammar/doubled-word] meant so",
    "reviewlint: ignore[typography/heading-colon] meant so",
)


@pytest.mark.parametrize(
    ("name", "text", "becomes"),
    [
        ("a.md", "It is is.\nMore.\n", f"<!-- {DOUBLED} -->\nIt is is.\nMore.\n"),
        ("a.md", "Text.\r\n\r\n## Plot:\r\n", f"Text.\r\n\r\n<!-- {COLON} -->\r\n## Plot:\r\n"),
        ("a.md", "- It is is.\n- More.\n", f"- It is is. <!-- {DOUBLED} -->\n- More.\n"),
        ("a.txt", "It is is.\nMore.\n", f"%% {DOUBLED}\nIt is is.\nMore.\n"),
        ("a.mdx", "It is is.\n", f"{{/* {DOUBLED} */}}\nIt is is.\n"),
    ],
)
def test_ignored_here_with_a_reason(path: Path, name: str, text: str, becomes: str) -> None:
    draft = path.parent / name
    (action,) = (action for title, action in offered(draft, text).items() if title.endswith("here, and say why"))
    assert applied(text, action.edit) == becomes
    assert check(becomes, path=draft, config=QUICK).findings == ()


def test_ignored_in_all_of_a_draft_where_no_comment_can_stand(path: Path) -> None:
    text = "---\nsummary: It is is a film.\n---\n\nText.\n"
    (action,) = (action for title, action in offered(path, text).items() if title.startswith("Ignore"))
    assert action.title == "Ignore grammar/doubled-word in this draft, and say why"
    assert check(applied(text, action.edit), path=path, config=QUICK).findings == ()


def test_edits_are_of_a_version_and_have_places_to_fill_in_where_the_editor_knows_such(path: Path) -> None:
    text = "It is is a film for $5.\n"
    action = offered(path, text, versioned=True, snippets=True)["Ignore grammar/doubled-word here, and say why"]
    assert action.edit is not None
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 7
    (edit,) = change.edits
    assert isinstance(edit, types.SnippetTextEdit)
    assert edit.snippet.value == "<!-- reviewlint: ignore[grammar/doubled-word] ${1:meant so} -->\n"


def test_a_word_is_accepted_where_that_helps(path: Path) -> None:
    text = "It is definately good, and it is is long.\n"
    actions = offered(path, text)
    accept = [action for title, action in actions.items() if title.startswith("Accept")]
    assert [(action.title, action.command.arguments) for action in accept if action.command] == [
        ("Accept “definately” in all drafts", [path.as_uri(), "definately"])
    ]


def test_a_rule_is_explained(path: Path) -> None:
    actions = offered(path, "It is is a film.\n")
    command = actions["Explain grammar/doubled-word"].command
    assert command is not None
    assert command.arguments == [path.as_uri(), "grammar/doubled-word"]


def test_a_diagnostic_names_its_rule_and_what_contradicts(path: Path) -> None:
    facts = path.with_name("draft.facts.yaml")
    facts.write_text("type: Movie\nduration: 58\n", encoding="utf-8")
    text = "The film runs 75 minutes.\n"
    (finding,) = check(text, path=path, config=QUICK).findings
    full = diagnostic_of(finding, built_in()[finding.rule], Positions(text), Shows(True, True, True))
    assert full.code == "facts/wrong-runtime"
    assert full.code_description is not None
    page = full.code_description.href
    assert page.startswith("file://")
    assert page.endswith("facts-wrong-runtime.md")
    (related,) = full.related_information or ()
    assert (related.location.uri, related.location.range.start.line) == (facts.as_uri(), 1)
    plain = diagnostic_of(finding, built_in()[finding.rule], Positions(text), Shows())
    assert (plain.code_description, plain.related_information) == (None, None)
    assert "draft.facts.yaml:2" in plain.message


def test_what_is_to_be_taken_out_is_shown_faded(path: Path) -> None:
    text = "It is a  film.\n"
    (finding,) = check(text, path=path, config=QUICK).findings
    assert finding.fix is not None
    faded = diagnostic_of(finding, built_in()[finding.rule], Positions(text), Shows(tags=True)).tags
    assert faded == ([types.DiagnosticTag.Unnecessary] if finding.fix.edits == (Edit(finding.span, ""),) else None)
    assert Source("", text).text[finding.span.start : finding.span.end].isspace()
