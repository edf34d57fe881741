"""The facts file of a draft, written or completed from what sources say. What a person wrote in it stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewlint.errors import ReviewlintError
from reviewlint.facts.assemble import read_file
from reviewlint.facts.media import Medium, fold_key, work_types
from reviewlint.facts.model import Work
from reviewlint.facts.nodes import MAX_BYTES, Node, Table, read_yaml
from reviewlint.facts.provenance import KEY, Provenance, read_provenance, written_sum
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.base import Sourced
from reviewlint.facts.sources.collect import Gathered
from reviewlint.facts.sources.edit import apply
from reviewlint.facts.sources.layout import Entry, entries_of, new_file
from reviewlint.facts.sources.titles import Likeness, likeness
from reviewlint.reach import is_file, read_text


@dataclass(frozen=True, slots=True)
class Addition:
    """A facts file with what is added to it: its text before (None: there was none) and after, and the new keys."""

    path: Path
    before: str | None
    after: str
    added: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Tell whether there was nothing to add."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Written:
    """A facts file as it stands: its text, its tree, and the work in it."""

    text: str
    root: Node
    work: Work

    @property
    def sources(self) -> dict[str, Node]:
        """Return what stands under `provenance`, by key."""
        held = self.root.get(KEY) if isinstance(self.root, Table) else None
        return {entry.key: entry.value for entry in held.entries} if isinstance(held, Table) else {}

    @property
    def is_ours(self) -> bool:
        """Tell whether a value in it was written here."""
        return any(written_sum(node) is not None for node in self.sources.values())

    def value(self, key: str) -> Node:
        """Return the value under a key as it is spelt."""
        return self.root.get(key) if isinstance(self.root, Table) else None

    def works_at(self) -> tuple[tuple[str, str], ...]:
        """Return the sources and ids that its values are from, in order."""
        known = (source for node in self.sources.values() for source in read_provenance(node))
        return tuple(dict.fromkeys((source.source, source.id) for source in known))


def read_written(path: Path) -> Written:
    """Return a facts file; raise ReviewlintError where it cannot be read, is wrong, or is not YAML."""
    if path.suffix == ".json":
        raise ReviewlintError("Only facts files in YAML are written to.", path=path)
    sheet = read_file(path)
    if sheet.problems:
        raise sheet.problems[0]
    text = read_text(path, MAX_BYTES)
    root, problem = read_yaml(text, str(path))
    if problem is not None:
        raise problem
    return Written(text, root, sheet.works[0] if sheet.works else Work())


def addition(path: Path, gathered: Gathered, title: str) -> Addition:
    """Return the facts file with the values that it lacks; `title` is how the draft calls the work.

    Raise ReviewlintError for a file that cannot be added to.
    """
    values = with_title(gathered.values(), title)
    if not is_file(path):
        entries = entries_of(values, _medium(gathered.type))
        return Addition(path, None, new_file(gathered.type, entries), tuple(entry.key for entry in entries))
    held = read_written(path)
    medium = held.work.medium if held.work.type else _medium(gathered.type)
    there = {fact.relation for fact in held.work.facts}
    new = [e for e in entries_of(values, medium) if Relation(e.key) not in there and e.key not in held.sources]
    if held.work.type is None and new:
        new.insert(0, Entry("type", gathered.type, ()))
    try:
        after = apply(held.text, new) if new else held.text
    except ReviewlintError as error:
        raise ReviewlintError(error.message, path=path, line=error.line, hint=error.hint) from None
    return Addition(path, held.text, after, tuple(entry.key for entry in new))


def with_title(values: Sequence[Sourced], title: str) -> tuple[Sourced, ...]:
    """Return the values with the draft's own title, if it is none of those that the sources give first."""
    titled = (Relation.NAME, Relation.ALTERNATE_NAME)
    own = [value for value in values if value.relation in titled]
    if not title or not own or any(likeness(title, str(value.value)) is Likeness.SAME for value in own):
        return tuple(values)
    first = own[0].provenance
    found = Provenance(first.source, first.id, "title", first.day, first.licence)
    return (*values, Sourced(Relation.ALTERNATE_NAME, title, found))


def _medium(type_name: str) -> Medium:
    found = work_types().get(fold_key(type_name))
    return found.medium if found is not None else Medium.OTHER


def draft_called(title_slug: str, drafts: Iterable[Path]) -> Path | None:
    """Return the one draft whose file is called as a work; None for none or several."""
    from reviewlint.facts.gather import slugs_of

    named = [draft for draft in drafts if title_slug in slugs_of(draft)]
    return named[0] if len(named) == 1 else None


def place_without_draft(title_slug: str, folder: Path) -> Path:
    """Return where the facts of a work without a draft go: into the folder `facts`, if there is one, or here."""
    from reviewlint.facts.gather import FOLDER

    return folder / FOLDER / f"{title_slug}.yaml" if (folder / FOLDER).is_dir() else folder / f"{title_slug}.facts.yaml"
