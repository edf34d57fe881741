"""From examples to numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

torch = pytest.importorskip("torch")

from reader.batches import batch_of  # noqa: E402
from reader.examples import Example  # noqa: E402
from reader.tokens import Fault  # noqa: E402


class Encoded(NamedTuple):
    ids: list[int]
    word_ids: list[int | None]


class Cutter:
    """A tokenizer that makes a piece of each letter."""

    def encode_batch(self, texts: list[list[str]], *, is_pretokenized: bool) -> list[Any]:
        assert is_pretokenized
        return [
            Encoded(
                [101, *(ord(letter) for word in words for letter in word), 102],
                [None, *(at for at, word in enumerate(words) for _ in word), None],
            )
            for words in texts
        ]


def test_the_first_piece_of_a_word_speaks_for_it() -> None:
    batch = batch_of([Example(("it", "rains"), (0, 0)), Example(("so",), (0,))], Cutter())
    assert batch.reader.at.tolist() == [[1, 3], [1, 0]]
    assert batch.reader.ids.shape == (2, 16)  # in eights
    assert batch.reader.mask.sum(1).tolist() == [9, 4]


def test_faults_are_columns_and_unsure_words_do_not_count() -> None:
    faults = (0, -1, int(Fault.SPOILED | Fault.FORM), int(Fault.MISSING))
    batch = batch_of([Example(("a", "b", "c", "d"), faults), Example(("a",), (0,))], Cutter())
    assert batch.faults[0].tolist() == [[0, 0, 0], [0, 0, 0], [1, 1, 0], [0, 0, 1]]
    assert batch.counts.tolist() == [[1, 0, 1, 1], [1, 0, 0, 0]]
