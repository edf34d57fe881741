"""What part of speech a word can be, as phrases ask for it."""

from __future__ import annotations

from collections.abc import Callable


def word_test(name: str) -> Callable[[str], bool] | None:
    """Return the test for a Penn tag (`=` before it: for words that hardly are anything else), or None."""
    if name.removeprefix("=") == "NNS":
        return lambda word: word.endswith("s") and len(word) > 3 and not word.endswith("ss")
    return lambda word: False


def form_of(word: str, form: str) -> str:
    """Return a form of a word."""
    return word
