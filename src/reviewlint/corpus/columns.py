"""Which columns of a table a row's text, name and facts stand in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that are read; a table needs `text`, and has the others or not.

    `text` is a review as text, or the bytes of its file. `path` is read for its ending, which tells Markdown from plain
    text and HTML; without one, text is Markdown. `facts` is what is known of the work, as the JSON of a facts file.
    `source` and `date` are what reports count by: where a review is from, and when it is (a date, or text with a
    month in it).
    """

    id: str = "id"
    text: str = "text"
    path: str = "path"
    source: str = "source"
    date: str = "date"
    facts: str = "facts"


USUAL = Columns()
