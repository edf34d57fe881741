"""From examples to batches of wordpieces, sorted by length so that little is padding."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from tokenizers import Tokenizer
from torch.utils.data import IterableDataset

from reader.corruptions import World
from reader.examples import Example, example_of, read_reviews, stretches
from reader.network import HEADS
from reader.tokens import Token

SORTED_AT_ONCE = 1024  # examples whose lengths are sorted together


class Batch(NamedTuple):
    """Pieces and their mask (texts, pieces), faults (texts, pieces, heads) and where they count (texts, pieces)."""

    pieces: torch.Tensor
    mask: torch.Tensor
    faults: torch.Tensor
    counts: torch.Tensor


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def batch_of(examples: Sequence[Example], tokenizer: Tokenizer) -> Batch:
    """Return examples as one batch; a word's faults stand at its first piece."""
    encoded = tokenizer.encode_batch([list(e.words) for e in examples], is_pretokenized=True)
    longest = max(len(item.ids) for item in encoded)
    shape = (len(examples), longest)
    pieces, mask = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    faults, counts = torch.zeros((*shape, len(HEADS))), torch.zeros(shape)
    for row, (example, item) in enumerate(zip(examples, encoded, strict=True)):
        pieces[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = 1
        previous = None
        for column, word in enumerate(item.word_ids):
            if word is None or word == previous:
                continue
            previous = word
            fault = example.faults[word]
            if fault >= 0:
                counts[row, column] = 1
                for head in range(len(HEADS)):
                    faults[row, column, head] = bool(fault & (1 << head))
    return Batch(pieces, mask, faults, counts)


class Stream(IterableDataset[Batch]):
    """Endless batches of about `size` words, as much from one file of reviews as from the other.

    Each file holds one review or paragraph a line; every pass over it spoils it anew.
    """

    def __init__(self, texts: Sequence[Path], world: World, tokenizer_folder: Path, size: int, seed: int) -> None:
        self.texts, self.world, self.folder, self.size, self.seed = texts, world, tokenizer_folder, size, seed

    def __iter__(self) -> Iterator[Batch]:
        tokenizer = load_tokenizer(self.folder)
        rng = random.Random(self.seed)
        sources = [self._runs(path, rng) for path in self.texts]
        while True:
            examples = [example_of(next(rng.choice(sources)), self.world, rng) for _ in range(SORTED_AT_ONCE)]
            yield from self._sorted(examples, tokenizer, rng)

    def _runs(self, path: Path, rng: random.Random) -> Iterator[list[list[Token]]]:
        reviews = list(read_reviews(path))
        while True:
            rng.shuffle(reviews)
            for review in reviews:
                yield from stretches(review)

    def _sorted(self, examples: list[Example], tokenizer: Any, rng: random.Random) -> list[Batch]:
        examples.sort(key=lambda example: len(example.words))
        groups: list[list[Example]] = [[]]
        for example in examples:
            if len(groups[-1]) * len(example.words) >= self.size:
                groups.append([])
            groups[-1].append(example)
        rng.shuffle(groups)
        return [batch_of(group, tokenizer) for group in groups]
