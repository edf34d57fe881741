"""Two numbers of one sort, and whether they are said of the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.claims.pairs import groups_of, likely_pairs
from reviewlint.claims.quantities import Quantity, quantities_in, singular
from reviewlint.document import Source, parse


def read(text: str) -> list[Quantity]:
    document = parse(Source("draft.txt", f"{text}\n"))
    return quantities_in(document, document.prose.text)


def likely(text: str) -> float:
    document = parse(Source("draft.txt", f"{text}\n"))
    quantities = quantities_in(document, document.prose.text)
    ((_, _, found),) = likely_pairs(document, document.prose.text, quantities)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Six weapons hang there. Of the seven weapons one is broken.",
            [("count", "weapon", 6), ("count", "weapon", 7)],
        ),
        ("A campaign for two players, a 12-year wait.", [("count", "player", 2), ("time", "year", 12)]),
        (
            "Ivo is sixty-nine, a man of 70, says his 4-year-old.",
            [("age", "age", 69), ("age", "age", 70), ("age", "age", 4)],
        ),
        (
            "It costs £20 or 25 euros, and 10% of it is air.",
            [("price", "price", 20), ("price", "price", 25), ("percent", "percent", 10)],
        ),
        ("It is 24 cm tall. In 1990 nobody came. The two dogs did.", [("measure", "cm", 24), ("count", "dog", 2)]),
        ("Part 2 shows the sea. Part 8 shows the land. Chapter 3 is short.", []),
    ],
)
def test_quantities(text: str, found: list[tuple[str, str, float]]) -> None:
    assert [(one.kind, one.noun, one.value) for one in read(text)] == found


@pytest.mark.parametrize(
    ("noun", "one"), [("parties", "party"), ("women", "woman"), ("wishes", "wish"), ("days", "day")]
)
def test_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_many_numbers_are_a_list() -> None:
    assert list(groups_of(read("Two dogs, three dogs, four dogs, five dogs, six dogs."))) == []


def test_two_numbers_that_are_both_said_again_are_two_things() -> None:
    document = parse(Source("draft.txt", "Two dogs ran. Three dogs sat. The two dogs ran on. The three dogs slept.\n"))
    quantities = quantities_in(document, document.prose.text)
    assert list(likely_pairs(document, document.prose.text, quantities)) == []


def test_the_same_thing_is_likelier_than_another() -> None:
    same = likely("There are six weapons to choose from. Of the seven weapons I never learned to love the shield.")
    other = likely("Four years later the first guest walked in. It had taken the crew ten years to build it.")
    assert same > 0.7 > other


@given(st.text(alphabet="two three dogs 47 a.\n-%£ is years old", max_size=60))
def test_every_quantity_lies_in_its_sentence(text: str) -> None:
    document = parse(Source("draft.txt", text))
    for one in quantities_in(document, document.prose.text):
        sentence = document.sentences[one.sentence]
        assert sentence.start <= one.start < one.end <= sentence.end
