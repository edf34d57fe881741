"""Trains the additions that make a language model the large reader.

    python -m reader.large OUT TAGGED [TAGGED ...] [--hours 1] [--device cuda] [--workers 14]

The weights of the language model stay as its package has them. Beside each matrix of its layers stands a product of two
thin ones (Hu et al., "LoRA", 2021). Only these, the norms and the heads are learnt. They are written to OUT, which has
the form of the file `additions.npz` that reviewlint ships.
"""

from __future__ import annotations

import argparse
import math
import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn.functional import linear

from reader.teacher import Teacher, load_teacher, load_teacher_tokenizer, model_file
from reader.train import Learner, batches, teacher_loss
from reader.wordnet import DEFAULT_FOLDER
from reviewlint.reader.large.additions import SCALE, packed

RANK = 32
PARTS = ("inward", "outward", "up", "down")  # the matrices of a layer


class Adapted(nn.Module):
    """A linear layer, frozen, with an addition of low rank."""

    def __init__(self, plain: nn.Linear) -> None:
        super().__init__()
        self.weight = plain.weight.requires_grad_(False)
        self.thin = nn.Parameter(torch.randn(RANK, plain.in_features) / math.sqrt(plain.in_features))
        self.tall = nn.Parameter(torch.zeros(plain.out_features, RANK))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the layer's output."""
        return linear(x, self.weight + SCALE * (self.tall @ self.thin))


def adapted(teacher: Teacher) -> Teacher:
    """Return the teacher with additions to all matrices of its layers, which alone are learnt with norms and heads."""
    teacher.body.pieces.requires_grad_(False)
    for layer in teacher.body.layers:
        for part in PARTS:
            setattr(layer, part, Adapted(getattr(layer, part)))
    return teacher


def learnt(teacher: Teacher) -> dict[str, np.ndarray[Any, Any]]:
    """Return what was learnt, by name, in half precision."""
    return {
        name: parameter.detach().cpu().numpy().astype(np.float16)
        for name, parameter in teacher.named_parameters()
        if parameter.requires_grad
    }


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--words", type=int, default=1500, help="of a batch; 16000 on a graphics card")
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--world-runs", type=int, default=40_000)
    parser.add_argument("--wordnet", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    teacher = adapted(load_teacher(model_file())).to(options.device)
    learner = Learner(teacher, options.rate, options.device)
    start = 0.0
    for batch in batches(options, options.seed, lambda: (load_teacher_tokenizer(model_file()), None)):
        start = start or time.monotonic()
        gone = (time.monotonic() - start) / (options.hours * 3600)
        if gone >= 1:
            break
        loss = learner.step(partial(teacher_loss, teacher, batch), 1 - gone)
        if learner.steps % 50 == 0:
            print(f"step {learner.steps} loss {float(loss):.4f}", flush=True)
    np.savez_compressed(options.out, **packed(learnt(teacher)))


if __name__ == "__main__":
    main()
