"""Two numbers of one noun, and whether they are said of the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.claims.pairs import counts_in, pair_features, pairs_of, singular
from reviewlint.claims.scorer import probability
from reviewlint.document import Source, parse


def read(text: str) -> list[tuple[str, float]]:
    document = parse(Source("draft.txt", f"{text}\n"))
    return [(one.noun, one.value) for one in counts_in(document, document.prose.text)]


def likely(text: str) -> float:
    document = parse(Source("draft.txt", f"{text}\n"))
    counts = counts_in(document, document.prose.text)
    ((first, second),) = pairs_of(counts)
    return probability(pair_features(document, document.prose.text, first, second, len(counts)), "pairs")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Six weapons hang there. Of the seven weapons one is broken.", [("weapon", 6), ("weapon", 7)]),
        ("A campaign for two players, a 12-year wait, three women.", [("player", 2), ("year", 12), ("woman", 3)]),
        ("Part 2 shows the sea. Part 8 shows the land.", []),
        ("It costs £20. In 1990 nobody came.", []),
    ],
)
def test_counts(text: str, counts: list[tuple[str, float]]) -> None:
    assert read(text) == counts


@pytest.mark.parametrize(
    ("noun", "one"), [("parties", "party"), ("women", "woman"), ("wishes", "wish"), ("days", "day")]
)
def test_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_three_numbers_are_no_pair() -> None:
    document = parse(Source("draft.txt", "Two dogs, three dogs, four dogs.\n"))
    assert list(pairs_of(counts_in(document, document.prose.text))) == []


def test_the_same_thing_is_likelier_than_another() -> None:
    same = likely("There are six weapons to choose from. Of the seven weapons I never learned to love the shield.")
    other = likely("Four years later the first guest walked in. It had taken the crew ten years to build it.")
    assert same > other


@given(st.text(alphabet="two three dogs 47 a.\n-", max_size=60))
def test_every_count_lies_in_its_sentence(text: str) -> None:
    document = parse(Source("draft.txt", text))
    for one in counts_in(document, document.prose.text):
        sentence = document.sentences[one.sentence]
        assert sentence.start <= one.start < one.end <= sentence.end
