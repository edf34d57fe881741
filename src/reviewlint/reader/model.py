"""Loads the model's file and runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reviewlint.errors import ReviewlintError

_DATA = files("reviewlint.reader") / "data"
_HINT = "Install reviewlint again, or go on without the reader: --no-reader."
HEADS = 3


@dataclass(frozen=True, slots=True)
class Model:
    """An inference session and its tokenizer."""

    session: Any
    tokenizer: Any

    def scores(self, words: Sequence[str]) -> list[list[float]]:
        """Return for each word its scores before the sigmoid, one a head; far below zero where it has no pieces.

        A stretch is run alone: in a batch, the integer arithmetic of one would depend on the others.
        """
        import numpy as np

        encoded = self.tokenizer.encode(list(words), is_pretokenized=True)
        ids = np.array([encoded.ids], dtype=np.int64)
        rows = self.session.run(None, {"pieces": ids, "mask": np.ones_like(ids)})[0][0].tolist()
        found: list[list[float]] = [[-10.0] * HEADS for _ in words]
        for row, word in zip(reversed(rows), reversed(encoded.word_ids), strict=True):
            if word is not None:  # the first piece speaks for the word, as in training
                found[word] = row
        return found


@cache
def load_model() -> Model:
    """Return the model; raise ReviewlintError where its file is damaged or missing."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # drafts are spread over processes
        options.log_severity_level = 4
        data = _DATA.joinpath("reader.onnx").read_bytes()
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_buffer(_DATA.joinpath("tokenizer.json").read_bytes())
    except Exception as error:  # the libraries raise classes of their own
        raise ReviewlintError(f"The reader's model cannot be loaded: {error}", hint=_HINT) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Model(session, tokenizer)
