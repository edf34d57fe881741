"""How tangled a sentence is."""

from reviewlint.rules.readability.tangle import Tangle, tangle_of


def test_counts_words_and_openers() -> None:
    assert tangle_of("The man who sold the boat that sank knows why.") == Tangle(10, 3)


def test_a_rest_parts_a_sentence() -> None:
    whole = tangle_of("one two who three which four")
    parted = tangle_of("one two who three; which four")
    assert whole == Tangle(6, 2)
    assert parted == Tangle(4, 1)


def test_a_pointing_that_opens_nothing() -> None:
    assert tangle_of("of that house, at that hour, that year").clauses == 0
    assert tangle_of("that the house burned that year").clauses == 1


def test_an_empty_sentence() -> None:
    assert tangle_of("") == Tangle(0, 0)
