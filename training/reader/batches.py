"""From examples to batches of pieces, sorted by length so that little is padding."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from tokenizers import Tokenizer
from torch.utils.data import IterableDataset, get_worker_info

from reader.corruptions import World
from reader.examples import Example, example_of
from reader.network import HEADS
from reader.tagged import from_line, read_tagged

SORTED_AT_ONCE = 2048  # examples whose lengths are sorted together


class Pieces(NamedTuple):
    """Pieces and their mask (texts, pieces), and for each word the piece that speaks for it (texts, words)."""

    ids: torch.Tensor
    mask: torch.Tensor
    at: torch.Tensor


class Batch(NamedTuple):
    """Texts as the reader cuts them and as the teacher does, faults (texts, words, heads), what counts (texts, words).

    `whose` has for each of the teacher's pieces the word that it belongs to (texts, pieces), or the number of words.
    """

    reader: Pieces
    teacher: Pieces | None
    whose: torch.Tensor | None
    faults: torch.Tensor
    counts: torch.Tensor

    def to(self, device: str) -> Batch:
        """Return the batch on a device."""
        return _moved(self, lambda tensor: tensor.to(device, non_blocking=True))

    def pinned(self) -> Batch:
        """Return the batch in memory from which it can be moved while other work goes on."""
        return _moved(self, torch.Tensor.pin_memory)


def _moved(batch: Batch, move: Callable[[torch.Tensor], torch.Tensor]) -> Batch:
    return Batch(
        Pieces(*map(move, batch.reader)),
        Pieces(*map(move, batch.teacher)) if batch.teacher else None,
        None if batch.whose is None else move(batch.whose),
        move(batch.faults),
        move(batch.counts),
    )


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the encoder's tokenizer, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def batch_of(examples: Sequence[Example], tokenizer: Any, teacher: Any = None) -> Batch:
    """Return examples as one batch, cut by the reader's tokenizer and, if there is one, by the teacher's."""
    words = max(len(example.words) for example in examples)
    faults = torch.tensor([[*e.faults, *[-1] * (words - len(e.faults))] for e in examples])
    bits = torch.tensor([1 << head for head in range(len(HEADS))])
    pieces, _ = cut(tokenizer, [list(e.words) for e in examples], words)
    taught = cut(teacher, [e.with_blanks() for e in examples], words, last=True) if teacher else None
    known = (pieces.at > 0) & (faults >= 0)
    return Batch(
        pieces,
        taught[0] if taught else None,
        taught[1] if taught else None,
        ((faults.clamp(min=0).unsqueeze(-1) & bits) > 0).float(),
        known.float(),
    )


def cut(tokenizer: Any, texts: list[list[str]], words: int, *, last: bool = False) -> tuple[Pieces, torch.Tensor]:
    """Return texts in pieces, and the word of each piece; the first piece of a word speaks for it, or the last."""
    encoded = tokenizer.encode_batch(texts, is_pretokenized=True)
    longest = max(len(item.ids) for item in encoded)
    longest += -longest % 8
    ids, mask, at, whose = [], [], [], []
    for item in encoded:
        padding = longest - len(item.ids)
        ids.append(item.ids + [0] * padding)
        mask.append([1] * len(item.ids) + [0] * padding)
        places, owners = [0] * words, [words if word is None else word for word in item.word_ids]
        order = range(len(owners)) if last else range(len(owners) - 1, -1, -1)
        for place in order:
            if owners[place] < words:
                places[owners[place]] = place
        at.append(places)
        whose.append(owners + [words] * padding)
    return Pieces(torch.tensor(ids), torch.tensor(mask), torch.tensor(at)), torch.tensor(whose)


class Stream(IterableDataset[Batch]):
    """Endless batches of about `size` words, as much from one file of tagged runs as from the other.

    Every pass over a file spoils it anew; each worker does so on its own.
    """

    def __init__(
        self, texts: Sequence[Path], world: World, size: int, seed: int, tokenizers: Callable[[], tuple[Any, Any]]
    ) -> None:
        self.lines = [list(read_tagged(path)) for path in texts]
        self.world, self.size, self.seed, self.tokenizers = world, size, seed, tokenizers

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        torch.set_num_threads(1)
        tokenizer, teacher = self.tokenizers()
        while True:
            lines = [rng.choice(rng.choice(self.lines)) for _ in range(SORTED_AT_ONCE)]
            examples = [example_of(from_line(line), self.world, rng) for line in lines]
            for group in self._sorted(examples, rng):
                yield batch_of(group, tokenizer, teacher)

    def _sorted(self, examples: list[Example], rng: random.Random) -> list[list[Example]]:
        examples.sort(key=lambda example: len(example.words))
        groups: list[list[Example]] = [[]]
        for example in examples:
            if len(groups[-1]) * len(example.words) >= self.size:
                groups.append([])
            groups[-1].append(example)
        rng.shuffle(groups)
        return groups
