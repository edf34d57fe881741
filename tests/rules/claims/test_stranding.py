"""Which prepositions at the end of a clause are sound, and which have lost their object."""

import pytest

from reviewlint.document import Source, parse
from reviewlint.rules.claims.stranding import may_be_stranded
from tests.rules.claims.sight import sight_of

SOUND = [
    "This is the tram we waited for.",
    "It is nothing to be afraid of.",
    "The harbour the boats leave from.",
    "That is what the ballad is about.",
    "Whom was it written by?",
    "It is a kettle worth paying for.",
    "She is well cared for.",
    "He is the sort of man people laugh at.",
    "It has more pockets than I know what to do with.",
    "He was nominated for, and later won, the cup.",
    "They sang for and against the king.",
    "Everything a kitchen can be accused of.",
]
LOST = [
    "The book is a treasury of.",
    "They took the ferry from.",
    "It is a wall painted by.",
    "She sold the house, and he won the medal for.",
    "The town, which lies inland, is known for.",
    "The best room is the one that begins with.",
]


@pytest.mark.parametrize("text", SOUND)
def test_object_has_gone_before(text: str) -> None:
    assert may_be_stranded(sight_of(text), _end(text))


@pytest.mark.parametrize("text", LOST)
def test_object_is_missing(text: str) -> None:
    assert not may_be_stranded(sight_of(text), _end(text))


def _end(text: str) -> int:
    """Return the end of the preposition: before the last mark, or before ", and" or "and"."""
    for join in (", and later", " and against"):
        if join in text:
            return text.index(join)
    return len(parse(Source("x.txt", text)).prose.text.rstrip(".?"))
