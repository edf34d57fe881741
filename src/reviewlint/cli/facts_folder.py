"""`reviewlint facts add FOLDER`: the facts of all drafts in a folder; a run that was ended goes on where it was."""

from __future__ import annotations

import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.cli.facts_add import FRESH, Asked, add_to, ask, of_draft, terms_of, told
from reviewlint.cli.facts_asking import CHOICE, FAILED, client, tell_troubles
from reviewlint.cli.progress import bar
from reviewlint.cli.terminal import put
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.facts.sources.web import Client


class _Came(StrEnum):
    """What came of a draft."""

    WRITTEN = "written"
    THERE = "had their facts"
    CHOICE = "need a choice"
    FAILED = "failed"


def add_to_folder(folder: Path, asked: Asked) -> int:
    """Add the facts of each draft in a folder that has none from here yet; return the exit status."""
    from reviewlint.drafts.find import find_drafts

    drafts, errors = find_drafts([folder])
    tell_troubles(errors)
    counts: Counter[_Came] = Counter()
    used: set[str] = set()
    with client(FRESH) as opened:
        for done, draft in enumerate(drafts):
            _show_bar(done, len(drafts), counts)
            try:
                counts[_one(draft, asked, opened, used)] += 1
            except ReviewlintError as error:
                counts[_Came.FAILED] += 1
                _line(f"{draft}: {error}")
    _clear_bar()
    put(f"{len(drafts):,} drafts: " + ", ".join(f"{counts[came]:,} {came}" for came in _Came) + ".")
    for line in terms_of(used):
        put(line, err=True)
    if counts[_Came.FAILED] or errors:
        return FAILED
    return CHOICE if counts[_Came.CHOICE] else 0


def _one(draft: Path, asked: Asked, opened: Client, used: set[str]) -> _Came:
    """Add the facts of one draft, with a line on what came of it."""
    from reviewlint.cli.facts_add import nothing_found, with_options
    from reviewlint.facts.sources.adding import read_written
    from reviewlint.reach import is_file

    wanted, path = of_draft(draft, need_title=True)
    if is_file(path) and read_written(path).is_ours:
        return _Came.THERE
    wanted = with_options(wanted, asked)
    gathered = ask(asked, wanted, opened)
    for trouble in gathered.troubles:
        _line(f"{draft}: {trouble}")
    if gathered.records:
        done = add_to(path, draft.parent, gathered, asked)
        used.update(value.provenance.source for value in gathered.values())
        _line(f"{path}: {told(done.added)}")
        return _Came.WRITTEN
    if gathered.choice is None or not gathered.choice.ranked:
        raise nothing_found(asked, wanted, gathered)
    first = gathered.choice.ranked[0].candidate
    _line(f"{draft}: “{wanted.title}” may be {len(gathered.choice.ranked)} works, such as {first.source}:{first.id}; "
          f"see them with `reviewlint facts add --draft {draft}`.")  # fmt: skip
    return _Came.CHOICE


def _line(words: str) -> None:
    _clear_bar()
    put(words)


def _show_bar(done: int, total: int, counts: Counter[_Came]) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{bar(done, total)} {done:,} of {total:,} drafts, {counts[_Came.WRITTEN]:,} written")
        sys.stderr.flush()


def _clear_bar() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
