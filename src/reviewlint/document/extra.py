"""What a parser finds beside the prose."""

from __future__ import annotations

from dataclasses import dataclass

from reviewlint.document.model import Comment
from reviewlint.finding import Span


@dataclass(frozen=True, slots=True)
class Extra:
    """Comments, and the source spans that are no text: code, raw HTML, template tags."""

    comments: tuple[Comment, ...] = ()
    opaque: tuple[Span, ...] = ()
