"""All facts for one draft: its facts file, its front matter, and what goes before what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlint.errors import ReviewlintError
from reviewlint.facts.media import Medium
from reviewlint.facts.model import NO_FACTS, Facts, Work
from reviewlint.facts.relations import Relation
from reviewlint.facts.vocabulary import Vocabulary

if TYPE_CHECKING:
    from reviewlint.document import Document
    from reviewlint.facts.nodes import Node
    from reviewlint.facts.sheet import Sheet

SUFFIXES = (".facts.yaml", ".facts.yml", ".facts.json")
FOLDER = "facts"
_FOLDER_SUFFIXES = (".yaml", ".yml", ".json", *SUFFIXES)
_ROOT_MARKS = (".git", "reviewlint.toml", "pyproject.toml")
_MAX_PARENTS = 8
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[-_]")


class Located(NamedTuple):
    """The facts file of a draft, if there is one, and what is wrong with where it stands."""

    path: Path | None
    problems: tuple[ReviewlintError, ...] = ()


def facts_of(
    document: Document,
    draft: Path | None = None,
    *,
    given: Mapping[str, Any] | None = None,
    mapping: Mapping[str, Relation | None] | None = None,
    best_rating: float | None = None,
) -> Facts:
    """Return all that is known of the works a draft reviews.

    Reads the facts file that belongs to `draft` (None: no files are looked for). `given` stands for a facts file.
    `mapping` (from `front.check_mapping`) and `best_rating` say how this repository writes its front matter.
    Never raises for what is wrong with the facts: that is in `problems`, and the rest holds.
    """
    located = locate(document, draft) if draft is not None else Located(None)
    sheets: list[Sheet] = []
    if located.path is not None:
        sheets.append(read_file(located.path))
    if given is not None:
        sheets.append(_sheet(_plain(given), None))
    if any(value.key.startswith("facts.") for value in document.front):
        sheets.append(_sheet(_inline(document), document.source.path))
    works = _joined(sheets)
    if document.front:
        from reviewlint.facts.front import front_work

        known = works[0].medium if works else Medium.OTHER
        works = _with_front(works, front_work(document, mapping, best_rating, known))
    problems = (*located.problems, *(problem for sheet in sheets for problem in sheet.problems))
    if not works and not problems:
        return NO_FACTS
    return Facts(works, problems, (str(located.path),) if located.path else ())


def locate(document: Document, draft: Path) -> Located:
    """Return the facts file of a draft: what its front matter names, the file beside it, or one in `facts/`.

    A second one is a problem, and the first of this order is taken.
    """
    problems: list[ReviewlintError] = []
    found: list[Path] = []
    for value in document.front:
        if value.key == "facts" and value.value.strip():
            path = draft.parent / value.value.strip()
            if path.is_file():
                found.append(path)
            else:
                line = document.source.position(value.span.start).line
                message = f"There is no facts file “{value.value.strip()}”."
                hint = "The path counts from the draft's folder."
                problems.append(ReviewlintError(message, path=document.source.path, line=line, hint=hint))
    found += [path for suffix in SUFFIXES if (path := draft.with_suffix(suffix)).is_file()]
    found += _in_folders(document, draft)
    distinct = list({path.resolve(): path for path in reversed(found)}.values())[::-1]
    if len(distinct) > 1:
        message = f"This is a second facts file for {draft.name}; {distinct[0]} is taken."
        problems.append(ReviewlintError(message, path=distinct[1], hint="Keep one of them."))
    return Located(distinct[0] if distinct else None, tuple(problems))


def _in_folders(document: Document, draft: Path) -> Iterator[Path]:
    """Yield `facts/<slug>.yaml` from the draft's folder and those above it, up to the top of the project."""
    parents = [draft.parent]
    for parent in draft.absolute().parent.parents[:_MAX_PARENTS]:
        if any((parents[-1] / mark).exists() for mark in _ROOT_MARKS):
            break
        parents.append(parent)
    else:
        parents = parents[:1]  # no project: look no further than beside the draft
    folders = [folder for parent in parents if (folder := parent / FOLDER).is_dir()]
    if not folders:
        return
    stem = draft.parent.name if draft.stem in ("index", "_index") else draft.stem
    fronts = {value.key.casefold(): value.value for value in document.front}
    slugs = dict.fromkeys((fronts.get("slug", "").strip("/ "), stem, _DATED.sub("", stem)))
    for folder in folders:
        for slug in slugs:
            if slug and "/" not in slug and "\\" not in slug:
                yield from (path for end in _FOLDER_SUFFIXES if (path := folder / f"{slug}{end}").is_file())


def read_file(path: Path) -> Sheet:
    """Return what a facts file says; what is wrong with it is in the sheet's problems."""
    from reviewlint.document import Source
    from reviewlint.facts.nodes import MAX_BYTES, read_yaml
    from reviewlint.facts.sheet import Sheet, read_sheet

    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"This facts file holds {size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB is read."
            return Sheet((), (ReviewlintError(message, path=path, hint="Facts of one draft take a page."),))
        source = Source.from_bytes(str(path), path.read_bytes())
    except OSError as error:
        return Sheet((), (ReviewlintError(f"This facts file cannot be read: {error.strerror}.", path=path),))
    except ReviewlintError as error:
        return Sheet((), (error,))
    root, problem = read_yaml(source.text, str(path))
    sheet = read_sheet(root, str(path))
    return Sheet(sheet.works, ((problem,) if problem else ()) + sheet.problems)


def _sheet(root: Node, path: str | None) -> Sheet:
    from reviewlint.facts.sheet import read_sheet

    return read_sheet(root, path)


def _plain(given: Mapping[str, Any]) -> Node:
    from reviewlint.facts.nodes import plain_tree

    return plain_tree(given)


def _inline(document: Document) -> Node:
    """Return the mapping under `facts:` in the front matter."""
    from reviewlint.facts.nodes import Table, plain_tree, read_yaml

    first, _, rest = document.source.text[: document.body_start].partition("\n")
    head = rest.rpartition(first.strip())[0]
    if first.startswith("+"):
        import tomllib

        try:
            return plain_tree(tomllib.loads(head).get("facts"))
        except tomllib.TOMLDecodeError:
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
    )


def read_vocabulary(document: Document, facts: Facts) -> Vocabulary:
    """Return the words that the facts and the front matter establish."""
    return Vocabulary.of([*_strings(facts), *(value.value for value in document.front)])


def _strings(facts: Facts) -> Iterator[str]:
    for work in facts.works:
        yield from work.strings()
