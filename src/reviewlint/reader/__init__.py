"""A model of English that marks, word by word, where prose reads as no fluent writer would have it.

`read(document)` gives a Reading: a score for each word and each head. The model is loaded on the first call. How it
is trained stands in `training/reader`, what it is in `data/MODEL.md`.
"""

from reviewlint.reader.decision import Doubt, SlipDoubt, doubts_of, slips_of
from reviewlint.reader.model import Head
from reviewlint.reader.phrases import Place
from reviewlint.reader.reading import Reading, read, reading_beside
from reviewlint.reader.slips import Change, Edit, Slip

__all__ = [
    "Change",
    "Doubt",
    "Edit",
    "Head",
    "Place",
    "Reading",
    "Slip",
    "SlipDoubt",
    "doubts_of",
    "read",
    "reading_beside",
    "slips_of",
]
