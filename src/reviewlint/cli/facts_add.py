"""`reviewlint facts add`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from reviewlint.cli.facts_asking import CHOICE, client, kinds_option, settings, tell_choice, tell_troubles, web_of
from reviewlint.cli.terminal import put
from reviewlint.errors import ReviewlintError
from reviewlint.reach import is_file, is_folder, leads_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewlint.facts.sources.adding import Addition
    from reviewlint.facts.sources.base import Wanted
    from reviewlint.facts.sources.collect import Gathered
    from reviewlint.facts.sources.web import Client

FRESH = 7  # days that a kept answer will do


class Asked(NamedTuple):
    """What the command line asks for."""

    title: str | None
    year: int | None
    kind: str | None
    work_id: str | None
    sources: tuple[str, ...]
    pick: int | None
    dry_run: bool


@click.command()
@click.argument("title", required=False)
@click.option("--year", type=click.IntRange(1000, 2200), help="The year it came out.")
@kinds_option()
@click.option("--id", "work_id", metavar="ID", help="Q42, tt0111161, or the address of its page.")
@click.option("--source", "sources", multiple=True, metavar="NAME", help="Ask this source; may be repeated.")
@click.option("--draft", type=click.Path(path_type=Path), help="The draft that the facts are for.")
@click.option("--pick", type=click.IntRange(1), metavar="N", help="Take this one of the candidates.")
@click.option("--dry-run", is_flag=True, help="Print the facts file and write nothing.")
def add(
    title: str | None,
    year: int | None,
    kind: str | None,
    work_id: str | None,
    sources: tuple[str, ...],
    draft: Path | None,
    pick: int | None,
    dry_run: bool,
) -> int:
    """Write or complete the facts file of a draft.

    The facts come from open sources such as Wikidata.

    TITLE is the title of the work; by default the title of the draft. A folder means all drafts in it. Values that
    are already in a facts file are never changed. The exit status is 0 if the file is written, 1 if you have to choose
    between candidates, and 2 if it failed.
    """
    asked = Asked(title, year, kind, work_id, sources or tuple(settings().get("sources", ())), pick, dry_run)
    if (title is None or not title.strip()) and draft is None and work_id is None:
        raise click.UsageError("Name a title, a folder of drafts, or a --draft.")
    if title and draft is None and is_folder(Path(title)):
        from reviewlint.cli.facts_folder import add_to_folder

        _refuse_for_many(asked)
        return add_to_folder(Path(title), asked._replace(title=None))
    if title and draft is None and is_file(Path(title)):
        asked, draft = asked._replace(title=None), Path(title)
    with client(FRESH) as opened:
        return add_one(asked, draft, opened)


def _refuse_for_many(asked: Asked) -> None:
    given = {"--year": asked.year, "--id": asked.work_id, "--pick": asked.pick}
    for option, value in given.items():
        if value is not None:
            raise click.UsageError(f"{option} is for one work, not for a folder.")


def add_one(asked: Asked, draft: Path | None, opened: Client) -> int:
    """Write the facts of one work and tell of it; return the exit status."""
    wanted, path = wanted_and_place(asked, draft)
    gathered = ask(asked, wanted, opened)
    tell_troubles(gathered.troubles)
    if not gathered.records:
        return _not_taken(asked, wanted, gathered)
    path = path or _place(asked, gathered)
    done = add_to(path, draft.parent if draft is not None else Path(), gathered, asked)
    put(
        f"{gathered.records[0].values[0].provenance.source} {gathered.records[0].id}: {', '.join(gathered.reasons)}",
        err=True,
    )
    _tell(done, gathered, dry_run=asked.dry_run)
    return 0


def _not_taken(asked: Asked, wanted: Wanted, gathered: Gathered) -> int:
    """Ask for a choice, or raise ReviewlintError for what failed."""
    ranked = gathered.choice.ranked if gathered.choice is not None else ()
    if gathered.choice is not None and ranked and asked.pick is None:
        tell_choice(wanted.title, gathered.choice, "take one with --pick N, or name it with --id.")
        return CHOICE
    if asked.pick is not None and 0 < len(ranked) < asked.pick:
        raise ReviewlintError(f"There are only {len(ranked)} candidates.")
    raise nothing_found(asked, wanted, gathered)


def nothing_found(asked: Asked, wanted: Wanted, gathered: Gathered) -> ReviewlintError:
    """Return what to say where no source has a work, or none could answer."""
    from reviewlint.facts.media import Medium

    sought = f"the id {asked.work_id}" if asked.work_id else f"“{wanted.title}”"
    if gathered.answered:
        hint = None if asked.work_id else "Try another spelling, or --id."
        return ReviewlintError(f"No source has {sought}.", hint=hint)
    if gathered.troubles:
        return ReviewlintError(f"Nothing was found about {sought}: no source could answer.")
    what = f"{sought} (kind: {wanted.medium.value})" if wanted.medium is not Medium.OTHER else sought
    return ReviewlintError(f"None of these sources can look up {what}.", hint="`reviewlint facts sources` lists them.")


def wanted_and_place(asked: Asked, draft: Path | None) -> tuple[Wanted, Path | None]:
    """Return the work that is wanted, and the facts file to write; None where the work's title has to tell it.

    Raise ReviewlintError where it is not known what is wanted.
    """
    from reviewlint.drafts.find import find_drafts
    from reviewlint.facts.sources.adding import draft_called
    from reviewlint.facts.sources.base import Wanted
    from reviewlint.facts.sources.wanting import slug

    if draft is None and asked.title:
        draft = draft_called(slug(asked.title), find_drafts([Path()])[0])
    if draft is None:
        return with_options(Wanted(title=asked.title or ""), asked), None
    wanted, path = of_draft(draft, need_title=asked.title is None and asked.work_id is None)
    return with_options(wanted, asked), path


def _place(asked: Asked, gathered: Gathered) -> Path:
    """Return the facts file of a work without a draft: named as it was asked for, or else as the source calls it."""
    from reviewlint.facts.relations import Relation
    from reviewlint.facts.sources.adding import place_without_draft
    from reviewlint.facts.sources.wanting import slug

    named = (str(value.value) for value in gathered.values() if value.relation is Relation.NAME)
    return place_without_draft(slug(asked.title or next(named, "") or gathered.records[0].id), Path())


def of_draft(draft: Path, *, need_title: bool) -> tuple[Wanted, Path]:
    """Return the work that a draft is about, and its facts file, which need not be there."""
    from reviewlint.checking.facts import read_facts
    from reviewlint.config.files import is_trusted
    from reviewlint.facts.gather import leads_of, locate
    from reviewlint.facts.sources.base import Wanted
    from reviewlint.facts.sources.wanting import wanted_of

    document, facts = read_facts(draft)
    wanted = wanted_of(document, facts)
    if wanted is None and need_title:
        raise ReviewlintError("This draft has no title, neither in its front matter nor as a heading.", path=draft)
    located = locate(document, draft, anywhere=is_trusted(draft.parent)).path
    named = leads_of(document).named  # a file that is not there yet
    path = located or (draft.parent / named[0] if named else draft.with_suffix(".facts.yaml"))
    return wanted or Wanted(title="", text=document.source.text), path


def with_options(wanted: Wanted, asked: Asked) -> Wanted:
    """Return what is wanted with what the command line says of it, which goes before all else."""
    from reviewlint.facts.sources.ids import parse_id
    from reviewlint.facts.sources.wanting import kind_named

    if asked.title is not None and asked.title != wanted.title:
        wanted = replace(wanted, title=asked.title, ids={})
    if asked.year is not None:
        wanted = replace(wanted, year=asked.year)
    if asked.kind is not None:
        wanted = replace(wanted, medium=kind_named(asked.kind))
    if asked.work_id is not None:
        wanted = replace(wanted, ids=dict([parse_id(asked.work_id)]))
    return wanted


def ask(asked: Asked, wanted: Wanted, opened: Client) -> Gathered:
    """Return what the sources say of a work."""
    from reviewlint.facts.sources.collect import gather
    from reviewlint.facts.sources.registry import chosen_sources
    from reviewlint.facts.sources.titles import shorter

    sources, problems = chosen_sources(asked.sources, wanted.medium)
    tell_troubles(problems)
    found = gather(wanted, sources, web_of(opened), given=asked.work_id is not None, pick=asked.pick)
    short = shorter(wanted.title)
    if found.records or found.choice is not None or asked.title is not None or asked.work_id is not None or not short:
        return found
    wanted = replace(wanted, title=short)  # a heading such as "Look Back: two girls": perhaps, so it is never taken
    return gather(wanted, sources, web_of(opened), pick=asked.pick, only_ask=True)


def add_to(path: Path, home: Path, gathered: Gathered, asked: Asked) -> Addition:
    """Write what the facts file of a work lacks, unless nothing is to be written; `home` is the draft's folder.

    Raise ReviewlintError for a file outside of its repository, be it by a link that a stranger made.
    """
    from reviewlint.config.files import is_trusted
    from reviewlint.facts.sources.adding import addition
    from reviewlint.fix import write_atomically

    if leads_out(path, home) and not is_trusted(home):
        hint = "Your own configuration can trust this folder: docs/security.md says how."
        raise ReviewlintError("This facts file would lie outside of the repository.", path=path, hint=hint)
    done = addition(path, gathered, gathered.title or asked.title or "")
    if not done.is_nothing and not asked.dry_run:
        write_atomically(path, done.after.encode())
    return done


def _tell(done: Addition, gathered: Gathered, *, dry_run: bool) -> None:
    if dry_run:
        put(done.after, end=False)
        return
    put(f"{done.path}: {told(done.added)}")
    for line in terms_of({value.provenance.source for value in gathered.values()}):
        put(line, err=True)


def told(added: Sequence[str]) -> str:
    """Return what was added in words."""
    if not added:
        return "nothing to add; it has all that the sources give."
    return f"{len(added)} {'key' if len(added) == 1 else 'keys'} written: {', '.join(added)}."


def terms_of(titles: set[str]) -> list[str]:
    """Return a line on the terms of each source that is not open."""
    from reviewlint.facts.sources.registry import load_sources

    used = [source for source in load_sources().sources.values() if source.title in titles and not source.terms.open]
    return [f"{source.title}: {source.terms.note} {source.terms.page}" for source in used]
