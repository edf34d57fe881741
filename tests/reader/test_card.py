"""The model's card speaks of the files that lie beside it."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

DATA = files("reviewlint.reader") / "data"
CARD = DATA.joinpath("MODEL.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json"])
def test_the_card_has_the_hash_of_the_file(name: str) -> None:
    assert f"| sha256 of {name} | {hashlib.sha256(DATA.joinpath(name).read_bytes()).hexdigest()} |" in CARD


def test_the_model_is_no_larger_than_it_may_be() -> None:
    assert len(DATA.joinpath("reader.onnx").read_bytes()) <= 95_000_000
