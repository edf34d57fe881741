"""How likely something is by what speaks for and against it: linear models on features that are short strings.

Of `credits`, that a name has the role which a word near it brings to mind, or plays a character (`construction`); of
`pairs`, that two numbers are said of the same thing (`pairs`). The weights are made by training/claims; data/CREDITS.md
and data/PAIRS.md say from what, and how good they are.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

SIZE = 1 << 18  # weights of the model of credits, one byte each
_HEAD = struct.Struct("<ff")


def place_of(feature: str, size: int = SIZE) -> int:
    """Return which of `size` weights a feature has; a few features share one."""
    return zlib.crc32(feature.encode()) & (size - 1)


@cache
def _weights(model: str) -> tuple[float, float, memoryview]:
    data = files("reviewlint.claims").joinpath("data", f"{model}.weights").read_bytes()
    scale, bias = _HEAD.unpack_from(data)
    return scale, bias, memoryview(data)[_HEAD.size :].cast("b")


def probability(features: Iterable[str], model: str = "credits") -> float:
    """Return how likely a model holds what has these features, from 0 to 1."""
    scale, bias, weights = _weights(model)
    total = sum(weights[place] for place in {place_of(feature, len(weights)) for feature in features})
    return 1 / (1 + math.exp(-(bias + scale * total)))
