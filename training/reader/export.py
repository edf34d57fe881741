"""Writes a checkpoint as the model file that reviewlint ships.

    python -m reader.export CHECKPOINT FOLDER [--layers 6]

FOLDER gets `reader.onnx` (weights in 8-bit integers) and `tokenizer.json`. Printed is how far the integer model's
probabilities are from the float model's on a few sentences.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import AutoConfig, AutoModel

from reader.batches import load_tokenizer
from reader.network import HEADS, Reader, encoder_folder

CHECKED = (
    "The second half drags, and the jokes that worked at ten minutes are worn through by ninety.",
    "He makes the walk onto the shop for to take of the bread in its morning freshness.",
    "Nobody films rain better than she does.",
)


def load_checkpoint(path: Path, layers: int) -> tuple[Reader, int]:
    """Return the network of a checkpoint, ready to be used, and the words it was trained on."""
    model = Reader(AutoModel.from_config(AutoConfig.from_pretrained(encoder_folder())), layers)
    state = torch.load(path, weights_only=False)
    model.load_state_dict(state["model"])
    return model.eval(), state["words"]


class Faults(nn.Module):
    """The network without the column that only training needs."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return scores of shape (texts, pieces, heads)."""
        return self.model(pieces, mask)[..., : len(HEADS)]


def session_options() -> onnxruntime.SessionOptions:
    """Return the options under which the model is right on every processor, as reviewlint sets them."""
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.x64quantprecision", "1")
    return options


def export(model: Reader, folder: Path) -> Path:
    """Write the integer model and the tokenizer; return the model's path."""
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.tensor([[101, 2023, 2003, 102]])
    with tempfile.TemporaryDirectory() as scratch:
        whole, integer = Path(scratch) / "float.onnx", Path(scratch) / "integer.onnx"
        torch.onnx.export(
            Faults(model),
            (example, torch.ones_like(example)),
            str(whole),
            input_names=["pieces", "mask"],
            output_names=["scores"],
            dynamic_axes={"pieces": {1: "n"}, "mask": {1: "n"}, "scores": {1: "n"}},
            dynamo=False,
        )
        quantize_dynamic(whole, integer, weight_type=QuantType.QInt8, per_channel=True)
        # Shipped with its graph optimised already: loading takes a third of the time.
        options = session_options()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(folder / "reader.onnx")
        onnxruntime.InferenceSession(str(integer), options, providers=["CPUExecutionProvider"])
    shutil.copy(encoder_folder() / "tokenizer.json", folder)
    return folder / "reader.onnx"


def largest_difference(model: Reader, path: Path) -> float:
    """Return the largest difference in probability between the float and the integer model."""
    session = onnxruntime.InferenceSession(str(path), session_options(), providers=["CPUExecutionProvider"])
    tokenizer = load_tokenizer(encoder_folder())
    worst = 0.0
    for text in CHECKED:
        ids = np.array([tokenizer.encode(text).ids])
        with torch.no_grad():
            exact = torch.sigmoid(Faults(model)(torch.tensor(ids), torch.ones(ids.shape, dtype=torch.long))).numpy()
        close = 1 / (1 + np.exp(-session.run(None, {"pieces": ids, "mask": np.ones_like(ids)})[0]))
        worst = max(worst, float(np.abs(exact - close)[0, 1:-1].max()))  # but for the marks of start and end
    return worst


def main() -> None:
    """Export, check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    options = parser.parse_args()
    model, words = load_checkpoint(options.checkpoint, options.layers)
    path = export(model, options.folder)
    data = path.read_bytes()
    print(f"{words:,} words of training; {len(data) / 1e6:.1f} MB; sha256 {hashlib.sha256(data).hexdigest()}")
    print(f"largest difference from the float model: {largest_difference(model, path):.3f}")


if __name__ == "__main__":
    main()
