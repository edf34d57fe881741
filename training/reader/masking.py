"""Masks words of sound text, learns to name them, and keeps wrong guesses as hard examples, as ELECTRA does.

(Clark et al., "ELECTRA: Pre-training Text Encoders as Discriminators Rather Than Generators", 2020.) Here the reader is
its own generator: what it draws for a masked word stands in the next batch, marked as spoiled where it fits far worse
than the word that was there, and left out of the loss where it may be as good.
"""

from __future__ import annotations

import random

import torch

from reader.batches import Batch, Pieces
from reader.network import Reader

MASK = 103  # of BERT's vocabulary
SHARE = 0.15  # of the words of a text
WARMTH = 1.6  # words are drawn from flattened odds, or nearly all would be right
FAR_WORSE = 4.0  # nats between the word that was there and the one drawn
FIRST_WORD = 1996  # of the vocabulary; before it stand marks, letters and pieces that are no words


def mask_words(batch: Batch, rng: random.Random) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the pieces with some whole words masked, and where, as (text, piece, word) rows."""
    ids = batch.reader.ids.clone()
    places = []
    for row in range(ids.shape[0]):
        at = batch.reader.at[row].tolist()
        for word, place in enumerate(at[:-1]):
            whole = place > 0 and at[word + 1] == place + 1 and int(ids[row, place]) >= FIRST_WORD
            if whole and rng.random() < SHARE:
                places.append((row, place, word))
    where = torch.tensor(places) if places else torch.zeros(0, 3, dtype=torch.long)
    if places:
        ids[where[:, 0], where[:, 1]] = MASK
    return ids, where


def masked_loss(model: Reader, batch: Batch, rng: random.Random) -> tuple[torch.Tensor | None, Batch | None]:
    """Return the loss of naming masked words of sound text, and the text with drawn words in their place."""
    ids, where = mask_words(batch, rng)
    if not len(where):
        return None, None
    hidden = model.hidden(ids, batch.reader.mask)[where[:, 0], where[:, 1]]
    scores = model.proposals(hidden)
    truth = batch.reader.ids[where[:, 0], where[:, 1]]
    loss = torch.nn.functional.cross_entropy(scores.float(), truth)
    return loss, _drawn(batch, scores.detach().float(), truth, where)


def _drawn(batch: Batch, scores: torch.Tensor, truth: torch.Tensor, where: torch.Tensor) -> Batch:
    odds = scores.clone()
    odds[:, :FIRST_WORD] = -torch.inf
    drawn = torch.distributions.Categorical(logits=odds / WARMTH).sample()
    fits = scores.gather(1, truth.unsqueeze(1)) - scores.gather(1, drawn.unsqueeze(1))
    fits = fits.squeeze(1)
    new = torch.rand(len(where)) < 0.6  # the others keep their word
    ids, faults, counts = batch.reader.ids.clone(), batch.faults.clone(), batch.counts.clone()
    rows, pieces, words = where.T
    ids[rows, pieces] = torch.where(new, drawn, truth)
    spoiled = new & (drawn != truth) & (fits > FAR_WORSE)
    unsure = new & (drawn != truth) & (fits <= FAR_WORSE)
    faults[rows, words, 0] = spoiled.float()
    counts[rows, words] = counts[rows, words] * (~unsure).float()
    return Batch(Pieces(ids, batch.reader.mask, batch.reader.at), faults, counts)
