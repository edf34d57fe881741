"""`reviewlint facts refresh`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewlint.cli.facts_asking import FAILED, client, tell_troubles, web_of
from reviewlint.cli.terminal import put
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.facts.sources.base import FactSource
    from reviewlint.facts.sources.web import Client


@click.command()
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@click.option("--dry-run", is_flag=True, help="Write nothing. By default facts files are updated.")
def refresh(path: Path, dry_run: bool) -> int:
    """Ask the sources of facts files again.

    The changes are shown as a diff.
    PATH is a facts file, a draft, or a folder. Without PATH, this folder. A value that you wrote or changed stays.
    The exit status is 2 if a source did not answer or a file could not be read.
    """
    from reviewlint.facts.sources.registry import load_sources

    loaded = load_sources()
    tell_troubles(loaded.problems)
    files = facts_files_at(path)
    seen = 0
    failed = False
    with client(fresh=0) as opened:
        for file in files:
            try:
                came = _one(file, list(loaded.sources.values()), opened, dry_run=dry_run)
            except ReviewlintError as error:
                tell_troubles([error])
                came = False
            seen += came is not None
            failed |= came is False
    put(f"{seen:,} of {len(files):,} facts {'file' if len(files) == 1 else 'files'} came from sources.")
    return FAILED if failed else 0


def facts_files_at(path: Path) -> list[Path]:
    """Return the facts files that a path names: itself, that of a draft, or those of all drafts in a folder."""
    from reviewlint.drafts.find import find_drafts
    from reviewlint.facts.gather import SUFFIXES

    if path.is_file() and (path.name.endswith(SUFFIXES) or path.suffix in (".yaml", ".yml")):
        return [path]
    drafts, errors = find_drafts([path])
    if errors:
        raise errors[0]
    found = [file for draft in drafts if (file := _file_of(draft)) is not None]
    found += _files_below(path) if path.is_dir() else []
    return list({file.resolve(): file for file in found}.values())


def _files_below(folder: Path) -> list[Path]:
    """Return the facts files in a folder, whether or not a draft is beside them; what is hidden is left out."""
    from reviewlint.facts.gather import FOLDER, SUFFIXES
    from reviewlint.reach import leads_out

    named = [file for suffix in SUFFIXES for file in folder.rglob(f"*{suffix}")]
    named += [file for suffix in ("yaml", "yml") for file in folder.rglob(f"{FOLDER}/*.{suffix}")]
    seen = [file for file in sorted(named) if not any(part.startswith(".") for part in file.relative_to(folder).parts)]
    return [file for file in seen if not leads_out(file, folder)]


def _file_of(draft: Path) -> Path | None:
    from reviewlint.checking.facts import read_facts
    from reviewlint.config.files import is_trusted
    from reviewlint.facts.gather import locate

    try:
        document, _ = read_facts(draft)
    except ReviewlintError as error:
        tell_troubles([error])
        return None
    return locate(document, draft, anywhere=is_trusted(draft.parent)).path


def _one(file: Path, sources: list[FactSource], opened: Client, *, dry_run: bool) -> bool | None:
    """Refresh one file; return whether all its sources answered, None if it is not from any."""
    from reviewlint.facts.sources.refreshing import refresh as renewed
    from reviewlint.fix import write_atomically

    done = renewed(file, sources, web_of(opened))
    if done is None:
        return None
    tell_troubles(done.troubles)
    diff = done.diff()
    put(diff or f"{file}: nothing changed.", end=not diff)
    if done.left:
        put(f"{file}: left as you have them: {', '.join(done.left)}.")
    if done.after != done.before and not dry_run:
        write_atomically(file, done.after.encode())
    return not done.troubles
