"""Puts the facts of a draft together: its facts file before its front matter, nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reviewlint.document import Document, Source
from reviewlint.errors import ReviewlintError
from reviewlint.facts.media import Medium
from reviewlint.facts.model import Work
from reviewlint.facts.nodes import MAX_BYTES, Node, Table, plain_tree, read_yaml
from reviewlint.facts.relations import Relation
from reviewlint.facts.sheet import Sheet, read_sheet
from reviewlint.reach import read_bytes


def assemble(
    document: Document,
    path: Path | None,
    given: Mapping[str, Any] | None,
    mapping: Mapping[str, Relation | None] | None,
    best_rating: float | None,
) -> tuple[tuple[Work, ...], tuple[ReviewlintError, ...]]:
    """Return the works that a facts file, given facts and front matter speak of, and what is wrong with these."""
    sheets: list[Sheet] = []
    if path is not None:
        sheets.append(read_file(path))
    if given is not None:
        sheets.append(read_sheet(plain_tree(given)))
    if any(value.key.startswith("facts.") for value in document.front):
        sheets.append(read_sheet(_inline(document), document.source.path))
    works = _joined(sheets)
    if document.front:
        from reviewlint.facts.front import front_work

        known = works[0].medium if works else Medium.OTHER
        works = _with_front(works, front_work(document, mapping, best_rating, known))
    return works, tuple(problem for sheet in sheets for problem in sheet.problems)


def read_file(path: Path) -> Sheet:
    """Return what a facts file says; what is wrong with it is in the sheet's problems."""
    try:
        source = Source.from_bytes(str(path), read_bytes(path, MAX_BYTES))
    except OSError as error:
        return Sheet((), (ReviewlintError(f"This facts file cannot be read: {error.strerror}.", path=path),))
    except ReviewlintError as error:  # not UTF-8
        message = error.message.replace("a draft", "a facts file")
        return Sheet((), (ReviewlintError(message, path=path, line=error.line, hint=error.hint),))
    root, problem = read_yaml(source.text, str(path))
    sheet = read_sheet(root, str(path))
    return Sheet(sheet.works, ((problem,) if problem else ()) + sheet.problems)


def _inline(document: Document) -> Node:
    """Return the mapping under `facts:` in the front matter."""
    first, _, rest = document.source.text[: document.body_start].partition("\n")
    head = rest.rpartition(first.strip())[0]
    if first.startswith("+"):
        from reviewlint.toml_places import read_toml

        lines = {value.key: document.source.position(value.span.start).line for value in document.front}
        try:
            return plain_tree(read_toml(head).get("facts"), lines, "facts")
        except ValueError:
            return None
    root, _ = read_yaml(head, document.source.path, first_line=2)
    return root.get("facts") if isinstance(root, Table) else None


def _joined(sheets: list[Sheet]) -> tuple[Work, ...]:
    """Return the works of all sheets; the first work of each is the one under review, so these become one."""
    mains = [sheet.works[0] for sheet in sheets if sheet.works]
    others = tuple(work for sheet in sheets for work in sheet.works[1:])
    if not mains:
        return others
    main = mains[0]
    for more in mains[1:]:
        main = _both(main, more)
    return (main, *others)


def _with_front(works: tuple[Work, ...], front: Work) -> tuple[Work, ...]:
    """Return the works with what the front matter says of the one it names, which comes first."""
    if not front.facts:
        return works
    titles = {title.casefold() for title in front.titles}
    main = next((work for work in works if titles & {t.casefold() for t in work.titles}), None)
    if main is None:
        main = works[0] if works else Work()
    return (_both(main, front), *(work for work in works if work is not main))


def _both(first: Work, second: Work) -> Work:
    """Return one work from two accounts of it; the first goes before, and nothing is lost."""
    return replace(
        first,
        medium=second.medium if first.medium is Medium.OTHER else first.medium,
        type=first.type or second.type,
        facts=(*first.facts, *second.facts),
        complete=first.complete | second.complete,
        open=first.open | second.open,
    )
