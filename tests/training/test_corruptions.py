"""Every corruption changes what it says, marks it, and leaves the rest as it was."""

from __future__ import annotations

import random

import pytest

from reader.corruptions import WEIGHTS, calques, clumsy, corrupt, gaps, learner, slips, small_words, words
from reader.corruptions.world import World
from reader.examples import SOUND_SHARE, example_of, stretches
from reader.tagged import as_line, from_line
from reader.tokens import Fault, text_of, tokens_of
from tests.training.conftest import SENTENCES

TRIES = 60


def outcomes(corruption: object, world: World) -> list[tuple[str, str, list[Fault]]]:
    """Return sentence, what became of it, and its faults, for every place where the corruption had a hold."""
    found = []
    for seed in range(TRIES):
        for sentence in SENTENCES:
            tokens = tokens_of(sentence)
            for at in range(len(tokens)):
                new = corruption(tokens, at, world, random.Random(seed))  # type: ignore[operator]
                if new is not None:
                    found.append((sentence, text_of(new), [token.faults for token in new]))
    return found


@pytest.mark.parametrize("corruption", WEIGHTS, ids=lambda item: f"{item.__module__}.{item.__name__}")
def test_each_corruption_finds_a_hold_and_marks_what_it_did(corruption: object, world: World) -> None:
    made = outcomes(corruption, world)
    assert made
    for sentence, text, faults in made:
        assert text != sentence or any(not fault for fault in faults)
        assert any(faults)
        assert not all(faults)


@pytest.mark.parametrize(
    ("corruption", "made"),
    [
        (clumsy.of_pronoun, "He finds the old coat of him, and she leaves the room at night."),
        (clumsy.simple_form, "In the second act the childs find the door to the garden."),
        (clumsy.infinitive, "They wanted for to leave the village, but nobody gave them money."),
        (calques.behind, "The film happy opens slowly in an old room."),
        (calques.turned_compound, "A office ticket stands beside the store, and she is happy there."),
        (calques.have_noun, "A ticket office stands beside the store, and she has happiness there."),
        (
            calques.own_part,
            "He shuts himself the eyes, and nothing happens until the kindness and the sadness of the story pass.",
        ),
        (words.lookalike, "A ticket office stands beside the story, and she is happy there."),
        (
            words.many_words,
            "He shuts his eyes, and nothing takes place until the kindness and the sadness of the story pass.",
        ),
        (learner.participle, "The bored speech goes on, and the bored children sleep."),
        (learner.participle, "The boring speech goes on, and the boring children sleep."),
        (learner.no_article, "Happy film opens slowly in an old room."),
        (learner.preposition, "The happy film opens slowly on an old room."),
        (learner.agreement, "A ticket office stand beside the store, and she is happy there."),
        (small_words.double_subject, "The happy film it opens slowly in an old room."),
        (slips.real_slip, "The happy film opens slowly in an odd room."),
        (gaps.drop_number, "Her slow story takes place in, and the actors play it well."),
        (gaps.drop_head, "The happy opens slowly in an old room."),
    ],
    ids=lambda item: getattr(item, "__name__", ""),
)
def test_what_a_corruption_makes(corruption: object, made: str, world: World) -> None:
    assert made in {text for _, text, _ in outcomes(corruption, world)}


def test_what_is_missing_is_marked_at_the_word_after_the_gap(world: World) -> None:
    tokens = tokens_of("It runs for 90 minutes.")
    new = gaps.drop_number(tokens, 3, world, random.Random(1))
    assert new is not None
    assert [token.text for token in new if token.faults & Fault.MISSING] == ["minutes"]


def test_corruptions_are_reproducible(world: World) -> None:
    def once() -> list[str]:
        rng = random.Random(7)
        return [text_of(corrupt(tokens_of(sentence), world, rng, 2)) for sentence in SENTENCES]

    assert once() == once()
    assert once() != list(SENTENCES)


def test_tagged_runs_survive_their_file() -> None:
    runs = list(stretches("It's a well-made (old) film. “Yes,” she said—twice."))
    assert [from_line(as_line(run)) for run in runs] == runs


def test_examples_are_sound_or_spoiled(world: World) -> None:
    rng = random.Random(3)
    (run,) = stretches(" ".join(SENTENCES[:4]))
    examples = [example_of(run, world, rng) for _ in range(300)]
    sound = [example for example in examples if not any(example.faults)]
    assert SOUND_SHARE - 0.15 < len(sound) / len(examples) < SOUND_SHARE + 0.25
    assert {example.words for example in sound} == {tuple(token.text for s in run for token in s)}
