"""What a rule is given to look at, and how its findings come out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document import Document, Source, parse
from reviewlint.document.view import HIDDEN
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Edit, Safety, Span
from reviewlint.rules.context import Context, quotable
from reviewlint.rules.rule_file import load_rule
from tests.rules.conftest import WriteRule

TEXT = "# Head\n\nOne lamp. Two\nlamps *Lamp Oil* burn.\n\n- A wick."


def context(write_rule: WriteRule, text: str = TEXT, *known: str, **keys: str) -> Context:
    """Return a context for a rule with the keys given."""
    info = load_rule(write_rule(**keys))
    return Context(info, parse(Source("draft.md", text)), Vocabulary.of(known), {})


def at(document: Document, words: str) -> tuple[int, int]:
    """Return the view offsets of some words."""
    start = document.prose.text.index(words)
    return start, start + len(words)


def test_what_a_rule_does_not_read_is_hidden(write_rule: WriteRule) -> None:
    ctx = context(write_rule, reads='["prose"]')
    assert "One lamp. Two lamps " + HIDDEN * 8 + " burn." in ctx.text
    assert "Head" not in ctx.text
    assert len(ctx.text) == len(ctx.document.prose.text)


def test_sentences_blocks_words_and_lines(write_rule: WriteRule) -> None:
    ctx = context(write_rule)
    start, _ = at(ctx.document, "burn")
    sentence = ctx.sentence_of(start)
    assert sentence is not None
    assert ctx.sentence_text(sentence) == "Two lamps " + HIDDEN * 8 + " burn."
    assert [word.text for word in ctx.words_in(sentence)] == ["Two", "lamps", "Lamp", "Oil", "burn"]
    block = ctx.block_of(start)
    assert block is not None
    assert [word.text for word in ctx.words_in(block)][:2] == ["One", "lamp"]
    assert ctx.line_of(start) == 4
    assert ctx.line_of(at(ctx.document, "wick")[0]) == 6
    empty = context(write_rule, "")
    assert empty.sentence_of(0) is None
    assert empty.block_of(0) is None


def test_a_finding_maps_to_the_source_and_fills_the_message(write_rule: WriteRule) -> None:
    ctx = context(write_rule, fix='"safe"', message='"{match}: {replace}, {count}"')
    finding = ctx.finding(*at(ctx.document, "Two lamps"), replace="Two lamp", count=2)
    assert finding.message == "Two lamps: Two lamp, 2"
    assert TEXT[finding.span.start : finding.span.end] == "Two\nlamps"
    assert finding.fix is not None
    assert finding.fix.safety == Safety.SAFE
    start = finding.span.start
    assert finding.fix.edits == (Edit(Span(start + 8, start + 9), ""),)  # the line break stays


def test_a_fix_is_left_out(write_rule: WriteRule) -> None:
    words = "lamps Lamp"
    plain = context(write_rule)
    assert plain.finding(*at(plain.document, "lamp"), replace="lamps").fix is None  # the rule has none
    safe = context(write_rule, fix='"safe"')
    assert safe.finding(*at(safe.document, words), replace="lamp").fix is None  # markup stands in between
    known = context(write_rule, TEXT, "One Lamp", fix='"safe"')
    assert known.finding(*at(known.document, "One"), replace="Two").fix is None  # a name
    assert known.changes_name(*at(known.document, "One"), "Two")
    assert not known.changes_name(*at(known.document, "One"), "One such")
    assert not known.changes_name(*at(known.document, "One"), None)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("two\n  lamps", "two lamps"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 30 + "…"),
        ("a lamp that burns " * 5, "a lamp that burns a lamp that … that burns a lamp that burns "),
    ],
)
def test_a_message_quotes_no_more_than_needed(text: str, quoted: str) -> None:
    assert quotable(text) == quoted


@given(st.text(max_size=200))
def test_a_quotation_is_short_and_on_one_line(text: str) -> None:
    assert len(quotable(text)) <= 63
    assert "\n" not in quotable(text)
