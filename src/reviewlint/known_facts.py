"""The facts of a draft by its configuration: `[facts] keys` says what front matter keys mean here."""

from __future__ import annotations

from pathlib import Path

from reviewlint.config import Config, find_config, where
from reviewlint.document import Document, Source, parse
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.gather import facts_of
from reviewlint.facts.known import Facts

_KEYS = ("keys", "rating-scale")


def read_facts(draft: Path) -> tuple[Document, Facts]:
    """Return a draft and what is known of its work; raise ReviewlintError if the draft cannot be read."""
    try:
        source = Source.from_bytes(str(draft), draft.read_bytes())
    except OSError as error:
        raise ReviewlintError(f"This file cannot be read: {error.strerror}.", path=draft) from None
    document = parse(source)
    return document, known_facts(document, find_config(draft.parent).for_file(draft))


def known_facts(document: Document, config: Config) -> Facts:
    """Return what is known of the works that a draft reviews; raise ReviewlintError on a wrong `[facts]` table.

    `keys` maps front matter keys to relations ("none" leaves a key alone); `rating-scale` is the best rating of
    this site's own reviews.
    """
    table = config["facts"]
    draft = Path(document.source.path)
    if not table:
        return facts_of(document, draft)
    from reviewlint.facts.front import check_mapping

    file, line = where(config, "facts")
    for key in table:
        if key not in _KEYS:
            raise ReviewlintError(f"[facts] has no key “{key}”.", path=file, line=line, hint=nearest(key, _KEYS))
    scale, keys = table.get("rating-scale"), table.get("keys", {})
    if isinstance(scale, bool) or not isinstance(scale, int | float | None) or (scale is not None and scale <= 0):
        raise ReviewlintError("“rating-scale” is the best rating, such as 5 or 100.", path=file, line=line)
    if not isinstance(keys, dict) or not all(isinstance(word, str) for word in keys.values()):
        raise ReviewlintError("“keys” maps front matter keys to schema.org names.", path=file, line=line)
    try:
        mapping = check_mapping(keys)
    except ReviewlintError as error:
        raise ReviewlintError(error.message, path=file, line=line, hint=error.hint) from None
    return facts_of(document, draft, mapping=mapping, best_rating=scale)
