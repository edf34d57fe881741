"""A comment that ignores a finding silences it, in every kind of draft, and changes nothing else."""

from __future__ import annotations

import pytest

from reviewlint.document import Source, parse
from reviewlint.finding import Span
from reviewlint.rules.ignoring import ignoring
from reviewlint.rules.suppress import read_silences

RULE = "grammar/doubled-word"
TEXTS = {
    "a paragraph": ("a.md", "# Head\n\nOne line.\nIt was was good.\n\nMore.\n"),
    "the first paragraph": ("a.md", "It was was good.\n"),
    "a heading": ("a.md", "# It was was good\n\nMore.\n"),
    "after front matter": ("a.md", "---\ntitle: x\n---\nIt was was good.\n"),
    "a tight list": ("a.md", "Text:\n\n- one\n- it was was good\n- three\n"),
    "a loose list": ("a.md", "1. one\n\n2. it was was good\n\n3. three\n"),
    "a table": ("a.md", "| a | b |\n|---|---|\n| c | it was was |\n"),
    "a quotation": ("a.md", "> One line.\n> It was was good.\n\nMore.\n"),
    "other line ends": ("a.md", "One.\r\n\r\nIt was was good.\r\n"),
    "plain text": ("a.txt", "One line of text.\n\nIt was was good.\n"),
    "HTML": ("a.html", "<p>One.</p>\n<p>It was was good.</p>\n"),
    "MDX": ("a.mdx", "One.\n\nIt was was good.\n"),
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("whole", [False, True])
def test_it_silences_its_place_and_changes_nothing_else(name: str, whole: bool) -> None:
    path, text = TEXTS[name]
    document = parse(Source(path, text))
    at = text.index("was was")
    edit = ignoring(document, Span(at, at + 7), RULE, "a joke --> of theirs", whole=whole)
    new = text[: edit.span.start] + edit.text + text[edit.span.end :]
    after = parse(Source(path, new))
    silences = read_silences(after).silences
    place = new.index("was was")
    assert any(s.start < place + 7 and place < s.end and s.selector.name == RULE for s in silences)
    assert [s.remark.verb for s in silences] == ["ignore-file" if whole else "ignore"]
    assert "a joke > of theirs" in new
    assert [block.kind for block in after.blocks] == [block.kind for block in document.blocks]
    assert new.replace(edit.text, "", 1) == text


def test_in_front_matter_it_speaks_of_the_whole_draft() -> None:
    text = "---\ntitle: It was was good\n---\n\nText.\n"
    at = text.index("was was")
    edit = ignoring(parse(Source("a.md", text)), Span(at, at + 7), RULE)
    assert edit.text == f"<!-- reviewlint: ignore-file[{RULE}] -->\n\n"
    assert text[: edit.span.start] == "---\ntitle: It was was good\n---\n"


def test_a_comment_for_another_rule_stays() -> None:
    text = "<!-- reviewlint: ignore[claims] theirs -->\nIt was was good.\n"
    at = text.index("was was")
    edit = ignoring(parse(Source("a.md", text)), Span(at, at + 7), RULE)
    new = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert {s.selector.name for s in read_silences(parse(Source("a.md", new))).silences} == {"claims", RULE}
