"""A safe fix is one that cannot be wrong: each safe rule changes nothing but what it is about, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlint.finding import Finding, Safety
from reviewlint.rules.anatomy import Example
from reviewlint.rules.examples import judged
from reviewlint.rules.registry import Rule, load_rules

SAFE = [rule for rule in load_rules() if rule.info.fix == "safe" and rule.info.kind != "suppression"]


def without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text)


def articles(text: str) -> str:
    return re.sub(r"\b([Aa])n\b", r"\1", text)


def once(text: str) -> str:
    """Return a text in which no word stands twice in a row, all in small letters."""
    return re.sub(r"\b(\w+)(?:\s+\1\b)+", r"\1", text.lower())


# What is the same before and after the fix of a rule.
SPACES = without(r"\s")
KEPT: dict[str, Callable[[str], str]] = {
    "grammar/could-of": without(r"\b(?:of|have)\b"),
    "grammar/doubled-word": once,
    "grammar/lowercase-i": str.lower,
    "grammar/wrong-article": articles,
    "typography/ampersand": without(r"\b(?:and)\b|&"),
    "typography/backward-quote": without("[“”]"),
    "typography/broken-markdown": without(r"[*#( ]"),
    "typography/doubled-blank-line": SPACES,
    "typography/doubled-mark": without(r"[.,;:!?\s]"),
    "typography/doubled-space": SPACES,
    "typography/heading-colon": without(":"),
    "typography/invisible-character": without("[\u200b\u2060\ufeff\u00ad]"),
    "typography/missing-apostrophe": lambda text: re.sub("['’]", "", text).lower(),
    "typography/missing-space-after-comma": SPACES,
    "typography/missing-space-after-stop": SPACES,
    "typography/missing-space-at-bracket": SPACES,
    "typography/missing-space-at-quote": SPACES,
    "typography/missing-space-before-unit": SPACES,
    "typography/space-before-mark": SPACES,
    "typography/space-inside-bracket": SPACES,
    "typography/space-inside-quote": SPACES,
    "typography/two-dots": without(r"[.…\s]"),
}
PIECES = [
    "the the",
    "of",
    "could of been",
    "would of course",
    "a apple",
    "an pear",
    "i think",
    "I",
    "She",
    "doesnt",
    "isnt'",
    "im",
    "Im",
    "Lets",
    "dont",
    "you 're",
    "It 's",
    " ,",
    " .",
    ",and",
    ".Then",
    ";it",
    " ;but",
    "..",
    ",,",
    "?.",
    "(see",
    "which)",
    "( late )",
    "film(x",
    "“so”",
    "”so“",
    "„nein“",
    "« où ? »",
    '"a',
    'b"',
    "only“yes”",
    "58minutes",
    "4stars",
    "*Et la nuit !*",
    "~~a~~",
    "{% x %}",
    "un\u200bder",
    "\u200b",
    "  ",
    "\n\n",
    "\n\n\n\n",
    "## Cast:",
    "##Cast",
    "[x] (https://e.org/a_(b))",
    "**so*",
    "An Post",
    "A is",
    "Ann Lee",
    "rain",
    "is is",
    "$x , y$",
    "Rating:: 4",
    "in in",
    "1999,when",
    "Mass., of",
    "e.g.",
    "U.S.",
    "8[^1]",
    "in May.",
    "me. I",
]
texts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", "", ". "])), min_size=1, max_size=12
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


def changed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("rule", SAFE, ids=lambda rule: rule.info.name)
@settings(max_examples=40, deadline=None)
@given(text=texts, suffix=st.sampled_from(["md", "txt"]))
def test_nothing_else_changes(rule: Rule, text: str, suffix: str) -> None:
    kept = KEPT[rule.info.name]
    document, findings = judged(rule, Example(text, (), format=suffix), text)
    for finding in findings:
        if finding.fix is None or finding.fix.safety is not Safety.SAFE:
            continue
        assert kept(changed(text, finding)) == kept(text)
        for edit in finding.fix.edits:
            assert not any(o.start < edit.span.end and edit.span.start < o.end for o in document.opaque)
