"""Reads the text of an .rtf file."""

from __future__ import annotations

from reviewlint.errors import ReviewlintError


def read_rtf(path: str, data: bytes) -> str:
    """Return the text of a file in the Rich Text Format, one paragraph a line; raise ReviewlintError where there is no
    library for it, or the file is damaged."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        hint = 'Install it: pip install "reviewlint[word]".'
        raise ReviewlintError("Rich text needs one more library.", path=path, hint=hint) from None
    try:
        text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))
    except (ValueError, LookupError, IndexError, OverflowError, TypeError) as error:
        hint = "Open it in your word processor, and save it again."
        raise ReviewlintError("This document is damaged.", path=path, hint=hint) from error
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
