"""Says all there is to say of one draft: runs the rules, heeds the remarks, keeps one finding a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reviewlint.document import Document
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import read_vocabulary
from reviewlint.facts.known import Facts
from reviewlint.finding import Finding, Severity
from reviewlint.reader import Reading, read
from reviewlint.rules.context import Context
from reviewlint.setup import Setup

_REPORT_RULE = "The other rules were run. Please report this with the draft, or leave the rule out with --ignore."


class Checked(NamedTuple):
    """The findings on a draft, by place, and the rules that failed on it."""

    findings: tuple[Finding, ...]
    errors: tuple[ReviewlintError, ...] = ()


def check_document(document: Document, facts: Facts, setup: Setup) -> Checked:
    """Return what the rules of a setup say of a document, less what its remarks silence."""
    vocabulary = read_vocabulary(document, facts).joined(setup.accepted)
    found: list[Finding] = []
    errors: list[ReviewlintError] = []
    ran: set[str] = set()
    reading = _reading(document, setup, errors)
    for rule in setup.rules:
        info = rule.info
        if info.kind == "suppression" or (info.kind == "reader" and reading is None):
            continue
        try:
            found += list(rule.check(Context(info, document, vocabulary, setup.options[info.name], facts, reading)))
            ran.add(info.name)
        except ReviewlintError as error:  # a pattern that cannot be used
            errors.append(error)
        except Exception as error:
            errors.append(crash(error, document.source.path, f"The rule {info.name}", _REPORT_RULE))
    found = _less_silenced(document, found, setup, ran)
    return Checked(tuple(one_a_place(_weighed(found, setup))), tuple(errors))


def _reading(document: Document, setup: Setup, errors: list[ReviewlintError]) -> Reading | None:
    """Return what the reader says of a document, or None where no rule asks; a model that is damaged is an error."""
    if not any(rule.info.kind == "reader" for rule in setup.rules):
        return None
    try:
        return read(document)
    except ReviewlintError as error:
        errors.append(error)
        return None


def _less_silenced(document: Document, findings: list[Finding], setup: Setup, ran: set[str]) -> list[Finding]:
    """Return the findings that no remark silences, and what is wrong with the remarks."""
    if not document.comments and "[sic]" not in document.source.text.casefold():
        return findings
    from reviewlint.rules.remarks import judge_remarks  # few drafts have any
    from reviewlint.rules.suppress import apply_silences, read_silences

    silences = read_silences(document)
    judges = {rule.info.name: rule.info for rule in setup.rules if rule.info.kind == "suppression"}
    kept = apply_silences(document, findings, silences)
    return [*kept, *judge_remarks(document, silences, judges, setup.known, ran)]


def _weighed(findings: Iterable[Finding], setup: Setup) -> Iterator[Finding]:
    """Yield the findings with the severities of the configuration."""
    for finding in findings:
        severity = setup.severities.get(finding.rule, finding.severity)
        yield finding if severity == finding.severity else replace(finding, severity=severity)


def one_a_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by place, each place once.

    Where two rules of one group mark the same span, or two rules of any group offer the same fix, they mean the same:
    the graver finding stays, of equals the one with a fix, of these the first by name. Findings for information
    stand beside others, for they speak of more than their place.
    """
    best: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(findings, key=_weight):
        group = finding.rule.partition("/")[0]
        own = (finding.rule,) if finding.severity is Severity.INFO else ()
        keys: list[tuple[object, ...]] = [(finding.span, group, *own)]
        if finding.fix is not None:
            keys.append((*finding.fix.edits, *own))
        if not any(key in best for key in keys):
            best |= dict.fromkeys(keys, finding)
    kept = {id(finding): finding for finding in best.values()}
    return sorted(kept.values(), key=lambda f: (f.span, f.rule, f.message))


def _weight(finding: Finding) -> tuple[object, ...]:
    return (
        -finding.severity.rank,
        finding.fix is None,
        finding.span,
        finding.rule,
        finding.code or "",
        finding.message,
    )


def crash(error: Exception, path: str, what: str, hint: str) -> ReviewlintError:
    """Return an error that says where the tool itself failed on a draft."""
    import traceback  # costs start-up

    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return ReviewlintError(
        f"{what} failed on this draft: {type(error).__name__}: {error} ({place}).", path=path, hint=hint
    )
