"""Stands in for lingotweaker: marks each “FAULT”. FAKE_LT says what is wrong with it.

Its ills: raises, panics (as Rust does), crashes, hangs, loads (or rather does not).
"""

from __future__ import annotations

import os
import time

ILL = os.environ.get("FAKE_LT", "")
if ILL == "loads":
    raise ImportError("no such symbol")


class PanicException(BaseException):
    """What a panic in Rust becomes in Python."""


class Engine:
    def __init__(self, language: str) -> None:
        self.language = language

    def check(self, text: str) -> list[dict[str, object]]:
        if "ILL" in text:
            if ILL == "raises":
                raise ValueError("no such rule")
            if ILL == "panics":
                raise PanicException("index out of bounds")
            if ILL == "crashes":
                os._exit(134)
            if ILL == "hangs":
                time.sleep(120)
        data, found = text.encode(), []
        at = data.find(b"FAULT")
        while at >= 0:
            message = f"Write <suggestion>right</suggestion> in {self.language}."
            found.append({"rule_id": "PAYED", "category_id": "GRAMMAR", "message": message, "offset": at, "length": 5,
                          "suggestions": ["right"]})  # fmt: skip
            at = data.find(b"FAULT", at + 1)
        return found
