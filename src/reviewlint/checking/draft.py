"""Checks drafts: from a path or a source to its part of the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.baseline.fingerprint import fingerprints
from reviewlint.checking.guard import Guard
from reviewlint.checking.judge import Checked, check_document, crash
from reviewlint.config.files import Config, Layer, find_config, is_trusted
from reviewlint.config.setup import Setup, set_up
from reviewlint.document import Document, Source, parse
from reviewlint.document.formats import PACKED, most_bytes
from reviewlint.drafts.find import Text
from reviewlint.errors import OutOfTime, ReviewlintError, let_through
from reviewlint.facts.gather import Leads, facts_of, leads_of
from reviewlint.finding import Finding, Safety
from reviewlint.fix import Fixed, fix_until_stable, keep_copy, write_atomically
from reviewlint.reach import MOST_DRAFT, read_bytes
from reviewlint.report.applied import applied
from reviewlint.result import Applied, FileReport
from reviewlint.time_limit import time_limit

if TYPE_CHECKING:
    from reviewlint.engines.session import Session
    from reviewlint.second_opinion.ask import Adviser

_REPORT_IT = "Please report this with the draft."
MAX_BYTES = MOST_DRAFT


Choose = Callable[[FileReport], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command line asks for: settings that go over the configuration's, and fixes.

    `write` puts the fixes into the files, or with `copied` into copies that the caller writes; `backup` keeps the files
    as they were. `choose` picks, of the findings of a draft as it stands, those whose fixes are applied; it is asked
    anew once they are. The line on readability takes a moment: `measured` asks for it. `session` is how an engine is
    reached, if one is, `adviser` how a language model is; `early` is told what the other rules found, where it is
    waited for. `timeout` is the number of seconds after which a draft is given up; 0 for no limit. `facts` stand in
    place of a facts file, and `config` in place of the configuration files.
    """

    settings: Layer | None = None
    fixes: tuple[Safety, ...] = ()
    write: bool = False
    copied: bool = False
    backup: bool = False
    choose: Choose | None = None
    measured: bool = False
    session: Session | None = None
    adviser: Adviser | None = None
    early: Callable[[FileReport], None] | None = None
    timeout: float = 60
    facts: Mapping[str, object] | None = None
    config: Config | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one draft: its report, the source and its fixed text, and errors of the tool.

    Without a report, the draft could not be checked. `fixed` is the whole file with all fixes in it, if any were asked
    for, `fixed_text` its text, and `mended` how many there were. `tracked` are the findings whose fixes stand in a Word
    document as tracked changes. `leads` says where its facts are looked for. `notices` are what kept
    an engine from being asked, where that is no error, and what is odd about the file.
    """

    report: FileReport | None = None
    before: Source | None = None
    fixed: bytes | None = None
    fixed_text: str | None = None
    mended: int = 0
    tracked: tuple[Finding, ...] = ()
    leads: Leads = Leads()
    errors: tuple[ReviewlintError, ...] = ()
    notices: tuple[str, ...] = ()


def check_draft(draft: Path | Text, choice: Choice) -> Outcome:
    """Check a file, or a text that stands elsewhere, as if it stood at its path."""
    return check_path(draft, choice) if isinstance(draft, Path) else check_bytes(str(draft.path), draft.data, choice)


def check_path(path: Path, choice: Choice) -> Outcome:
    """Check a file; with `choice.write`, put the fixes into it. What goes wrong is in the outcome."""
    try:
        size, most = path.stat().st_size, most_bytes(path)
        data = read_bytes(path, most, ordinary=False) if size <= most else b""
    except (OSError, ValueError) as error:
        message = f"This file cannot be read: {getattr(error, 'strerror', None) or error}."
        return Outcome(errors=(ReviewlintError(message, path=path),))
    if size > most:
        return Outcome(errors=(_too_long(str(path), size),))
    outcome = check_bytes(str(path), data, choice)
    if choice.write and not choice.copied and outcome.fixed not in (None, data):
        try:
            _write_back(path, data, outcome.fixed or b"", backup=choice.backup)
        except (ReviewlintError, OSError) as error:
            problem = error if isinstance(error, ReviewlintError) else ReviewlintError(str(error), path=path)
            as_it_is = check_bytes(str(path), data, replace(choice, fixes=(), write=False))  # nothing was mended
            return replace(as_it_is, errors=(*as_it_is.errors, problem))
    return outcome


def check_bytes(path: str, data: bytes, choice: Choice) -> Outcome:
    """Check what stands, or might stand, at a path. What goes wrong is in the outcome; nothing is written."""
    if len(data) > most_bytes(path):
        return Outcome(errors=(_too_long(path, len(data)),))
    try:
        with time_limit(choice.timeout):
            return check_source(Source.from_bytes(path, data), choice)
    except ReviewlintError as error:
        return Outcome(errors=(error,))
    except OutOfTime:
        message = f"This draft was given up after {choice.timeout:g} seconds."
        hint = "Cut it in two, or give it more time with --timeout. If it is a usual draft, please report this with it."
        return Outcome(errors=(ReviewlintError(message, path=path, hint=hint),))
    except BaseException as error:  # ours, or a library's: the other drafts are checked all the same
        let_through(error)
        return Outcome(errors=(crash(error, path, "reviewlint", _REPORT_IT),))


def _too_long(path: str, size: int) -> ReviewlintError:
    message = f"This file has {size / 1e6:.1f} MB; drafts of at most {most_bytes(path) / 1e6:.0f} MB are checked."
    return ReviewlintError(message, path=path, hint="Is it a draft?")


def _write_back(path: Path, old: bytes, new: bytes, *, backup: bool) -> None:
    """Put the fixed text into a file, unless somebody has changed it meanwhile."""
    if read_bytes(path, most_bytes(path)) != old:
        raise ReviewlintError(
            "This file changed while it was checked, so it was not written.", path=path, hint="Try again."
        )
    if backup:
        keep_copy(path, old)
    write_atomically(path, new)


def check_source(source: Source, choice: Choice) -> Outcome:
    """Check a text as if it stood at its path: configuration and facts beside that path hold.

    With `choice.write` the findings are those that are left once all fixes are applied, else those of the text as it
    is. Raise ReviewlintError on a configuration that is wrong.
    """
    path = Path(source.path)
    setup = setup_of(path, choice)
    seen: dict[str, tuple[Document, Checked]] = {}

    def examine(text: str) -> tuple[Document, Checked]:
        if text not in seen:
            seen[text] = _examine(_with_text(source, text), path, setup, choice)
        return seen[text]

    guard = Guard(setup, choice.fixes, lambda text: examine(text)[1].findings)

    def findings_in(text: str) -> Sequence[Finding]:
        document, checked = examine(text)
        offered = tuple(guard.harmless(text, _fixable(source, checked.findings, choice.fixes)))
        return offered if choice.choose is None else choice.choose(_report(document, offered, setup))

    fixed = _fixed(source, findings_in, choice.fixes)
    document, checked = examine(fixed.text if choice.write and source.packed is None else source.text)
    tracked = fixed.mended if source.packed is not None else ()
    done = tracked if choice.write else ()
    report = replace(
        _report(document, tuple(finding for finding in checked.findings if finding not in done), setup),
        measures=_measures(document) if choice.measured else None,
        applied=_applied(source, fixed) if choice.write else (),
    )
    errors = (*setup.problems, *checked.errors, *_unsettled(source, fixed))
    after = _with_fixes(source, fixed) if choice.fixes else None
    text = fixed.text if choice.fixes else None
    notices = (*checked.notices, *_odd_file(source, choice))
    return Outcome(report, source, after, text, len(fixed.mended), tracked, leads_of(document), errors, notices)


def _with_text(source: Source, text: str) -> Source:
    if source.packed is None:
        return replace(source, text=text)
    from reviewlint.checking.word import with_text  # most drafts are text

    return with_text(source, text)


def _fixable(source: Source, findings: Sequence[Finding], safeties: Sequence[Safety]) -> Sequence[Finding]:
    """Return the findings whose fixes can be put into the file."""
    if source.packed is None:
        return findings
    from reviewlint.checking.word import trackable

    return trackable(source, findings, safeties)


def _fixed(source: Source, findings_in: Callable[[str], Sequence[Finding]], safeties: Sequence[Safety]) -> Fixed:
    """Return the text with fixes: round by round, or once in a document that tracks its changes."""
    if not safeties:
        return Fixed(source.text, ())
    if source.packed is None:
        return fix_until_stable(source.text, findings_in, safeties)
    from reviewlint.checking.word import fix_document  # most drafts are text

    return fix_document(source, findings_in(source.text), safeties)


def _with_fixes(source: Source, fixed: Fixed) -> bytes:
    if source.packed is None or not fixed.mended:
        return source.to_bytes(fixed.text)
    from reviewlint.checking.word import tracked

    return tracked(source, fixed.mended)


def _applied(source: Source, fixed: Fixed) -> tuple[Applied, ...]:
    """Return what the fixes changed, in the order in which they were applied."""
    texts = {text: replace(source, text=text) for text in fixed.texts}
    pairs = zip(fixed.mended, fixed.texts, strict=True)
    return tuple(one for finding, text in pairs if (one := applied(texts[text], finding)) is not None)


def _odd_file(source: Source, choice: Choice) -> tuple[str, ...]:
    if choice.fixes and source.suffix in PACKED - {".docx"}:
        return (f"{source.path}: Fixes are written into .docx, not into {source.suffix}.",)
    if source.encoding == "utf-8":
        return ()
    return (f"{source.path}: This file is UTF-16. Save it as UTF-8: few site generators read anything else.",)


def _report(document: Document, findings: tuple[Finding, ...], setup: Setup) -> FileReport:
    return FileReport(document.source, findings, fingerprints(document, findings), fail_on=setup.fail_on)


def rules_for(path: Path, choice: Choice) -> frozenset[str]:
    """Return the names of the rules that run on a draft; raise ReviewlintError on a configuration that is wrong."""
    return frozenset(rule.info.name for rule in setup_of(path, choice).rules)


def layers_of(path: Path, choice: Choice) -> tuple[Layer, ...]:
    """Return what holds for a draft, weakest first; raise ReviewlintError on a configuration that is wrong."""
    layers = (choice.config or find_config(path.parent)).for_draft(path)
    return (*layers, choice.settings) if choice.settings else layers


def measures_of(source: Source) -> str:
    """Return the line on the readability of a text."""
    return _measures(parse(source))


def setup_of(path: Path, choice: Choice) -> Setup:
    """Return what decides about a draft; raise ReviewlintError on a configuration that is wrong."""
    return set_up(layers_of(path, choice))


def _examine(source: Source, path: Path, setup: Setup, choice: Choice) -> tuple[Document, Checked]:
    """Return a text as a document, and all that is to be said of it."""
    document = parse(source)
    facts = facts_of(
        document,
        path if choice.facts is None else None,
        given=choice.facts,
        mapping=setup.front_keys,
        best_rating=setup.rating_scale,
        anywhere=is_trusted(path.parent),
    )
    told = choice.early
    early = None if told is None else lambda findings: told(_report(document, findings, setup))
    checked = check_document(document, facts, setup, choice.session, early, choice.adviser)
    front = [ReviewlintError(message, path=source.path, line=line) for message, line in document.problems]
    return document, checked._replace(errors=(*front, *facts.problems, *checked.errors))


def _unsettled(source: Source, fixed: Fixed) -> tuple[ReviewlintError, ...]:
    if not fixed.unsettled:
        return ()
    rules = " and ".join(sorted({finding.rule for finding in fixed.unsettled}))
    message = f"The fixes of {rules} do not come to an end on this draft."
    return (ReviewlintError(message, path=source.path, hint=_REPORT_IT),)


def _measures(document: Document) -> str:
    from reviewlint.rules.readability.measures import measure  # textstat is imported only where it is shown

    return str(measure(document))
