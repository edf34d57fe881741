"""Loads the model's file and runs it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reviewlint.errors import ReviewlintError

_DATA = Path(__file__).parent / "data"
_HINT = "Install reviewlint again, or go on without the reader: --no-reader."
UNREAD = -10.0  # the score of a word outside running prose
KEPT = 1024  # runs whose scores are kept: a draft that is checked again, in an editor or after a fix, has little new
MOST_PIECES = 512  # that the model can read; seventy words are a hundred, unless they are no words


class Head(IntEnum):
    """What the model looks for, in the order of its columns."""

    SPOILED = 0  # no fluent writer would have this word here
    FORM = 1  # the right word in a wrong form, or a small word too many, too few or in another's place
    MISSING = 2  # something is missing before this word


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """An inference session and its tokenizer."""

    session: Any
    tokenizer: Any

    def pieces(self, words: Sequence[str]) -> tuple[list[int], list[int | None]]:
        """Return words as pieces of the vocabulary, and for each piece the index of its word, None at both ends."""
        encoded = self.tokenizer.encode(list(words), is_pretokenized=True)
        return encoded.ids[:MOST_PIECES], encoded.word_ids[:MOST_PIECES]

    def scores(self, words: Sequence[str]) -> Sequence[Sequence[float]]:
        """Return for each word or mark its scores before the sigmoid, one a head; UNREAD where it has no pieces."""
        return _scores(self, tuple(words))

    def run(self, words: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """Return the scores of words by a run of the network."""
        import numpy as np

        ids, places = self.pieces(words)
        nought = np.zeros(1, np.int64)
        given = {"pieces": np.array([ids], np.int64), "at": nought, "candidates": nought}
        rows = self.session.run(["scores"], given)[0][0].tolist()
        found: list[list[float]] = [[UNREAD] * len(Head) for _ in words]
        # Backwards: as in training, the first piece of a word speaks for it.
        for row, word in zip(rows[::-1], places[::-1], strict=True):
            if word is not None:
                found[word] = row
        return tuple(map(tuple, found))

    def proposals(self, pieces: Sequence[int], at: int, candidates: Any) -> Any:
        """Return how well each candidate, a piece of the vocabulary, would fit at a place: nats but for a constant."""
        import numpy as np

        given = {"pieces": np.array([pieces], np.int64), "at": np.array([at], np.int64), "candidates": candidates}
        return self.session.run(["proposals"], given)[0][0]


@lru_cache(KEPT)
def _scores(model: Model, words: tuple[str, ...]) -> tuple[tuple[float, ...], ...]:
    return model.run(words)


@cache
def load_model() -> Model:
    """Return the model; raise ReviewlintError where a file of it is damaged or missing."""
    import_libraries()
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # drafts are spread over processes
        options.log_severity_level = 4
        # By its path: the library reads a file in half the time that it takes to copy the bytes of one.
        session = onnxruntime.InferenceSession(str(_DATA / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        cutter = Tokenizer.from_file(str(_DATA / "tokenizer.json"))
    except Exception as error:  # the libraries raise classes of their own
        raise ReviewlintError(f"The reader's model cannot be loaded: {error}", hint=_HINT) from error
    cutter.no_padding()
    cutter.no_truncation()
    return Model(session, cutter)


def import_libraries() -> None:
    """Import what `load_model` needs, which holds Python up; the rest of its work does not."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads would take 80 ms to start, and do nothing
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime would tell its makers of each run
    with suppress(Exception):  # told by load_model
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401
