"""Years, lengths, counts and ratings in the words that people have for them."""

from typing import Any

import pytest

from tests.rules.facts.sight import found_in

FILM: dict[str, Any] = {
    "type": "Movie", "name": "The Long Pier", "datePublished": "1979", "duration": "PT147M",
    "aggregateRating": [{"author": "IMDb", "ratingValue": 8.4}],
}  # fmt: skip
ALBUM: dict[str, Any] = {"type": "MusicAlbum", "name": "The Long Pier", "numTracks": 14}
GAME: dict[str, Any] = {"type": "VideoGame", "name": "The Long Pier", "datePublished": "2011"}


@pytest.mark.parametrize(
    ("given", "text", "rule"),
    [
        (FILM, "The Long Pier reached cinemas in 1984.", "wrong-year"),
        (FILM, "When it opened, in 1984, nobody came.", "wrong-year"),
        (FILM, "Brandt shot The Long Pier (1984) on a pier.", "wrong-year"),
        (FILM, "In 1984, when it came out, we lived by the sea.", "wrong-year"),
        (GAME, "You could hardly call that a flaw in a game of 2015.", "wrong-year"),
        (FILM, "Its 112 minutes pass like a tram.", "wrong-runtime"),
        (FILM, "You have 112 minutes to find out.", "wrong-runtime"),
        (FILM, "On IMDb it stands at 7.1.", "wrong-rating"),
        (FILM, "Its IMDb score, 7.1, is a scandal.", "wrong-rating"),
        (ALBUM, "The second of nine songs is a map.", "wrong-count"),
        (ALBUM, "There are nine songs on it.", "wrong-count"),
    ],
)
def test_is_read(given: dict[str, Any], text: str, rule: str) -> None:
    assert rule in {one for one, _ in found_in(f"We took our time.\n\nIt has gulls. {text} That is all.\n", given)}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (FILM, "You could stay awake for 90 minutes of this."),  # a round number is any evening
        (FILM, "Its first 112 minutes are on land."),
        (FILM, "Tin Men (1984) is another matter."),
        (FILM, "IMDb lists 300 reviews by 7 critics."),
        (ALBUM, "There are nine songs on the other side of my tape."),
    ],
)
def test_is_of_something_else(given: dict[str, Any], text: str) -> None:
    assert not found_in(f"We took our time.\n\nIt has gulls. {text} That is all.\n", given)
