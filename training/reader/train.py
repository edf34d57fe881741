"""Trains the reader.

    python -m reader.train OUT BERT TAGGED [TAGGED ...] [--corrections FILE] [--hours 2] [--device cuda] [--workers 14]

BERT is a folder with BERT-base uncased and its masked head. Each TAGGED file holds runs of sound sentences (see
tagged.py); as much is read from one as from the other: name a file several times to give it a larger share. OUT is a
folder for the checkpoint; a run that finds one there goes on from it. `--smoke` is a run of a few steps that shows that
all parts fit together.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.utils.data import DataLoader

from reader.batches import Batch, Stream, load_tokenizer
from reader.corrections import real_slips
from reader.corruptions.world import World, build_world
from reader.masking import masked_loss
from reader.network import FROZEN, HEADS, Reader, at_words
from reader.tagged import from_line, read_tagged
from reader.wordnet import DEFAULT_FOLDER, WordNet

WARM_UP = 150  # steps
# A missed fault costs more than a false alarm in training, or rare faults would never be learnt.
POSITIVE_WEIGHT = 1.5
MASKED_WEIGHT = 0.1  # of naming a masked word against telling faults
DOUBTFUL = 0.95  # sound words that the reader doubts more than this are left out: text in the wild has faults too
SAVED_EVERY = 600  # seconds


def sample_world(texts: Iterable[Path], wordnet: Path, runs: int, corrections: Path | None = None) -> World:
    """Return the world of the first `runs` runs of each file."""
    sentences = (
        sentence
        for text in dict.fromkeys(texts)
        for line in itertools.islice(read_tagged(text), runs)
        for sentence in from_line(line)
    )
    return build_world(WordNet(wordnet), sentences, real_slips(corrections) if corrections else None)


def fault_loss(scores: torch.Tensor, batch: Batch, *, trusts: bool = True) -> torch.Tensor:
    """Return the mean loss over the words that count; scores are (texts, words, heads).

    Where the sound text is not to be trusted whole, words that are doubted strongly do not count.
    """
    scores = scores.float()
    weight = torch.full((len(HEADS),), POSITIVE_WEIGHT, device=scores.device)
    each = binary_cross_entropy_with_logits(scores, batch.faults, pos_weight=weight, reduction="none")
    counts = batch.counts.unsqueeze(-1).expand_as(each)
    if not trusts:
        counts = counts * ~((batch.faults == 0) & (torch.sigmoid(scores.detach()) > DOUBTFUL))
    return (each * counts).sum() / (batch.counts.sum() * len(HEADS))


class Learner:
    """A model with its optimiser and its rate, which rises over the first steps and then falls to the end."""

    def __init__(self, model: Reader, rate: float, device: str) -> None:
        self.model, self.rate, self.device, self.steps = model, rate, device, 0
        heads = list(model.heads.parameters())
        known = {id(p) for p in heads}
        rest = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
        self.trained = heads + rest
        groups = [{"params": rest, "scale": 1.0}, {"params": heads, "scale": 20.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)
        self.drawn: Batch | None = None

    def step(self, batch: Batch, sound: Batch | None, left: float, rng: random.Random) -> float:
        """Learn from one batch; `left` is the share of the time that is left. Return the loss of faults."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["scale"] * self.rate * min(1.0, (self.steps + 1) / WARM_UP) * max(0.01, left)
        self.optimizer.zero_grad()
        loss = self._learn(batch)
        if self.drawn is not None:
            self._learn(self.drawn)
            self.drawn = None
        if sound is not None:
            with torch.autocast(self.device, dtype=torch.bfloat16):
                named, self.drawn = masked_loss(self.model, sound, rng)
            if named is not None:
                (MASKED_WEIGHT * named).backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.steps += 1
        return loss

    def _learn(self, batch: Batch) -> float:
        with torch.autocast(self.device, dtype=torch.bfloat16):
            scores = at_words(self.model(batch.reader.ids, batch.reader.mask), batch.reader.at)
        loss = fault_loss(scores, batch, trusts=self.steps < 4 * WARM_UP)
        loss.backward()
        return float(loss.detach())


def save(path: Path, **state: Any) -> None:
    """Write a checkpoint, whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def batches(options: argparse.Namespace, seed: int) -> Iterator[tuple[Batch, Batch | None]]:
    """Yield batches without end, on the device, now and then with one of sound text."""
    world = sample_world(options.texts, options.wordnet, options.world_runs, options.corrections)
    tokenizer = partial(load_tokenizer, options.bert)
    stream = Stream(options.texts, options.corrections, world, options.words, seed, tokenizer)
    loader = DataLoader(stream, batch_size=None, num_workers=options.workers, prefetch_factor=8)
    for pair in loader:
        yield tuple(b and (b.pinned().to("cuda") if options.device == "cuda" else b) for b in pair)


def restored(checkpoint: Path, learner: Learner) -> tuple[int, float]:
    """Take a run up where its checkpoint left it, if there is one; return the words seen and the seconds spent."""
    if not checkpoint.exists():
        return 0, 0.0
    state = torch.load(checkpoint, weights_only=False)
    learner.model.load_state_dict(state["model"])
    learner.optimizer.load_state_dict(state["optimizer"])
    learner.steps = state["steps"]
    return state["words"], state["spent"]


def train(options: argparse.Namespace) -> None:
    """Train for the hours given, from the checkpoint if there is one."""
    reader = Reader.from_folder(options.bert)
    reader.freeze(options.frozen)
    learner = Learner(reader.to(options.device), options.rate, options.device)
    if options.start_from:
        reader.load_state_dict(torch.load(options.start_from, weights_only=False)["model"])
    checkpoint = options.out / "checkpoint.pt"
    words, spent = restored(checkpoint, learner)
    seconds, start, saved, mean = options.hours * 3600, 0.0, 0.0, 0.0
    rng = random.Random(options.seed + learner.steps)

    def write() -> None:
        save(checkpoint, model=reader.state_dict(), optimizer=learner.optimizer.state_dict(), steps=learner.steps,
             words=words, spent=elapsed)  # fmt: skip

    for batch, sound in batches(options, options.seed + learner.steps):
        start = start or time.monotonic()
        elapsed = spent + time.monotonic() - start
        gone = learner.steps / 4 if options.smoke else elapsed / seconds
        if gone >= 1:
            break
        loss = learner.step(batch, sound, 1 - gone, rng)
        mean = 0.98 * mean + 0.02 * loss if mean else loss
        words += int(batch.counts.sum()) + (int(sound.counts.sum()) if sound else 0)
        if learner.steps % 25 == 0 or options.smoke:
            speed = words / max(elapsed, 1e-3)
            print(f"step {learner.steps} words {words:,} loss {mean:.4f} {speed:,.0f} words/s", flush=True)
        if elapsed - saved > SAVED_EVERY:
            saved = elapsed
            write()
    write()


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("bert", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--corrections", type=Path)
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--words", type=int, default=1500, help="of a batch; 16000 and more on a graphics card")
    parser.add_argument("--frozen", type=int, default=FROZEN, help="lower layers that are left as they are")
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--world-runs", type=int, default=40_000)
    parser.add_argument("--start-from", type=Path, help="a checkpoint whose weights a new run begins with")
    parser.add_argument("--wordnet", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--smoke", action="store_true", help="four steps")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


if __name__ == "__main__":
    main()
