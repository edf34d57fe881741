"""Writes a checkpoint as the model file that reviewlint ships.

    python -m reader.export CHECKPOINT BERT COUNTS FOLDER

BERT is the folder that training began with. COUNTS says how often its pieces occur (see pieces.py); the rare ones are
left out. FOLDER gets `reader.onnx` and `tokenizer.json`. Printed is how far the shipped model's scores are from the
float model's on a few sentences; what the difference comes to is measured by `benchmarks/reader.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch

from reader.batches import load_tokenizer
from reader.graph import built
from reader.network import Reader
from reader.pieces import without_rare

CHECKED = (
    "The second half drags, and the jokes that worked at ten minutes are worn through by ninety.",
    "He makes the walk onto the shop for to take of the bread in its morning freshness.",
    "Nobody films rain better than she does.",
)


def load_checkpoint(path: Path, bert: Path) -> tuple[Reader, int]:
    """Return the network of a checkpoint, ready to be used, and the words it was trained on."""
    model = Reader.from_folder(bert)
    state = torch.load(path, weights_only=False)
    model.load_state_dict(state["model"])
    return model.eval(), state["words"]


def export(model: Reader, bert: Path, counts: Path, folder: Path) -> Path:
    """Write the model and the tokenizer; return the model's path."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: tensor.detach().float().numpy() for name, tensor in model.state_dict().items()}
    tokenizer = json.loads((bert / "tokenizer.json").read_text(encoding="utf-8"))
    weights, tokenizer = without_rare(weights, tokenizer, json.loads(counts.read_text(encoding="utf-8")))
    path = folder / "reader.onnx"
    onnx.save(built(weights), path)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    return path


def differences(model: Reader, bert: Path, path: Path) -> Any:
    """Return the differences in log odds between the float and the shipped model, (pieces, heads)."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    before, after = load_tokenizer(bert), load_tokenizer(path.parent)
    found = []
    nought = np.zeros(1, np.int64)
    for text in CHECKED:
        ids, small = (np.array([tokenizer.encode(text).ids]) for tokenizer in (before, after))
        with torch.no_grad():
            exact = model(torch.tensor(ids), torch.ones(ids.shape, dtype=torch.long)).numpy()
        close = session.run(["scores"], {"pieces": small, "at": nought, "candidates": nought})[0]
        found.append(np.abs(exact - close)[0, 1:-1])  # but for the marks of start and end
    return np.concatenate(found)


def main() -> None:
    """Export, check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("bert", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    model, words = load_checkpoint(options.checkpoint, options.bert)
    path = export(model, options.bert, options.counts, options.folder)
    data = path.read_bytes()
    print(f"{words:,} words of training; {len(data) / 1e6:.1f} MB; sha256 {hashlib.sha256(data).hexdigest()}")
    off = differences(model, options.bert, path)
    print(f"difference from the float model in log odds: {off.mean():.3f} on average, {off.max():.3f} at most")


if __name__ == "__main__":
    main()
