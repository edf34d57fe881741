"""Figures and names that are of something else than the work are left alone, and those of the work are told."""

from typing import Any

import pytest

from tests.rules.facts.sight import found_in

FILM: dict[str, Any] = {"type": "Movie", "name": "The Long Pier", "director": "Odile Brandt", "datePublished": 1990,
                        "duration": 95}  # fmt: skip
ALBUM: dict[str, Any] = {
    "type": "MusicAlbum",
    "name": "Low Water",
    "byArtist": "The Gulls",
    "duration": 40,
    "numTracks": 10,
}
BOOK: dict[str, Any] = {"type": "Book", "name": "The Lock Keeper", "author": "Rosa Quint", "numberOfPages": 320}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (FILM, "The first act lasts 50 minutes, and the pause lasts 20 minutes."),
        (FILM, "The portrait of the crew on the second disc runs 60 minutes."),
        (FILM, "The last shot runs 12 minutes."),
        (ALBUM, "It closes with a hymn that lasts nine minutes. Side two lasts 22 minutes."),
        (ALBUM, "The bonus disc has four tracks. Side one has five songs."),
        (FILM, "The film was released on disc in 1999, and in France in 1993."),
        (FILM, "Released in 2019 in 4K, it gleams."),
        (FILM, "Brandt’s 1984 film was colder. The 1987 novel is longer."),
        (FILM, "Ebb (1993) has the better ending."),
        (BOOK, "The paperback has 352 pages."),
    ],
)
def test_what_is_said_of_a_part_or_of_another_work_is_left_alone(given: dict[str, Any], text: str) -> None:
    assert found_in(f"{text}\n", given) == set()


@pytest.mark.parametrize(
    ("given", "text", "rule", "words"),
    [
        (FILM, "In the end the film lasts 140 minutes, and all of it is needed.", "wrong-runtime", "140 minutes"),
        (FILM, "It opens on a pier and runs for 140 minutes.", "wrong-runtime", "140 minutes"),
        (FILM, "The film was released in 1996 and forgotten.", "wrong-year", "1996"),
        (FILM, "It is a 1996 drama about a ferry.", "wrong-year", "1996"),
        (FILM, "Quiet for a drama of 1996, it is. It is a drama from 1996.", "wrong-year", "1996"),
        (BOOK, "The book has 352 pages.", "wrong-count", "352 pages"),
        (ALBUM, "It has eleven tracks.", "wrong-count", "eleven tracks"),
    ],
)
def test_what_is_said_of_the_work_is_told(given: dict[str, Any], text: str, rule: str, words: str) -> None:
    assert (rule, words) in found_in(f"{text}\n", given)


@pytest.mark.parametrize(
    "text",
    [
        "Lars Holm, who plays Ruud, is 52. Ruud is 30.",
        "The mother of Ruud is 52. Ruud is 30.",
        "At 12 Berit learns to row. At 60 Berit sells the boat.",
        "In the film Berit is 20. In the novel Berit is 13.",
        "The body is made of steel. The cap of the body is made of plastic.",
        "In the novel he lives in Oslo. In the film he lives in Rome.",
    ],
)
def test_two_persons_two_times_and_two_works_are_no_contradiction(text: str) -> None:
    assert found_in(f"# Notes\n\n{text}\n") == set()


def test_two_ages_of_one_person_at_one_time_are() -> None:
    assert ("contradicted-age", "41") in found_in("# Notes\n\nBerit is 36. She rows. At 41, Berit is tired of boats.\n")


@pytest.mark.parametrize(
    "text",
    [
        "Fifteen years ago I gave it 2/5.",
        "At launch I gave it 2/5.",
        "When I first saw it I gave it 2/5.",
        "On paper I would give it 2/5.",
        "I gave the sequel 2/5.",
        "Sound: 2/5",
        "Picture: 5/5\n\nSound: 3/5",
    ],
)
def test_ratings_of_parts_and_of_other_times_are_left_alone(text: str) -> None:
    assert found_in(f"# The Long Pier\n\nRating: 4/5\n\n{text}\n") == set()


def test_a_second_rating_of_the_whole_is_told() -> None:
    assert ("wrong-own-rating", "2/5") in found_in("# The Long Pier\n\nRating: 4/5\n\nI give it 2/5.\n")


def test_ratings_of_aspects_below_front_matter_are_left_alone() -> None:
    assert (
        found_in("---\ntitle: The Long Pier\ndirector: Odile Brandt\nrating: 4/5\n---\n\nPicture: 5/5\n\nSound: 3/5\n")
        == set()
    )
