"""What the lexicon knows of single words."""

from __future__ import annotations

import pytest

from reviewlint.lexicon import Tag, entry, frequency, is_word, share, share_capital, tags
from reviewlint.lexicon.words import _search, _table


@pytest.mark.parametrize(
    ("word", "holds", "lacks"),
    [
        ("film", Tag.NOUN, Tag.ADVERB),
        ("films", Tag.PLURAL, Tag.ADJECTIVE),
        ("quickly", Tag.ADVERB, Tag.NOUN),
        ("the", Tag.DETERMINER, Tag.NOUN),
        ("worries", Tag.PLURAL | Tag.VERB_S, Tag.ADJECTIVE),
        ("don't", Tag.VERB, Tag.NOUN),
        ("it's", Tag.CONTRACTION, Tag.NOUN),
        ("and", Tag.CONJUNCTION, Tag.NOUN),
        ("ossify", Tag.VERB, Tag.NOUN),  # known from a dictionary alone
    ],
)
def test_tags(word: str, holds: Tag, lacks: Tag) -> None:
    assert tags(word) & holds == holds
    assert not tags(word) & lacks


def test_an_unknown_word() -> None:
    assert entry("xyzzyplugh") is None
    assert tags("xyzzyplugh") == Tag(0)
    assert share("xyzzyplugh", Tag.NOUN) == 0
    assert frequency("xyzzyplugh") == 0
    assert not is_word("xyzzyplugh")


def test_case_and_apostrophes_do_not_matter() -> None:
    assert entry("Film") == entry("film")
    assert entry("don’t") == entry("don't")


def test_shares() -> None:
    assert share("film", Tag.NOUN) > 0.95
    assert 0 < share("worries", Tag.VERB_S) < 0.7
    assert sum(share("watch", tag) for tag in Tag) == pytest.approx(1)


def test_capitals() -> None:
    assert share_capital("london") > 0.9
    assert share_capital("airport") < 0.5
    assert share_capital("desk") < 0.2


def test_common_words_are_commoner() -> None:
    assert frequency("the") > frequency("film") > frequency("airport") > 0


@pytest.mark.parametrize("name", ["words.tsv", "rare.tsv"])
def test_every_line_of_the_tables_can_be_found(name: str) -> None:
    lines = _table(name).splitlines()
    words = [line.partition("\t")[0] for line in lines]
    assert words == sorted(set(words))
    for line in [*lines[:9], *lines[9:-9:101], *lines[-9:]]:
        word, _, rest = line.partition("\t")
        assert _search(_table(name), word) == rest
        assert _search(_table(name), f"{word}\x00") is None


@pytest.mark.parametrize("word", ["proofread", "misread", "recast", "outbid", "typeset"])
def test_what_is_made_of_a_verb_with_one_form_has_one_form(word: str) -> None:
    """“Nobody proofread it” was once called a present tense without its -s."""
    assert tags(word) & Tag.PAST


@pytest.mark.parametrize("word", ["backbite", "retrofit", "hobnob", "whet"])
def test_other_rare_verbs_have_a_past_of_their_own(word: str) -> None:
    assert not tags(word) & Tag.PAST
