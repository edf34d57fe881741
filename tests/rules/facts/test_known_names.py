"""Names that stand in the facts: misspelt ones are told, in labels and tables, too."""

from typing import Any

import pytest

from tests.rules.facts.sight import found_in

FILM: dict[str, Any] = {"type": "Movie", "name": "The Long Pier", "director": "Ines Calder", "musicBy": "Pell Okafor",
                        "distributor": "Kiosk Film", "author": ["Mara Lind", "Tom Aske"]}  # fmt: skip
ALBUM: dict[str, Any] = {
    "type": "MusicAlbum",
    "name": "Low Water",
    "byArtist": "The Gulls",
    "recordLabel": "Low Tide Records",
}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It was directed by Inez Calder.", "Inez"),
        ("Pel Okafor wrote the score.", "Pel"),
        ("With music by Pell Okafur it aches.", "Okafur"),
        ("Ines Caldera made it.", "Caldera"),
    ],
)
def test_a_name_one_letter_off_is_told(text: str, word: str) -> None:
    assert ("name-variant", word) in found_in(f"{text}\n", FILM)


@pytest.mark.parametrize(
    "text", ["Ines Calder directs.", "I. Calder directs.", "Calder, Ines, directs.", "Jonas Calder is her son."]
)
def test_other_spellings_and_persons_are_left_alone(text: str) -> None:
    assert found_in(f"{text}\n", FILM) == set()


@pytest.mark.parametrize(
    ("given", "text", "name"),
    [
        (ALBUM, "| Credits | |\n|---|---|\n| Artist | The Gulls |\n| Label | Gull House |\n", "Gull House"),
        (ALBUM, "Label: Gull House\n", "Gull House"),
        (FILM, "- Music: Selma Tove\n- Writer: Mara Lind\n", "Selma Tove"),
    ],
)
def test_labels_and_tables_are_credits(given: dict[str, Any], text: str, name: str) -> None:
    assert name in {words for _, words in found_in(f"# Notes\n\n{text}", given)}


def test_a_stranger_in_the_place_of_one_of_a_list_is_told() -> None:
    facts = FILM | {"type": "VideoGame"}
    assert "Hugo Dunne" in {words for _, words in found_in("The script is by Mara Lind and Hugo Dunne.\n", facts)}


def test_one_and_several_of_a_kind_are_no_variants() -> None:
    text = "Beetleman saves the pier. With Beetleman came other Beetlemen from the sea.\n"
    assert found_in(f"# Notes\n\n{text}") == set()
