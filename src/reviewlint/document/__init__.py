"""From the bytes of a draft to prose with exact offsets."""

from reviewlint.document.model import Block, Document, Sentence, Word
from reviewlint.document.parse import parse
from reviewlint.document.source import Source
from reviewlint.document.view import Kind, ProseView

__all__ = ["Block", "Document", "Kind", "ProseView", "Sentence", "Source", "Word", "parse"]
