"""Words of sound text are masked, and what is drawn for them is judged."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from reader.batches import Batch, Pieces  # noqa: E402
from reader.masking import FIRST_WORD, MASK, mask_words, masked_loss  # noqa: E402

BEGIN, END, LETTER, VOCABULARY = 101, 102, 1000, FIRST_WORD + 3000
# Ten words: the fourth is two pieces, the sixth a mark, the last one a word that ends the text.
ROW = [BEGIN, *range(FIRST_WORD, FIRST_WORD + 5), LETTER, *range(FIRST_WORD + 6, FIRST_WORD + 10), END]
AT = [1, 2, 3, 4, 6, 7, 8, 9, 10]
SHORT = [BEGIN, FIRST_WORD, FIRST_WORD + 1, END]


def batch() -> Batch:
    """Return a long and a short text."""
    ids = torch.tensor([ROW, SHORT + [0] * (len(ROW) - len(SHORT))])
    at = torch.tensor([AT, [1, 2] + [0] * (len(AT) - 2)])
    counts = (at > 0).float()
    return Batch(Pieces(ids, (ids > 0).long(), at), torch.zeros(*at.shape, 3), counts)


class Told:
    """A network that is told how well each word fits everywhere."""

    def __init__(self, fits: Callable[[Any], Any]) -> None:
        self.fits = fits

    def hidden(self, ids: Any, mask: Any) -> Any:
        return torch.zeros(*ids.shape, 1)

    def proposals(self, hidden: Any) -> Any:
        return self.fits(len(hidden)).requires_grad_()


def test_only_whole_words_within_the_text_are_masked() -> None:
    places = set()
    for seed in range(300):
        ids, where = mask_words(batch(), random.Random(seed))
        places |= {tuple(row) for row in where.tolist()}
        assert (ids != batch().reader.ids).sum() == len(where)
        assert all(ids[row, piece] == MASK for row, piece, _ in where.tolist())
    # The fourth word has two pieces, the fifth is no word, the last one of a text is not known to be whole.
    assert places == {(0, 1, 0), (0, 2, 1), (0, 3, 2), (0, 7, 5), (0, 8, 6), (0, 9, 7), (1, 1, 0)}


def test_the_batch_that_was_given_is_left_as_it_is() -> None:
    given = batch()
    mask_words(given, random.Random(1))
    masked_loss(Told(lambda count: torch.zeros(count, VOCABULARY)), given, random.Random(1))
    assert all(torch.equal(a, b) for a, b in zip(given.reader, batch().reader, strict=True))
    assert torch.equal(given.counts, batch().counts)
    assert not given.faults.any()


def drawn(fits: Callable[[Any], Any], seed: int) -> tuple[Batch, list[tuple[int, int, int]], Any]:
    """Return the batch with drawn words, where they may stand, and the loss."""
    torch.manual_seed(seed)
    given = batch()
    loss, found = masked_loss(Told(fits), given, random.Random(seed))
    _, where = mask_words(given, random.Random(seed))
    assert found is not None
    return found, [tuple(row) for row in where.tolist()], loss


def far_worse(count: int) -> Any:
    """Return scores by which the right words lead by five nats; the others are so many that one is drawn."""
    scores = torch.zeros(count, VOCABULARY)
    scores[:, FIRST_WORD : FIRST_WORD + 10] = 5.0
    return scores


def as_good(count: int) -> Any:
    return torch.zeros(count, VOCABULARY)


@pytest.mark.parametrize("seed", range(3, 9))
def test_a_word_that_fits_far_worse_is_a_fault(seed: int) -> None:
    found, where, _ = drawn(far_worse, seed)
    for row, piece, word in where:
        new = int(found.reader.ids[row, piece])
        assert new >= FIRST_WORD
        right = FIRST_WORD <= new < FIRST_WORD + 10
        if not right:
            assert found.faults[row, word].tolist() == [1, 0, 0]
            assert found.counts[row, word] == 1
        else:
            assert not found.faults[row, word].any()


@pytest.mark.parametrize("seed", range(3, 9))
def test_a_word_that_may_be_as_good_does_not_count(seed: int) -> None:
    found, where, loss = drawn(as_good, seed)
    assert not found.faults.any()
    changed = {
        (row, word) for row, piece, word in where if found.reader.ids[row, piece] != batch().reader.ids[row, piece]
    }
    for row in range(2):
        for word in range(len(AT)):
            assert found.counts[row, word] == ((row, word) not in changed) * batch().counts[row, word]
    assert loss.item() == pytest.approx(torch.log(torch.tensor(float(VOCABULARY))).item(), rel=1e-4)


def test_some_words_are_drawn_and_others_kept() -> None:
    kept = new = 0
    for seed in range(40):
        found, where, _ = (
            drawn(far_worse, seed) if len(mask_words(batch(), random.Random(seed))[1]) else (None, [], None)
        )
        for row, piece, _ in where:
            same = found.reader.ids[row, piece] == batch().reader.ids[row, piece]
            kept, new = kept + bool(same), new + (not same)
    assert kept > 5
    assert new > 5


def test_no_word_to_mask_is_no_loss() -> None:
    class Never(random.Random):
        def random(self) -> float:
            return 1.0

    assert masked_loss(Told(as_good), batch(), Never()) == (None, None)
