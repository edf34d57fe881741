"""A draft as an engine reads it."""

from __future__ import annotations

import pytest
from hypothesis import given

from reviewlint.document import Kind, Source, parse
from reviewlint.engines.passages import Passage, passages_of
from tests.document.strategies import suffixes, texts

READS = Kind.PROSE | Kind.LIST
ALL = Kind((1 << 11) - 1)


def passages(text: str, suffix: str = ".md") -> tuple[Passage, ...]:
    return passages_of(parse(Source(f"x{suffix}", text)), READS)


def read(text: str) -> list[str]:
    """Return what LanguageTool reads in each passage."""
    return ["".join(piece.read for piece in passage.pieces) for passage in passages(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A **bold** word.", "A bold word."),
        ("See [the page](http://x.y/it's) now.", "See the page now."),
        ("In *Alien* she runs.", "In Othello she runs."),
        ("In *Jaws* she swims.", "In Hamlet she swims."),
        ("Press `it's` twice.", "Press item twice."),
        ("Salt &amp; rain.", "Salt & rain."),
        ("One 😀 here.", "One 😀 here."),
    ],
)
def test_markup_is_there_and_not_read(text: str, said: str) -> None:
    assert read(text) == [said]
    assert [passage.source for passage in passages(text)] == [text]


def test_a_title_over_two_lines_is_one_word() -> None:
    assert read("In *The Long\nSummer* it rains.") == ["In Hamlet it rains."]


def test_headings_and_front_matter_are_not_asked_about() -> None:
    assert read("---\ntitle: A\n---\n# He have\n\nProse.\n\n- item\n- other\n") == ["Prose.", "item", "other"]


def test_a_passage_without_a_word_is_left_out() -> None:
    assert read("One.\n\n***\n\n8/10\n") == ["One."]


def test_text_is_sent_as_text_and_markup_with_what_it_stands_for() -> None:
    pieces = [piece.annotation for piece in passages("A *b* & `c`.")[0].pieces]
    assert pieces[0] == {"text": "A "}
    assert {"markup": "*"} in pieces
    assert {"markup": "c", "interpretAs": "thing"} in pieces


@given(texts, suffixes)
def test_a_passage_is_its_stretch_of_the_source(text: str, suffix: str) -> None:
    document = parse(Source(f"x{suffix}", text))
    for passage in passages_of(document, ALL):
        assert document.source.text[passage.start :].startswith(passage.source)


@given(texts, suffixes)
def test_what_is_read_leads_back_to_the_source(text: str, suffix: str) -> None:
    for passage in passages(text, suffix):
        at = 0
        for piece in passage.pieces:
            for offset in range(len(piece.read)):
                span = passage.to_source(at + offset, at + offset + 1)
                stands = passage.source[span.start : span.end]
                assert stands == (piece.source if piece.markup else piece.read[offset])
            at += len(piece.read)


def test_a_stretch_over_markup_takes_all_of_it() -> None:
    (passage,) = passages("In *The Long Summer* it *rain* 😀.")
    at = passage.read.index("Hamlet it rain")
    span = passage.to_source(at, at + len("Hamlet it rain"))
    assert passage.source[span.start : span.end] == "The Long Summer* it *rain"
