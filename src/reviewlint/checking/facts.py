"""The facts of a draft by its configuration: `[facts] keys` says what front matter keys mean here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reviewlint.config.files import find_config, is_trusted
from reviewlint.config.setup import front_settings
from reviewlint.document import Document, Source, parse
from reviewlint.document.formats import most_bytes
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import facts_of
from reviewlint.facts.known import Facts
from reviewlint.reach import read_bytes


def read_facts(draft: Path) -> tuple[Document, Facts]:
    """Return a draft and what is known of its work; raise ReviewlintError if the draft cannot be read."""
    try:
        source = Source.from_bytes(str(draft), read_bytes(draft, most_bytes(draft), ordinary=False))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReviewlintError(f"This file cannot be read: {reason}.", path=draft) from None
    return facts_in(source, draft)


def facts_in(source: Source, draft: Path, given: Mapping[str, object] | None = None) -> tuple[Document, Facts]:
    """Return a text as a draft, and what is known of its work if it stands at a path.

    `given` are facts in place of those of a file.
    """
    document = parse(source)
    keys, scale = front_settings(find_config(draft.parent).for_draft(draft))
    place = draft if given is None else None
    trusted = is_trusted(draft.parent)
    return document, facts_of(document, place, given=given, mapping=keys, best_rating=scale, anywhere=trusted)
