"""Counts the pieces of a vocabulary in sound text, so that the export can leave out those that hardly occur.

    python -m reader.pieces BERT OUT.json TEXT [TEXT ...]

BERT is a folder with tokenizer.json, each TEXT has one paragraph a line, gzipped or not. OUT gets the pieces with their
counts. A word whose piece is left out is cut into smaller ones.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reader.batches import load_tokenizer
from reader.examples import read_reviews

LEAST = 8  # times that a piece must occur to stay
_TABLE, _BIAS = "encoder.embeddings.word_embeddings.weight", "masked.bias"


def count(tokenizer: Tokenizer, texts: list[Path]) -> Counter[str]:
    """Return how often each piece occurs."""
    numbers: Counter[int] = Counter()
    for path in texts:
        for line in read_reviews(path):
            numbers.update(tokenizer.encode(line, add_special_tokens=False).ids)
    return Counter({tokenizer.id_to_token(number): times for number, times in numbers.items()})


def without_rare(
    weights: Mapping[str, NDArray[Any]], tokenizer: dict[str, Any], counts: Mapping[str, int]
) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Return the weights and the tokenizer (as its file has it) without the pieces that hardly occur.

    Single signs stay, whatever their count, so that any word can still be cut into pieces; so do marks like [MASK],
    which a masked head asks for, but for those that BERT left unused.
    """
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]

    def stays(piece: str) -> bool:
        if piece.startswith("[") and len(piece) > 1:
            return not piece.startswith("[unused")
        return counts.get(piece, 0) >= LEAST or (piece.isascii() and len(piece.removeprefix("##")) == 1)

    kept = [piece for piece in sorted(vocabulary, key=vocabulary.__getitem__) if stays(piece)]
    rows = np.array([vocabulary[piece] for piece in kept])
    numbers = {piece: number for number, piece in enumerate(kept)}
    new = json.loads(json.dumps(tokenizer))
    new["model"]["vocab"] = numbers
    for token in new["added_tokens"]:
        token["id"] = numbers[token["content"]]
    _renumber(new["post_processor"], numbers)
    return {**weights, _TABLE: weights[_TABLE][rows], _BIAS: weights[_BIAS][rows]}, new


def _renumber(processor: dict[str, Any], new: Mapping[str, int]) -> None:
    """Give the marks that a processor puts around a text their new numbers."""
    for end in ("sep", "cls"):
        if end in processor:
            processor[end] = [processor[end][0], new[processor[end][0]]]
    for token in processor.get("special_tokens", {}).values():
        token["ids"] = [new[piece] for piece in token["tokens"]]


def main() -> None:
    """Count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bert", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    options = parser.parse_args()
    options.out.write_text(json.dumps(count(load_tokenizer(options.bert), options.texts)), encoding="utf-8")


if __name__ == "__main__":
    main()
