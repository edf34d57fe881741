"""From examples to batches of pieces, sorted by length so that little is padding."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from tokenizers import Tokenizer
from torch.utils.data import IterableDataset, get_worker_info

from reader.corrections import corrected_examples
from reader.corruptions import World
from reader.examples import Example, example_of, sound_example
from reader.network import HEADS
from reader.tagged import from_line, read_tagged
from reader.tokens import Token

SORTED_AT_ONCE = 1024  # examples whose lengths are sorted together
CORRECTED_SHARE = 0.1  # of the examples
MASKED_EVERY = 5  # batches; the one for the masked head is half as large


class Pieces(NamedTuple):
    """Pieces and their mask (texts, pieces), and for each word the piece that speaks for it (texts, words)."""

    ids: torch.Tensor
    mask: torch.Tensor
    at: torch.Tensor


class Batch(NamedTuple):
    """Texts in pieces, faults (texts, words, heads), and which words count (texts, words)."""

    reader: Pieces
    faults: torch.Tensor
    counts: torch.Tensor

    def to(self, device: str) -> Batch:
        """Return the batch on a device."""
        return _moved(self, lambda tensor: tensor.to(device, non_blocking=True))

    def pinned(self) -> Batch:
        """Return the batch in memory from which it can be moved while other work goes on."""
        return _moved(self, torch.Tensor.pin_memory)


def _moved(batch: Batch, move: Callable[[torch.Tensor], torch.Tensor]) -> Batch:
    return Batch(Pieces(*map(move, batch.reader)), move(batch.faults), move(batch.counts))


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def batch_of(examples: Sequence[Example], tokenizer: Any) -> Batch:
    """Return examples as one batch; the first piece of a word speaks for it."""
    words = max(len(example.words) for example in examples)
    faults = torch.tensor([[*e.faults, *[-1] * (words - len(e.faults))] for e in examples])
    bits = torch.tensor([1 << head for head in range(len(HEADS))])
    pieces = cut(tokenizer, [list(e.words) for e in examples], words)
    known = (pieces.at > 0) & (faults >= 0)
    return Batch(pieces, ((faults.clamp(min=0).unsqueeze(-1) & bits) > 0).float(), known.float())


def cut(tokenizer: Any, texts: list[list[str]], words: int) -> Pieces:
    """Return texts in pieces."""
    encoded = tokenizer.encode_batch(texts, is_pretokenized=True)
    longest = max(len(item.ids) for item in encoded)
    longest += -longest % 8
    ids, mask, at = [], [], []
    for item in encoded:
        padding = longest - len(item.ids)
        ids.append(item.ids + [0] * padding)
        mask.append([1] * len(item.ids) + [0] * padding)
        places = [0] * words
        for place in range(len(item.ids) - 1, -1, -1):
            word = item.word_ids[place]
            if word is not None:
                places[word] = place
        at.append(places)
    return Pieces(torch.tensor(ids), torch.tensor(mask), torch.tensor(at))


class Stream(IterableDataset[tuple[Batch, Batch | None]]):
    """Endless batches of about `size` words, as much from one file of tagged runs as from the other.

    Every pass over a file spoils it anew; each worker does so on its own. A share of the examples are corrections that
    authors made, which are taken as they are. Every so many batches one is left sound, for the masked head.
    """

    def __init__(
        self,
        texts: Sequence[Path],
        corrections: Path | None,
        world: World,
        size: int,
        seed: int,
        tokenizer: Callable[[], Any],
    ) -> None:
        self.lines = [list(read_tagged(path)) for path in texts]
        self.corrected = list(corrected_examples(corrections)) if corrections else []
        self.world, self.size, self.seed, self.tokenizer = world, size, seed, tokenizer

    def __iter__(self) -> Iterator[tuple[Batch, Batch | None]]:
        worker = get_worker_info()
        rng = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        torch.set_num_threads(1)
        tokenizer = self.tokenizer()
        while True:
            examples = [self._example(rng) for _ in range(SORTED_AT_ONCE)]
            sound = [sound_example(self._run(rng)) for _ in range(SORTED_AT_ONCE // MASKED_EVERY)]
            masked = self._sorted(sound, rng, self.size // 2)
            for number, group in enumerate(self._sorted(examples, rng, self.size)):
                other = masked.pop() if masked and number % MASKED_EVERY == 0 else None
                yield batch_of(group, tokenizer), batch_of(other, tokenizer) if other else None

    def _run(self, rng: random.Random) -> list[list[Token]]:
        return from_line(rng.choice(rng.choice(self.lines)))

    def _example(self, rng: random.Random) -> Example:
        if self.corrected and rng.random() < CORRECTED_SHARE:
            return rng.choice(self.corrected)
        return example_of(self._run(rng), self.world, rng)

    def _sorted(self, examples: list[Example], rng: random.Random, size: int) -> list[list[Example]]:
        examples.sort(key=lambda example: len(example.words))
        groups: list[list[Example]] = [[]]
        for example in examples:
            if len(groups[-1]) * len(example.words) >= size:
                groups.append([])
            groups[-1].append(example)
        rng.shuffle(groups)
        return groups
