"""Which of two spellings is the slip, and which small syllables belong to a name."""

import pytest

from reviewlint.rules.facts.slips import slip_of
from reviewlint.rules.facts.spellings import is_slip


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("Wintery", "Wintory", "Wintery"),  # an ordinary word in a name's place
        ("Wintory", "Wintery", "Wintery"),
        ("Urithiru", "Uruthiru", "Uruthiru"),  # nothing tells: the second
        ("Wheatley", "Wheatly", "Wheatly"),  # a rare noun may be a name
    ],
)
def test_slip_of(one: str, two: str, slip: str) -> None:
    assert slip_of(one, two) == slip


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("Salvator", "Salvatore", True),
        ("German", "Germany", False),
        ("Victor", "Victoria", False),
        ("Carol", "Carole", False),
    ],
)
def test_a_lost_vowel(one: str, two: str, slip: bool) -> None:
    assert is_slip(one, two) is slip
