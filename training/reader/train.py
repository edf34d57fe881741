"""Trains the reader.

    python -m reader.train OUT TEXT [TEXT ...] [--hours 2] [--layers 6]

Each TEXT holds one review or paragraph a line. OUT is a folder for the checkpoint; a run that finds one there goes on
from it.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch.utils.data import DataLoader
from transformers import AutoModel

from reader.batches import Batch, Stream
from reader.corruptions.world import World, build_world
from reader.examples import read_reviews
from reader.network import HEADS, Reader, encoder_folder
from reader.tokens import tokens_of
from reader.wordnet import DEFAULT_FOLDER, WordNet
from reviewlint.document.sentences import split_sentences

WORDS_A_BATCH = 1500
WARM_UP = 200  # steps
# A missed fault costs more than a false alarm in training, or rare faults would never be learnt.
POSITIVE_WEIGHT = (2.0, 2.0, 2.0)


def sample_world(texts: Sequence[Path], wordnet: Path, reviews: int) -> World:
    """Return the world of the first `reviews` reviews of each file."""
    sentences = (
        tokens_of(review[start:end])
        for text in texts
        for review in itertools.islice(read_reviews(text), reviews)
        for start, end in split_sentences(review, 0, len(review))
    )
    return build_world(WordNet(wordnet), sentences)


def loss_of(model: Reader, batch: Batch) -> torch.Tensor:
    """Return the mean loss over the words that count."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(batch.pieces, batch.mask)
    each = torch.nn.functional.binary_cross_entropy_with_logits(
        scores.float(), batch.faults, pos_weight=torch.tensor(POSITIVE_WEIGHT), reduction="none"
    )
    return (each * batch.counts.unsqueeze(-1)).sum() / (batch.counts.sum() * len(HEADS))


def rate_at(step: int, elapsed: float, seconds: float, peak: float) -> float:
    """Return the learning rate: up over the first steps, then down with the time that is left."""
    return peak * min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - elapsed / seconds)


def save(path: Path, model: Reader, optimizer: Any, **state: Any) -> None:
    """Write a checkpoint, whole or not at all."""
    part = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), **state}, part)
    part.replace(path)


def main() -> None:
    """Train for the hours given, from the checkpoint if there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--world-reviews", type=int, default=8000)
    parser.add_argument("--start-from", type=Path, help="a checkpoint whose weights a new run begins with")
    parser.add_argument("--wordnet", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    folder = encoder_folder()
    model = Reader(AutoModel.from_pretrained(folder), options.layers)
    model.encoder.embeddings.requires_grad_(False)
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=options.rate, weight_decay=0.01)
    step, words, spent = 0, 0, 0.0
    if options.start_from:
        model.load_state_dict(torch.load(options.start_from, weights_only=False)["model"])
    checkpoint = options.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step, words, spent = state["step"], state["words"], state["spent"]
    world = sample_world(options.texts, options.wordnet, options.world_reviews)
    stream = Stream(options.texts, world, folder, WORDS_A_BATCH, options.seed + step)
    seconds, start, running = options.hours * 3600, time.monotonic(), 0.0
    model.train()
    for batch in DataLoader(stream, batch_size=None, num_workers=1, prefetch_factor=64):
        elapsed = spent + time.monotonic() - start
        if elapsed >= seconds:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, elapsed, seconds, options.rate)
        optimizer.zero_grad()
        loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        step += 1
        words += int(batch.counts.sum())
        running = 0.98 * running + 0.02 * float(loss) if step > 1 else float(loss)
        if step % 50 == 0:
            print(f"step {step} words {words:,} loss {running:.4f} {words / elapsed:,.0f} words/s", flush=True)
        if step % 250 == 0:
            save(checkpoint, model, optimizer, step=step, words=words, spent=elapsed)
    save(checkpoint, model, optimizer, step=step, words=words, spent=seconds)


if __name__ == "__main__":
    main()
