"""Prints how well a checkpoint finds what our own corruptions did to reviews that it has not seen.

    python -m reader.evaluate CHECKPOINT BERT TAGGED REVIEWS.jsonl[.gz] [--words 100000]

BERT is the folder that training began with. TAGGED is what the corruptions draw their words from, as in training.
REVIEWS is the collection whose held-back part is spoiled (see sound.py). Printed are precision and recall of each head
at several thresholds. How well the reader finds what people and machines garble is measured by `benchmarks/reader.py`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from reader.batches import batch_of, load_tokenizer
from reader.corruptions import World
from reader.examples import Example, example_of, stretches
from reader.export import load_checkpoint
from reader.network import HEADS, Reader, at_words
from reader.sound import paragraphs, read_collection
from reader.train import sample_world
from reader.wordnet import DEFAULT_FOLDER

THRESHOLDS = (0.3, 0.5, 0.7, 0.9)  # probabilities
AT_ONCE = 32  # examples


def spoiled_examples(reviews: Path, world: World, words: int) -> Iterator[Example]:
    """Yield examples from the held-back part, as in training, until there are so many words."""
    rng = random.Random(5)
    for document in read_collection(reviews, held_back=True):
        for line in paragraphs(document):
            for run in stretches(line):
                example = example_of(run, world, rng)
                words -= len(example.words)
                yield example
                if words <= 0:
                    return


def scored(model: Reader, tokenizer: Any, examples: list[Example]) -> Iterator[tuple[list[float], int]]:
    """Yield for each word that counts its probabilities, one a head, and its faults."""
    for at in range(0, len(examples), AT_ONCE):
        batch = batch_of(examples[at : at + AT_ONCE], tokenizer)
        with torch.no_grad():
            found = torch.sigmoid(at_words(model(batch.reader.ids, batch.reader.mask), batch.reader.at))
        for row in range(len(found)):
            for column in torch.nonzero(batch.counts[row]).flatten().tolist():
                faults = sum(int(fault) << head for head, fault in enumerate(batch.faults[row][column].tolist()))
                yield found[row][column].tolist(), faults


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("bert", type=Path)
    parser.add_argument("tagged", type=Path)
    parser.add_argument("reviews", type=Path)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--wordnet", type=Path, default=DEFAULT_FOLDER)
    options = parser.parse_args()
    model, words = load_checkpoint(options.checkpoint, options.bert)
    world = sample_world([options.tagged], options.wordnet, 40_000)
    examples = list(spoiled_examples(options.reviews, world, options.words))
    pairs = list(scored(model, load_tokenizer(options.bert), examples))
    print(f"{words:,} words of training, {len(pairs):,} words judged")
    for head, name in enumerate(HEADS):
        truth = [bool(faults & (1 << head)) for _, faults in pairs]
        for threshold in THRESHOLDS:
            said = [scores[head] >= threshold for scores, _ in pairs]
            right = sum(s and t for s, t in zip(said, truth, strict=True))
            print(
                f"{name:8} at {threshold:.1f}: precision {right / max(1, sum(said)):.2f}, "
                f"recall {right / max(1, sum(truth)):.2f}"
            )


if __name__ == "__main__":
    main()
