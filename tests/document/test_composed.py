"""Accents that stand after their letters change nothing in what is read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint import check
from reviewlint.document import Source, parse
from reviewlint.document.composed import composed


def test_a_letter_and_its_accents_are_one_letter_with_their_place() -> None:
    text = unicodedata.normalize("NFD", "Café noir")
    assert list(composed(text, 10, 10 + len(text))) == [("Caf", 10, 13), ("é", 13, 15), (" noir", 15, 20)]


@given(st.text("aeu \u0301\u0308\u0327n"))
def test_pieces_cover_the_source_in_order(text: str) -> None:
    pieces = list(composed(text, 5, 5 + len(text)))
    at = 5
    for _, start, end in pieces:
        assert start == at
        at = end
    assert at == 5 + len(text)
    assert "".join(piece for piece, _, _ in pieces) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_the_view_is_the_same_for_both(name: str) -> None:
    text = "Le café de Zoë  is is there."
    apart = unicodedata.normalize("NFD", text)
    assert parse(Source(name, text)).prose.text == parse(Source(name, apart)).prose.text


def test_a_span_takes_in_the_accents() -> None:
    apart = unicodedata.normalize("NFD", "It is a café there.")
    prose = parse(Source("a.md", apart)).prose
    span = prose.to_source(prose.text.index("café"), prose.text.index(" there"))
    assert apart[span.start : span.end] == unicodedata.normalize("NFD", "café")


def test_the_same_is_reported_for_both() -> None:
    """It once took “À” with its accent apart for a word of one letter more."""
    said = [
        [f.rule for f in check(unicodedata.normalize(form, "Á  A film *a* *a*  À")).files[0].findings] for form in FORMS
    ]
    assert said[0] == said[1]


FORMS = ("NFC", "NFD")


def test_a_place_with_an_accent_apart_is_exact() -> None:
    text = unicodedata.normalize("NFD", "w,À%Á")
    document = parse(Source("a.md", text))
    assert document.is_exact(0, len(document.prose.text))
