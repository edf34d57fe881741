"""Italics and bold on the page for editors."""

from __future__ import annotations

import pytest

from reviewlint.document import Source, parse
from reviewlint.report.html.emphasis import emphasis_in


def emphasised(text: str, name: str) -> list[tuple[str, ...]]:
    document = parse(Source(name, text))
    view = document.prose.text
    return [
        (view[each.start : each.end], *each.tags) for block in document.blocks for each in emphasis_in(document, block)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In *The Film* it is.", [("The Film", "em")]),
        ("It is **very** good, __so__ good.", [("very", "strong"), ("so", "strong")]),
        ("It is ***very*** good.", [("very", "strong", "em")]),
        ("**Bold and *both* here**.", [("Bold and ", "strong"), ("both", "strong", "em"), (" here", "strong")]),
        ("* A point with *stress*\n* and more", [("stress", "em")]),
        ("***\n\nA rule, and 2 * 3 * 4.", []),
        ("It is <em>old</em> and <B>bold</B>.", [("old", "em"), ("bold", "strong")]),
        ("One *with\ntwo lines*.", [("with", "em"), ("\n", "em"), ("two lines", "em")]),
    ],
)
def test_markdown(text: str, found: list[tuple[str, ...]]) -> None:
    joined = {(part[0].replace("\n", " "), *part[1:]) for part in found}
    assert {(part[0].replace("\n", " "), *part[1:]) for part in emphasised(text, "a.md")} == joined


def test_html_and_plain_text() -> None:
    found = emphasised("<p>In <i>The Film</i> it <strong>is</strong>.</p>", "a.html")
    assert ("".join(text for text, tag in found if tag == "em"), found[-1]) == ("The Film", ("is", "strong"))
    assert emphasised("In _The Film_ it is.", "a.txt") == [("The Film", "em")]
