"""Phrases: what they match, and that the work grows with the text and not with the ways to divide it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewlint.rules.notation import read_phrase
from reviewlint.rules.phrases import Phrase, Step
from reviewlint.rules.tokens import Tokens, tokens_of


def counted(phrase: Phrase, calls: list[int]) -> Phrase:
    """Return a phrase that notes each word that one of its steps looks at."""

    def wrapped(step: Step) -> Step:
        test = step.test
        if test is None:
            return step

        def noting(tokens: Tokens, at: int) -> bool:
            calls.append(at)
            return test(tokens, at)

        return step._replace(test=noting)

    return replace(phrase, steps=tuple(map(wrapped, phrase.steps)))


@pytest.mark.parametrize("element", ["dog+", "dog?", "dog*", "...4"])
def test_many_ways_to_share_out_words_are_no_more_work(element: str) -> None:
    work = []
    for times in (6, 12, 24):
        calls: list[int] = []
        phrase = counted(read_phrase(f"the {f'{element} ' * times}cat", {}), calls)
        assert list(phrase.search(tokens_of("the " + "dog " * 40 + "sat."))) == []
        work.append(len(calls))
    assert work[1] <= 4 * work[0] + 200
    assert work[2] <= 4 * work[1] + 200


def test_what_fails_for_one_beginning_is_found_for_another() -> None:
    tokens = tokens_of("the dog dog sat, the dog dog cat ran.")
    (match,) = read_phrase("the dog+ dog+ cat", {}).search(tokens)
    assert tokens.text[tokens.starts[match.first] : tokens.ends[match.last]] == "the dog dog cat"
