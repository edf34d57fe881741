"""Loads a model's file and runs it: the small one that comes with reviewlint, or the large one that a user installs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from reviewlint.errors import ReviewlintError
from reviewlint.reader.stretches import Token

_DATA = Path(__file__).parent / "data"
_HINT = "Install reviewlint again, or go on without the reader: --no-reader."
_HINT_LARGE = 'Run `reviewlint reader install`, or set reader = "on" for the small one.'
HEADS = 3
MOST_PIECES = 1024  # of a stretch that the large model reads; seventy words are a hundred, unless they are no words
# Processors without VNNI multiply bytes in 16 bits, which overflow: a word's score was off by up to 0.8 there.
_EXACT = "session.x64quantprecision"


class Size(StrEnum):
    """Which model reads."""

    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Model:
    """An inference session and its tokenizer. The large model reads words with the blanks before them."""

    session: Any
    tokenizer: Any
    large: bool

    def scores(self, tokens: Sequence[Token]) -> list[list[float]]:
        """Return for each token its scores before the sigmoid, one a head; far below zero where it has no pieces.

        A stretch is run alone: in a batch, the integer arithmetic of one would depend on the others.
        """
        import numpy as np

        words = [" " * (self.large and token.blank and at > 0) + token.text for at, token in enumerate(tokens)]
        encoded = self.tokenizer.encode(words, is_pretokenized=True)
        ids = np.array([encoded.ids], dtype=np.int64)
        given = {"pieces": ids} if self.large else {"pieces": ids, "mask": np.ones_like(ids)}
        rows = self.session.run(None, given)[0][0].tolist()
        found: list[list[float]] = [[-10.0] * HEADS for _ in tokens]
        # As in training, one piece speaks for the word: of the small model the first, of the large one the last.
        step = 1 if self.large else -1
        for row, word in zip(rows[::step], encoded.word_ids[::step], strict=True):
            if word is not None:
                found[word] = row
        return found


@cache
def load_model(size: Size = Size.SMALL) -> Model:
    """Return a model; raise ReviewlintError where its file is damaged or missing."""
    if size is Size.SMALL:
        return open_model(_DATA / "reader.onnx", _DATA / "tokenizer.json", large=False)
    from reviewlint.reader.large.place import MODEL, TOKENIZER, build_folder, is_installed

    if not is_installed():
        raise ReviewlintError("The large reader is not installed.", hint=_HINT_LARGE)
    return open_model(build_folder() / MODEL, build_folder() / TOKENIZER, large=True)


def open_model(model: Path, tokenizer: Path, *, large: bool) -> Model:
    """Return the model in some files; raise ReviewlintError where they cannot be loaded."""
    import_libraries()
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # drafts are spread over processes
        options.log_severity_level = 4
        options.add_session_config_entry(_EXACT, "1")
        # By its path: the library reads a file in half the time that it takes to copy the bytes of one.
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        cutter = Tokenizer.from_file(str(tokenizer))
    except Exception as error:  # the libraries raise classes of their own
        name, hint = ("The large reader", _HINT_LARGE) if large else ("The reader's model", _HINT)
        raise ReviewlintError(f"{name} cannot be loaded: {error}", hint=hint) from error
    cutter.no_padding()
    if large:
        cutter.enable_truncation(MOST_PIECES)
    else:
        cutter.no_truncation()
    return Model(session, cutter, large)


def import_libraries() -> None:
    """Import what `load_model` needs, which holds Python up; the rest of its work does not."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads would take 80 ms to start, and do nothing
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime would tell its makers of each run
    with suppress(Exception):  # told by load_model
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401
