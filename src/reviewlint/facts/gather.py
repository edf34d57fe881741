"""Finds the facts of a draft: its facts file and its front matter. A draft that has neither costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlint.errors import ReviewlintError
from reviewlint.facts.known import NO_FACTS, Facts
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.reach import exists, is_file, is_folder, leads_out

if TYPE_CHECKING:
    from reviewlint.document import Document
    from reviewlint.facts.relations import Relation

SUFFIXES = (".facts.yaml", ".facts.yml", ".facts.json")
FOLDER = "facts"
_FOLDER_SUFFIXES = (".yaml", ".yml", ".json", *SUFFIXES)
_ROOT_MARKS = (".git", "reviewlint.toml", "pyproject.toml")
_MAX_PARENTS = 8
_LONGEST_SHOWN = 80
_TRUST = "Your own configuration can trust this folder: docs/security.md says how."
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
    anywhere: bool = False,
) -> Facts:
    """Return all that is known of the works a draft reviews.

    Reads the facts file that belongs to `draft` (None: no files are looked for), `anywhere` even outside of the
    draft's repository. `given` stands for a facts file.
    `mapping` (from `front.check_mapping`) and `best_rating` say how this repository writes its front matter.
    Never raises for what is wrong with the facts: that is in `problems`, and the rest holds.
    """
    located = locate(document, draft, anywhere=anywhere) if draft is not None else Located(None)
    if located.path is None and given is None and not document.front:
        return Facts(problems=located.problems) if located.problems else NO_FACTS
    from reviewlint.facts.assemble import assemble

    works, problems = assemble(document, located.path, given, mapping, best_rating)
    return Facts(works, located.problems + problems, (str(located.path),) if located.path else ())


class Leads(NamedTuple):
    """What of a draft's front matter leads to its facts: the files that it names, and its slug."""

    named: tuple[str, ...] = ()
    slug: str = ""


def leads_of(document: Document) -> Leads:
    """Return what of a document's front matter leads to its facts."""
    named = tuple(value.value.strip() for value in document.front if value.key == "facts" and value.value.strip())
    slugs = [value.value.strip("/ ") for value in document.front if value.key.casefold() == "slug"]
    return Leads(named, slugs[-1] if slugs else "")


def locate(document: Document, draft: Path, *, anywhere: bool = False) -> Located:
    """Return the facts file of a draft: what its front matter names, the file beside it, or one in `facts/`.

    A second one is a problem, and the first of this order is taken. So is one outside of the draft's repository, which
    is left alone unless it may lie `anywhere`: what stands in it would be told to whoever reads the report.
    """
    problems: list[ReviewlintError] = []
    for value in document.front:
        name = value.value.strip()
        if value.key != "facts" or not name:
            continue
        line = document.source.position(value.span.start).line
        if not anywhere and leads_out(draft.parent / name, draft.parent):
            message, hint = f"The facts file “{_short(name)}” is outside this repository.", _TRUST
        elif not is_file(draft.parent / name):
            message, hint = f"There is no facts file “{_short(name)}”.", "The path counts from the draft's folder."
        else:
            continue
        problems.append(ReviewlintError(message, path=document.source.path, line=line, hint=hint))
    leads = leads_of(document)
    found = facts_files(draft, leads, anywhere=anywhere)
    outside = [path for path in facts_files(draft, Leads(slug=leads.slug), anywhere=True) if path not in found]
    for path in outside if not anywhere else ():
        message = "This facts file is a link to one outside of the repository."
        problems.append(ReviewlintError(message, path=path, hint=_TRUST))
    if len(found) > 1:
        message = f"This is a second facts file for {draft.name}; {found[0]} is taken."
        problems.append(ReviewlintError(message, path=found[1], hint="Keep one of them."))
    return Located(found[0] if found else None, tuple(problems))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else f"{name[: _LONGEST_SHOWN - 1]}…"


def facts_files(draft: Path, leads: Leads, *, anywhere: bool = False) -> list[Path]:
    """Return the facts files there are for a draft, each once: the first holds.

    Those that lie outside of the draft's repository, be it by a link, are left out unless `anywhere` will do.
    """
    found = [path for name in leads.named if is_file(path := draft.parent / name)]
    found += [path for suffix in SUFFIXES if is_file(path := draft.with_suffix(suffix))]
    found += _in_folders(draft, leads.slug)
    found = found if anywhere else [path for path in found if not leads_out(path, draft.parent)]
    if len(found) < 2:
        return found
    return list({path.resolve(): path for path in reversed(found)}.values())[::-1]


def _in_folders(draft: Path, slug: str) -> Iterator[Path]:
    """Yield `facts/<slug>.yaml` from the draft's folder and those above it, up to the top of the project."""
    folders = _facts_folders(draft.parent, draft.absolute().parent)
    for folder in folders:
        for name in dict.fromkeys((slug, *slugs_of(draft))):
            if name and "/" not in name and "\\" not in name:
                yield from (path for end in _FOLDER_SUFFIXES if is_file(path := folder / f"{name}{end}"))


def _facts_folders(shown: Path, folder: Path) -> list[Path]:
    parents = [shown]
    for parent in folder.parents[:_MAX_PARENTS]:
        if any(exists(parents[-1] / mark) for mark in _ROOT_MARKS):
            break
        parents.append(parent)
    else:
        parents = parents[:1]  # no project: look no further than beside the draft
    return [folder for parent in parents if is_folder(folder := parent / FOLDER)]


def slugs_of(draft: Path) -> tuple[str, ...]:
    """Return what a draft's path says its facts file may be called, without an ending."""
    stem = draft.parent.name if draft.stem in ("index", "_index") else draft.stem
    return stem, _DATED.sub("", stem)


def read_vocabulary(document: Document, facts: Facts) -> Vocabulary:
    """Return the words that the facts and the front matter establish: names, titles, tags, not its prose."""
    if not facts and not document.front:
        return Vocabulary()
    words = [value for work in facts.works for value in work.strings()]
    words += [front.value for front in document.front if _is_name_like(front.value)]
    return Vocabulary.of(words)


_MAX_WORDS = 12  # longer values of front matter are sentences, which may hold slips of their own


def _is_name_like(value: str) -> bool:
    """Tell whether a value may be a name, a title or a tag, and not a sentence or an address."""
    return "://" not in value and value.count(" ") < _MAX_WORDS and not value.rstrip().endswith((".", ".jpg", ".png"))
