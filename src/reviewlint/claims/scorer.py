"""How likely a name has the role that a word near it brings to mind: a linear model on the features of `construction`.

The weights are made by training/claims/train_credits.py; data/CREDITS.md says from what, and how good they are.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

SIZE = 1 << 18  # weights, one byte each
_HEAD = struct.Struct("<ff")


def place_of(feature: str) -> int:
    """Return which weight a feature has; a few features share one."""
    return zlib.crc32(feature.encode()) & (SIZE - 1)


@cache
def _weights() -> tuple[float, float, memoryview]:
    data = files("reviewlint.claims").joinpath("data", "credits.weights").read_bytes()
    scale, bias = _HEAD.unpack_from(data)
    return scale, bias, memoryview(data)[_HEAD.size :].cast("b")


def probability(features: Iterable[str]) -> float:
    """Return how likely a name has a role, from 0 to 1."""
    scale, bias, weights = _weights()
    total = sum(weights[place] for place in {place_of(feature) for feature in features})
    return 1 / (1 + math.exp(-(bias + scale * total)))
