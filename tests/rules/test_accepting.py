"""Which word is offered to be accepted: one that would keep the rule silent, and nothing else."""

from __future__ import annotations

import pytest

from reviewlint import check
from reviewlint.finding import Finding, Severity, Span
from reviewlint.rules.accepting import word_to_accept


@pytest.mark.parametrize(
    ("marked", "rule", "kind", "word"),
    [
        ("definately", "grammar/misspelling", "code", "definately"),
        ("“Nausicaa’s”", "facts/name-variant", "code", "Nausicaa"),
        ("Sam Rami", "facts/name-variant", "code", "Sam Rami"),
        ("sam rami", "facts/name-variant", "code", None),
        ("One Two Three Four", "facts/name-variant", "code", None),
        ("Sam\nRami", "facts/name-variant", "code", None),
        ("metroidvania", "garbled/odd-phrase", "reader", "metroidvania"),
        ("makes the appeal", "garbled/odd-phrase", "reader", None),
        ("was was", "grammar/doubled-word", "code", None),
        ("unknown", "house/own", None, None),
        ("…", "grammar/misspelling", "code", None),
        ("", "grammar/misspelling", "code", None),
    ],
)
def test_the_word(marked: str, rule: str, kind: str | None, word: str | None) -> None:
    text = f"It is {marked} here."
    finding = Finding(rule, Span(6, 6 + len(marked)), "M.", Severity.WARNING)
    assert word_to_accept(text, finding, kind) == word


def test_an_accepted_word_is_not_reported_again() -> None:
    text = "It is definately a joy."
    (finding,) = check(text, config={"select": ["grammar/misspelling"]}).findings
    word = word_to_accept(text, finding, "code")
    assert word is not None
    assert check(text, config={"select": ["grammar/misspelling"], "accept": [word]}).findings == ()
