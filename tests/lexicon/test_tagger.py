"""Which kind each word is in its sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.lexicon import Tag, tag_sentence

T = Tag
# Words in brackets are what is asked: the same word in two trades, agreement gone wrong, names.
SENTENCES = [
    ("She [worries] about him all day .", [T.VERB_S]),
    ("He told her about his [worries] .", [T.PLURAL]),
    ("The [play] opens with a song .", [T.NOUN]),
    ("They [play] two sisters .", [T.VERB]),
    ("The camera [know] better than you .", [T.VERB]),
    ("It was [based] on a novel .", [T.PARTICIPLE]),
    ("She [walked] home in the rain .", [T.PAST]),
    ("A [moving] story , told [well] .", [T.ADJECTIVE | T.ING, T.ADVERB]),
    ("He is [moving] to Lisbon .", [T.ING]),
    ("The cast of [Lisbon] is small .", [T.PROPER]),
    ("We laughed a [lot] , and then we [left] .", [T.NOUN, T.PAST]),
    ("You [can] open the door with a knife .", [T.MODAL]),
    ("[That] book is the one [that] I lent you .", [T.DETERMINER, T.PREPOSITION | T.WH]),
    ("The sets look cheap , and so do the [costumes] .", [T.PLURAL]),
    ("I [don't] mind .", [T.VERB]),
    ("It was the [best] of them .", [T.SUPERLATIVE]),
    ("[Who] wrote the [score] ?", [T.WH, T.NOUN]),
    ("They [score] badly in every test .", [T.VERB]),
    ("[It's] over in [ninety] minutes .", [T.CONTRACTION, T.NUMBER]),
    ("[Ann's] voice breaks .", [T.POSSESSIVE]),
]


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES)
def test_tags_in_context(sentence: str, wanted: list[Tag]) -> None:
    words = sentence.split()
    found = tag_sentence([word.strip("[]") for word in words])
    asked = [tag for word, tag in zip(words, found, strict=True) if word.startswith("[")]
    assert all(tag & want for tag, want in zip(asked, wanted, strict=True)), asked


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_any_words_get_one_tag_each(words: list[str]) -> None:
    found = tag_sentence(words)
    assert len(found) == len(words)
    assert all(tag in Tag for tag in found)


def test_nothing_to_tag() -> None:
    assert tag_sentence([]) == []
