"""What of a draft's source its parser would take for prose, though it is none."""

from __future__ import annotations

from reviewlint.document.code_spans import without_code
from reviewlint.document.formulas import find_formulas
from reviewlint.document.mdx import find_javascript, find_tags
from reviewlint.document.notes import find_notes
from reviewlint.document.stretches import Stretch, blanked, in_order
from reviewlint.document.templates import find_templates

_MDX = ".mdx"


def find_unread(text: str, start: int, suffix: str) -> list[Stretch]:
    """Return the stretches of a Markdown draft that are no prose, from offset `start` on, in order.

    Each finder sees a text in which what the finders before it found is blanked.
    """
    body = without_code(text, start)
    finders = [find_javascript, find_tags] if suffix == _MDX else []
    found: list[Stretch] = []
    for find in (*finders, find_templates, find_formulas, find_notes):
        new = find(body, start)
        if new:
            found += new
            body = blanked(body, new)
    return in_order(found)
