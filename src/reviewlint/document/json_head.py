"""JSON values with their places: the head of a Hugo draft may be one object in braces."""

from __future__ import annotations

import json
import re

from reviewlint.document.model import FrontValue

OPENS = re.compile(r"\{\s*[\"}]")
_CLOSES = re.compile(r"^\}[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def json_values(text: str) -> tuple[list[FrontValue], int, tuple[str, int] | None]:
    """Return the scalars of the object that `text` begins with, where the body begins, and what is wrong with it.

    The end is 0 where no object ends on a line of its own: then it is no head.
    """
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (json.JSONDecodeError, RecursionError) as error:
        close = _CLOSES.search(text)
        if close is None or not isinstance(error, json.JSONDecodeError) or error.pos >= close.end():
            return [], 0, None
        return [], close.end(), (f"The front matter is not JSON: {error.msg}.", error.lineno)
    after = _LINE_END.match(text, end)
    if after is None or not isinstance(value, dict):
        return [], 0, None
    from reviewlint.document.yaml_head import yaml_values  # JSON is YAML but for tabs, and its scalars have places

    values, _ = yaml_values(text[:end].replace("\t", " "), 0, end)
    return values, after.end(), None
