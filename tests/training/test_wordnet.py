"""WordNet's own files are read."""

from __future__ import annotations

from reader.wordnet import WordNet


def test_synonyms_come_with_their_sense(wordnet: WordNet) -> None:
    assert wordnet.synonyms("film", "n") == [("movie", 0), ("picture", 0)]
    assert wordnet.synonyms("Film", "n") == wordnet.synonyms("film", "n")
    assert wordnet.synonyms("film", "v") == []


def test_neighbours_are_kinds_and_sisters(wordnet: WordNet) -> None:
    assert wordnet.neighbours("film", "n") == ["show", "movie", "picture", "play", "drama"]
    assert wordnet.neighbours("slow", "a") == ["dull"]


def test_derived_words_are_of_the_other_part_of_speech(wordnet: WordNet) -> None:
    assert wordnet.derived("leave", "v", "n") == ["departure"]
    assert wordnet.derived("happiness", "n", "a") == ["happy", "glad"]


def test_phrases_are_found_by_their_first_word(wordnet: WordNet) -> None:
    assert wordnet.phrases == {"picture": [("picture", "show")], "take": [("take", "place")]}


def test_synonyms_of_several_words_stand_apart(wordnet: WordNet) -> None:
    assert wordnet.many_word_synonyms("happen", "v") == ["take place"]
    assert wordnet.many_word_synonyms("film", "n") == []
