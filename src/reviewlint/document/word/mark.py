"""Writes into a Word document: comments at the exact words, and changes that Word can accept or reject."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any, NamedTuple

from reviewlint.document.source import Source
from reviewlint.document.word.names import (
    CHARACTERS,
    DELETED_TEXT,
    DELETION,
    ID,
    INSERTION,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    VAL,
    W,
)
from reviewlint.document.word.package import HINT, open_package
from reviewlint.document.word.runs import Places, cut_runs
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Span

AUTHOR, INITIALS = "reviewlint", "rl"
_WORDS = frozenset((TEXT, f"{W}br", *CHARACTERS))  # what a change may take away: no picture, no mark of a note
_INSERTED = (INSERTION, f"{W}moveTo")
_LOOKS = f"{W}rPrChange"
_NUMBERED = (*_INSERTED, DELETION, f"{W}moveFrom", _LOOKS, f"{W}pPrChange")


class Comment(NamedTuple):
    """What to say beside some words."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class _Story:
    """What python-docx wants to know of a run: the part of the package that it stands in."""

    part: Any


def changeable(source: Source, changes: Sequence[Sequence[Edit]]) -> list[bool]:
    """Tell of each group of edits whether it can be tracked: words of a paragraph of the body, without line breaks."""
    places = Places(open_package(source.path, source.packed or b""))
    return [all(_fits(places, edit) for edit in edits) for edits in changes]


def marked(source: Source, comments: Sequence[Comment], edits: Sequence[Edit], now: datetime) -> bytes:
    """Return a Word document with comments and tracked changes; all else in it stays as it is.

    Offsets are those of the source's text. A comment on a note or a text box stands at its mark in the body. The edits
    do not touch each other, and each is one that `changeable` allows.
    """
    document = open_package(source.path, source.packed or b"")
    ends = {offset for comment in comments for offset in _least(comment.span)}
    ends |= {offset for edit in edits for offset in (edit.span.start, edit.span.end)}
    cut_runs(document, ends, [(edit.span.start, edit.span.end) for edit in edits])
    places = Places(document)
    stamps = _stamps(document, now)
    for comment in comments:
        runs = _runs_at(places, comment.span)
        if runs:
            _comment(source.path, document, runs[0], runs[-1], comment.text)
            for mark in (runs[0].getprevious(), *_behind(runs[-1])):
                _lift(mark, stamps)
    for edit in edits:
        _change(places, edit, stamps)
    _renumber(document, stamps)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fits(places: Places, edit: Edit) -> bool:
    start, line = places.lines_from(edit.span.start)[0]
    if line.anchor is not None or edit.span.end > start + len(line.text) or not (edit.text + " ").isprintable():
        return False
    touched = places.pieces(*_least(edit.span)) or places.pieces(edit.span.start - 1, edit.span.start)
    elements = [placed.piece.element for placed in touched]
    return bool(elements) and all(each.tag in _WORDS and each.getparent().tag == RUN for each in elements)


def _least(span: Span) -> tuple[int, int]:
    """Return the offsets of a span, or of the character that it stands before."""
    return span.start, max(span.end, span.start + 1)


def _runs_at(places: Places, span: Span) -> list[Any]:
    """Return the runs of the body that hold a span, in order; where there are none, some that are near."""
    runs: list[Any] = []
    start, end = _least(span)
    for placed_line in places.lines_from(start):
        first, line = placed_line
        if first >= end and runs:
            break
        near = first >= end or first + len(line.text) <= start
        found = [placed.piece.run for placed in placed_line.pieces if near or placed.meets(start, end)]
        runs += [line.anchor] if line.anchor is not None else [run for run in found if run is not None]
    everywhere = (placed.piece.run for each in places.lines_from(0) for placed in each.pieces)
    return runs or [run for run in everywhere if run is not None][:1]


def _comment(path: str, document: Any, first: Any, last: Any, text: str) -> None:
    from docx.text.run import Run

    story = _Story(document.part)
    shown = "".join(char if char.isprintable() or char == "\n" else " " for char in text)
    try:
        document.add_comment([Run(first, story), Run(last, story)], text=shown, author=AUTHOR, initials=INITIALS)
    except (AttributeError, LookupError, TypeError, ValueError) as error:  # what stands there is no part for comments
        raise ReviewlintError("The comments of this document are damaged.", path=path, hint=HINT) from error
    _drop_unknown_styles(document, last)


