"""Which English an engine is asked for."""

from __future__ import annotations

from reviewlint.document import Document
from reviewlint.lexicon.english import american_words, pairs

_CODES = {"us": "en-US", "gb": "en-GB"}


def language_of(document: Document, english: str) -> str:
    """Return the code of the English of a draft: us, gb, or "auto" by the spellings that it has more of."""
    if english in _CODES:
        return _CODES[english]
    british, american = pairs(), american_words()
    lead = sum((word.text in british) - (word.text in american) for word in document.words)
    return _CODES["gb" if lead > 0 else "us"]
