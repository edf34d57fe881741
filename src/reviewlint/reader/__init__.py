"""A small model that marks, word by word, where prose reads as no fluent writer would have it.

`read(document)` gives a Reading: a score for each word and each head. The model is loaded on the first call. How it
is trained stands in `training/reader`, what it is in `data/MODEL.md`. `large` makes a larger one, which a
user may install and choose.
"""

from reviewlint.reader.model import Size
from reviewlint.reader.phrases import Phrase, Place, phrases_of
from reviewlint.reader.reading import Head, Reading, read, reading_beside

__all__ = ["Head", "Phrase", "Place", "Reading", "Size", "phrases_of", "read", "reading_beside"]
