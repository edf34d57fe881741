"""Prints how well a checkpoint ranks the words of annotated drafts.

    python -m reader.evaluate CHECKPOINT DRAFTS.jsonl [--layers 6]

DRAFTS holds one JSON object a line with `name`, `text` and `defects` (start, end, category). A word counts as
garbled when it lies in a defect of that category. Printed is the precision among the words scored highest, once a
tenth, a fifth and two fifths of all garbled words are among them; and the same for the mean score of seven words.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from transformers import AutoConfig, AutoModel

from reader.batches import batch_of, load_tokenizer
from reader.examples import Example
from reader.network import HEADS, Reader, encoder_folder
from reviewlint.document import Document, Source, parse

WINDOW = 90  # words
SHARES = (0.1, 0.2, 0.4)


def word_scores(model: Reader, document: Document, tokenizer: object) -> list[tuple[int, int, list[float]]]:
    """Return start, end (source offsets) and the probability of each head for every word of a draft."""
    found = []
    for block in document.blocks:
        words = [word for word in document.words if block.start <= word.start < block.end]
        for first in range(0, len(words), WINDOW):
            part = words[first : first + WINDOW]
            texts = tuple(document.prose.text[w.start : w.end] for w in part)
            batch = batch_of([Example(texts, (0,) * len(texts))], tokenizer)
            with torch.no_grad():
                scores = torch.sigmoid(model(batch.pieces, batch.mask))[0]
            rows = [i for i in range(len(batch.counts[0])) if batch.counts[0][i]]
            for word, row in zip(part, rows, strict=True):
                span = document.prose.to_source(word.start, word.end)
                found.append((span.start, span.end, scores[row].tolist()))
    return found


def precision_at(ranked: list[bool]) -> list[float]:
    """Return the precision of a ranking at each of SHARES of its positives."""
    total, right, results = sum(ranked), 0, []
    wanted = [share * total for share in SHARES]
    for place, positive in enumerate(ranked, 1):
        right += positive
        while len(results) < len(wanted) and right >= wanted[len(results)]:
            results.append(right / place)
    return results


def smoothed(scores: list[float], reach: int = 3) -> list[float]:
    """Return the mean of each score and those `reach` places to either side."""
    return [
        sum(scores[max(0, i - reach) : i + reach + 1]) / len(scores[max(0, i - reach) : i + reach + 1])
        for i in range(len(scores))
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    options = parser.parse_args()
    folder = encoder_folder()
    model = Reader(AutoModel.from_config(AutoConfig.from_pretrained(folder)), options.layers)
    state = torch.load(options.checkpoint, weights_only=False)
    model.load_state_dict(state["model"])
    model.eval()
    tokenizer = load_tokenizer(folder)
    single: list[tuple[float, bool]] = []
    window: list[tuple[float, bool]] = []
    for line in options.drafts.read_text(encoding="utf-8").splitlines():
        draft = json.loads(line)
        garbled = [(d["start"], d["end"]) for d in draft["defects"] if d["category"] == "garbled"]
        words = word_scores(model, parse(Source(draft["name"], draft["text"])), tokenizer)
        truth = [any(start < b and a < end for a, b in garbled) for start, end, _ in words]
        scores = [heads[HEADS.index("spoiled")] for _, _, heads in words]
        single += zip(scores, truth, strict=True)
        window += zip(smoothed(scores), truth, strict=True)
    print(f"{state['words']:,} words of training; {sum(t for _, t in single) / len(single):.1%} of words are garbled")
    for title, pairs in (("word", single), ("mean of 7", window)):
        ranked = [positive for _, positive in sorted(pairs, reverse=True)]
        print(
            f"{title:10}", "  ".join(f"{p:.2f} at {s:.0%}" for p, s in zip(precision_at(ranked), SHARES, strict=True))
        )


if __name__ == "__main__":
    main()
