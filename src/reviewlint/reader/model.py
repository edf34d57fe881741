"""Loads the model's file and runs it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reviewlint.errors import ReviewlintError

_DATA = Path(__file__).parent / "data"
_HINT = "Install reviewlint again, or go on without the reader: --no-reader."
HEADS = 3
# Processors without VNNI multiply bytes in 16 bits, which overflow: a word's score was off by up to 0.8 there.
_EXACT = "session.x64quantprecision"


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
    import_libraries()
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # drafts are spread over processes
        options.log_severity_level = 4
        options.add_session_config_entry(_EXACT, "1")
        # By its path: the library reads a file in half the time that it takes to copy the bytes of one.
        session = onnxruntime.InferenceSession(str(_DATA / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(_DATA / "tokenizer.json"))
    except Exception as error:  # the libraries raise classes of their own
        raise ReviewlintError(f"The reader's model cannot be loaded: {error}", hint=_HINT) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Model(session, tokenizer)


def is_loaded() -> bool:
    """Tell whether the model is in memory already."""
    return load_model.cache_info().currsize > 0


def import_libraries() -> None:
    """Import what `load_model` needs, which holds Python up; the rest of its work does not."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads would take 80 ms to start, and do nothing
    with suppress(Exception):  # told by load_model
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401