def _behind(last: Any) -> tuple[Any, Any]:
    """Return what python-docx has put behind the last run of a comment: the end of its range, and its mark."""
    return last.getnext(), last.getnext().getnext()


def _drop_unknown_styles(document: Any, last: Any) -> None:
    """Take a style that the document does not have from the mark of a comment, which stands after a run."""
    _, mark = _behind(last)
    style = mark.find(f"{RUN_PROPERTIES}/{W}rStyle")
    known = {each.get(f"{W}styleId") for each in document.styles.element}
    if style is not None and style.get(VAL) not in known:
        mark.remove(mark.find(RUN_PROPERTIES))


def _stamps(document: Any, now: datetime) -> Iterator[dict[str, str]]:
    """Yield what tracked changes say of themselves: each a new number, who made it, and when."""
    used = [int(number) for each in document.element.iter(*_NUMBERED) if (number := each.get(ID, "")).isdecimal()]
    date = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    for number in count(1 + max(used, default=0)):
        yield {ID: str(number), f"{W}author": AUTHOR, f"{W}date": date}


def _change(places: Places, edit: Edit, stamps: Iterator[dict[str, str]]) -> None:
    """Track an edit: what goes, and after it what comes, which looks like what it stands beside."""
    gone = [placed.piece.run for placed in places.pieces(edit.span.start, edit.span.end)]
    if gone:
        beside, at = gone[0], _delete(gone, stamps)
    else:
        before = places.pieces(edit.span.start - 1, edit.span.start)
        beside = at = (before or places.pieces(*_least(edit.span)))[0].piece.run
        if not before:  # at the start of a paragraph
            empty = beside.makeelement(RUN, nsmap=beside.nsmap)
            beside.addprevious(empty)
            at = empty
    if edit.text:
        inserted = _insertion(edit.text, beside, stamps)
        at.addnext(inserted)
        _lift(inserted, stamps)
    if not gone and at is not beside:
        at.getparent().remove(at)


def _delete(runs: Sequence[Any], stamps: Iterator[dict[str, str]]) -> Any:
    """Put runs into deletions, neighbours into one, and return the last of these."""
    wrap: Any = None
    for run in runs:
        if wrap is None or wrap.getnext() is not run:
            wrap = run.makeelement(DELETION, next(stamps), run.nsmap)
            run.addprevious(wrap)
        wrap.append(run)
        for text in run.iterchildren(TEXT):
            text.tag = DELETED_TEXT
            text.set(SPACE, "preserve")
    return wrap


def _insertion(text: str, beside: Any, stamps: Iterator[dict[str, str]]) -> Any:
    inserted = beside.makeelement(INSERTION, next(stamps), beside.nsmap)
    run = beside.makeelement(RUN, nsmap=beside.nsmap)
    properties = beside.find(RUN_PROPERTIES)
    if properties is not None:
        run.append(deepcopy(properties))
    words = beside.makeelement(TEXT, {SPACE: "preserve"}, beside.nsmap)
    words.text = text
    run.append(words)
    inserted.append(run)
    return inserted


def _renumber(document: Any, stamps: Iterator[dict[str, str]]) -> None:
    """Give changes of looks numbers of their own: those of a run that was cut stand in each of its parts."""
    seen: set[str] = set()
    for each in document.element.iter(_LOOKS):
        if each.get(ID, "") in seen:
            each.set(ID, next(stamps)[ID])
        seen.add(each.get(ID, ""))


def _lift(element: Any, stamps: Iterator[dict[str, str]]) -> None:
    """Take an element out of somebody's insertion, which is cut in two where it stood.

    So what reviewlint inserts can be rejected by itself, and a comment stays when the insertion is rejected.
    """
    while (above := element.getparent()).tag in _INSERTED:
        after = list(above[above.index(element) + 1 :])
        above.addnext(element)
        if after:
            rest = above.makeelement(above.tag, dict(above.attrib) | {ID: next(stamps)[ID]}, above.nsmap)
            rest.extend(after)
            element.addnext(rest)
        if not len(above):
            above.getparent().remove(above)
