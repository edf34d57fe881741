"""What was learnt beside the language model: thin matrices in bytes, norms and heads in half precision."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
FILE = Path(__file__).parent / "data" / "additions.npz"
SCALE = 2.0  # of a product of two thin matrices, as in training
_SCALES = ".scales"


def in_bytes(weight: Array, axis: int) -> tuple[Array, Array]:
    """Return a matrix in bytes, and the scales along `axis` that make it whole again."""
    scales = np.abs(weight).max(axis=axis, keepdims=True) / 127
    scales = np.where(scales > 0, scales, 1).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales


def packed(learnt: Mapping[str, Array]) -> dict[str, Array]:
    """Return what training wrote, its thin matrices in bytes: each direction of the 32 has a scale of its own."""
    small: dict[str, Array] = {}
    for name, array in learnt.items():
        if not name.endswith((".thin", ".tall")):
            small[name] = array.astype(np.float16)
            continue
        small[name], small[name + _SCALES] = in_bytes(array.astype(np.float32), _across(name))
    return small


def unpacked(small: Mapping[str, Array]) -> dict[str, Array]:
    """Return what `packed` took, in single precision."""
    plain = {name: small[name].astype(np.float32) for name in small if not name.endswith(_SCALES)}
    return {name: array * small[name + _SCALES] if name + _SCALES in small else array for name, array in plain.items()}


def read_additions(path: Path = FILE) -> dict[str, Array]:
    """Return the additions of a file by name: for layer 3, `body.layers.3.up.thin` (32, in) and `.tall` (out, 32)."""
    with np.load(path) as small:
        return unpacked({name: small[name] for name in small.files})


def _across(name: str) -> int:
    return 1 if name.endswith(".thin") else 0
