"""The facts file beside a draft. (A first cut: only the words in it.)"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reviewlint.document import Document
from reviewlint.facts.vocabulary import Vocabulary


def facts_path(draft: Path) -> Path:
    """Return where a draft's facts file stands: `<stem>.facts.yaml` beside it."""
    return draft.with_suffix(".facts.yaml")


def read_vocabulary(document: Document, facts: object | None) -> Vocabulary:
    """Return the words that the facts and the front matter establish."""
    return Vocabulary.of([*_strings(facts), *(value.value for value in document.front)])


def load_facts(path: Path) -> object | None:
    """Return what a facts file says, or None without one."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
