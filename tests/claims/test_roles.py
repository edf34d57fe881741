"""Credits and casts that no wording of ours names are read by the scorer, and what is no credit is left alone."""

from typing import Any

import pytest

from reviewlint.claims.construction import constructions, cues, features, tokens_of
from reviewlint.claims.mentions import mentions_in
from reviewlint.claims.scorer import probability
from reviewlint.document import Source, parse
from tests.rules.facts.sight import found_in

FILM: dict[str, Any] = {
    "type": "Movie", "name": "The Long Pier", "director": "Odile Brandt", "author": ["Mara Lind", "Tom Aske"],
    "musicBy": "Pell Okafor", "cinematographer": "Ines Dahl", "distributor": "Nordlicht Film",
    "actor": [{"name": "Lars Holm", "characterName": "Ruud"}, {"name": "Maud Quint", "characterName": "Berit Sand"}],
}  # fmt: skip
BOOK: dict[str, Any] = {"type": "Book", "name": "The Lock Keeper", "author": "Rosa Quint", "translator": "Jon Vesely",
                        "publisher": "Kiosk Press"}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "text", "name"),
    [
        (FILM, "That is Selma Tove’s score for you, all cellos.", "Selma Tove"),
        (FILM, "Selma Tove did the score in a week.", "Selma Tove"),
        (FILM, "The camera, in the hands of Ines Dahl, shakes. The score comes from Selma Tove.", "Selma Tove"),
        (FILM, "It was directed, as far as I know, by Hugo Dunne.", "Hugo Dunne"),
        (FILM, "Hugo Dunne directs it as if he were late for a train.", "Hugo Dunne"),
        (BOOK, "The translation, by Selma Tove, never stumbles.", "Selma Tove"),
        (BOOK, "Which Gull House first published in Oslo.", "Gull House"),
        (BOOK, "It is the kindest thing that Vera Castel ever wrote.", "Vera Castel"),
    ],
)
def test_reads_credits_in_other_words(given: dict[str, Any], text: str, name: str) -> None:
    assert name in {
        words for rule, words in found_in(f"{text}\n", given) if rule in ("wrong-credit", "doubtful-credit")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Hugo Dunne was to have directed it, and fell ill.",
        "The score never lets Hugo Dunne out of its sight.",
        "Like Hugo Dunne, the director has a limp.",
        "In *Ebb*, which Hugo Dunne directed, nobody speaks.",
        "The director gives Hugo Dunne nothing to do.",
        "The remake is the work of another director, Hugo Dunne.",
        "Hugo Dunne, her favourite director, would have cut the goat.",
    ],
)
def test_leaves_alone_what_is_no_credit(text: str) -> None:
    assert found_in(f"{text}\n", FILM) == set()


def test_two_actors_who_are_swapped_are_told() -> None:
    text = "Maud Quint, thin and angry, is Ruud to the life, and Lars Holm makes of Berit Sand a saint.\n"
    assert {words for rule, words in found_in(text, FILM) if rule == "wrong-cast"}


def test_him_is_whom_the_sentence_before_speaks_of() -> None:
    text = "The ferryman, Ruud, promises a lot and delivers little. Maud Quint plays him with a straight face.\n"
    assert ("wrong-cast", "Maud Quint") in found_in(text, FILM)
    assert found_in(text.replace("Maud Quint", "Lars Holm"), FILM) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm, as Ruud, and Maud Quint, as Berit Sand, hardly meet.",
        "Hugo Dunne was Ruud on stage for a couple of weeks.",
        "Ruud and Berit Sand meet. Hugo Dunne is thanked in the credits.",
    ],
)
def test_right_casts_are_left_alone(text: str) -> None:
    assert found_in(f"{text}\n", FILM) == set()


def score(text: str, name: str) -> float:
    document = parse(Source("draft.txt", f"{text}\n"))
    (sentence,) = document.sentences
    mentions = list(mentions_in(document.prose.text, sentence))
    tokens = tokens_of(document.prose.text, sentence.start, sentence.end, mentions)
    return max(
        probability(features(tokens, at, cue, cues()[tokens[cue].word][0].sort))
        for at, cue in constructions(tokens)
        if tokens[at].word == name
    )


def test_the_scorer_knows_who_does_from_who_is_done_to() -> None:
    assert score("Odile Brandt directed Lars Holm in it.", "Odile Brandt") > score(
        "Odile Brandt directed Lars Holm in it.", "Lars Holm"
    )
    assert score("It was scored by Pell Okafor.", "Pell Okafor") > 0.8
    assert score("Pell Okafor praised the score on the radio.", "Pell Okafor") < 0.6
