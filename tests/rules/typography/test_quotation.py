"""Which quotation marks belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.rules.typography.quotation import pair_marks


def found(text: str) -> tuple[int, int, int, int]:
    quotes = pair_marks(text, 0, len(text))
    assert quotes is not None
    return len(quotes.pairs), len(quotes.unclosed), len(quotes.unopened), len(quotes.backward)


@pytest.mark.parametrize(
    ("text", "pairs", "unclosed", "unopened", "backward"),
    [
        ('She says "no" and goes.', 1, 0, 0, 0),
        ('She says "no and goes.', 0, 1, 0, 0),
        ('She says no" and goes.', 0, 0, 1, 0),
        ("She says “no“ and goes.", 1, 0, 0, 1),
        ('"One," she says, "two and "three."', 2, 1, 0, 0),
        ('It is 6" wide, she says: "no."', 1, 0, 0, 0),
        ('She says " no " and goes.', 1, 0, 0, 0),
        ('She says only"no"and goes.', 1, 0, 0, 0),
        ("“All of the “Boats” films,” she says.", 1, 0, 0, 0),
    ],
)
def test_pairs(text: str, pairs: int, unclosed: int, unopened: int, backward: int) -> None:
    assert found(text) == (pairs, unclosed, unopened, backward)


def test_leftover_tag_is_not_judged() -> None:
    text = 'An image <img src="a.png and words.'
    assert pair_marks(text, 0, len(text)) is None


@given(st.text(alphabet='ab .,"“”(6', max_size=60))
def test_every_mark_is_named_once_at_most(text: str) -> None:
    quotes = pair_marks(text, 0, len(text))
    if quotes is None:
        return
    named = [at for pair in quotes.pairs for at in pair] + quotes.unclosed + quotes.unopened
    assert len(named) == len(set(named))
    assert all(text[at] in '"“”' for at in [*named, *quotes.backward])
    assert all(opening < closing for opening, closing in quotes.pairs)
