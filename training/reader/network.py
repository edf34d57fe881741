"""The reader's network: BERT with its masked-word head, and beside it one linear head a fault.

The masked head is kept in training, for it answers a second question: what would a writer have put here? How well the
word that stands there agrees with that answer is one of the features of the heads.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

HEADS = ("spoiled", "form", "missing")  # in the order of reader.tokens.Fault's bits
FROZEN = 4  # lower layers that are left as they are
SCALE = 10.0  # the masked head's scores of words are about this large


class Reader(nn.Module):
    """BERT with both kinds of head."""

    def __init__(self, bert: Any) -> None:
        super().__init__()
        self.encoder, self.masked = bert.bert, bert.cls.predictions
        self.heads = nn.Linear(bert.config.hidden_size + 1, len(HEADS))

    @classmethod
    def from_folder(cls, folder: Path) -> Reader:
        """Return the network with what BERT knows, its heads untrained."""
        from transformers import BertForMaskedLM

        return cls(BertForMaskedLM.from_pretrained(folder, dtype=torch.float32))

    def freeze(self, layers: int) -> None:
        """Leave the embeddings and the lowest layers as they are: what BERT knows of rare words stays."""
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:layers]):
            part.requires_grad_(False)

    def hidden(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the last hidden states, (texts, pieces, width)."""
        return self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the scores of faults before the sigmoid, (texts, pieces, heads)."""
        return self.faults(self.hidden(pieces, mask), pieces)

    def faults(self, hidden: torch.Tensor, pieces: torch.Tensor) -> torch.Tensor:
        """Return the scores of faults from hidden states."""
        expected = self.masked.transform(hidden)
        actual = nn.functional.embedding(pieces, self.words)
        agrees = (expected * actual).sum(-1, keepdim=True) + self.bias[pieces].unsqueeze(-1)
        return self.heads(torch.cat((hidden, agrees.to(hidden.dtype) / SCALE), -1))

    @property
    def words(self) -> torch.Tensor:
        """Return the embedding of each piece of the vocabulary."""
        return self.encoder.embeddings.word_embeddings.weight

    @property
    def bias(self) -> torch.Tensor:
        """Return how likely each piece of the vocabulary is anywhere."""
        return self.masked.bias

    def proposals(self, hidden: torch.Tensor) -> torch.Tensor:
        """Return the scores of every piece of the vocabulary from hidden states of masked places."""
        return self.masked.transform(hidden) @ self.words.T + self.bias


def at_words(scores: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
    """Return what stands at the pieces `at` (texts, words) of scores (texts, pieces, columns)."""
    return scores.gather(1, at.unsqueeze(-1).expand(-1, -1, scores.shape[-1]))
