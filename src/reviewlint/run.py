"""Checks drafts: from paths and sources to what a report shows."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from reviewlint.config import Config, find_config, where
from reviewlint.document import Document, Source, parse
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.gather import read_vocabulary
from reviewlint.facts.known import Facts
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Finding, Safety, Severity
from reviewlint.fingerprint import fingerprints
from reviewlint.fix import fix_until_stable, write_atomically
from reviewlint.known_facts import known_facts
from reviewlint.report import FileReport
from reviewlint.rules import suppress
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule, check_selectors, load_rules, matches, select


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command line asks for: selectors that go over the configuration's (None: none given), and fixes.

    `measured` tells whether the line on readability is wanted; it takes a moment.
    """

    selected: tuple[str, ...] | None = None
    ignored: tuple[str, ...] = ()
    fixes: tuple[Safety, ...] = ()
    write: bool = False
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one draft: its report, if it could be read, its text once fixed, and errors of the tool."""

    report: FileReport | None
    fixed: str | None = None
    errors: tuple[ReviewlintError, ...] = ()
    infos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setup:
    """The rules that hold for a draft, with their options, and the words that are never wrong."""

    rules: tuple[Rule, ...]
    all_names: tuple[str, ...]
    options: Mapping[str, Mapping[str, Any]]
    severities: Mapping[str, Severity]
    accepted: Vocabulary


def check_path(path: Path, choice: Choice) -> Outcome:
    """Check a file; with `choice.write`, put the fixes into it. Problems of the file become errors of the outcome."""
    try:
        source = Source.from_bytes(str(path), path.read_bytes())
    except OSError as error:
        return Outcome(None, errors=(ReviewlintError(f"This file cannot be read: {error.strerror}.", path=path),))
    except ReviewlintError as error:
        return Outcome(None, errors=(error,))
    outcome = check_source(source, choice)
    if choice.write and outcome.fixed is not None and outcome.fixed != source.text:
        try:
            write_atomically(path, source.to_bytes(outcome.fixed))
        except ReviewlintError as error:
            return replace(outcome, errors=(*outcome.errors, error))
    return outcome


def check_source(source: Source, choice: Choice) -> Outcome:
    """Check a text as if it stood at its path: configuration and facts beside that path hold.

    With fixes chosen, the findings are those that are left once all of them are applied. Raise ReviewlintError on
    a configuration or rule that is wrong.
    """
    path = Path(source.path)
    config = find_config(path.parent).for_file(path)
    setup = set_up(config, choice)

    def findings_in(text: str) -> list[Finding]:
        document = parse(replace(source, text=text))
        return check_document(document, known_facts(document, config), setup)[0]

    fixed, count = source.text, 0
    if choice.fixes:
        settled = fix_until_stable(source.text, findings_in, choice.fixes)
        fixed, count = settled.text, len(settled.mended)
    shown = replace(source, text=fixed) if choice.write else source
    document = parse(shown)
    facts = known_facts(document, config)
    findings, errors = check_document(document, facts, setup)
    names = fingerprints(document, findings)
    measures = _measures(document) if choice.measured else None
    report = FileReport(shown, tuple(findings), names, measures, count if choice.write else 0)
    return Outcome(report, fixed if choice.fixes else None, (*facts.problems, *errors))


def check_document(document: Document, facts: Facts, setup: Setup) -> tuple[list[Finding], list[ReviewlintError]]:
    """Return the findings on a document, in order, less those that remarks silence; and the rules that failed."""
    vocabulary = read_vocabulary(document, facts).joined(setup.accepted)
    found: list[Finding] = []
    errors: list[ReviewlintError] = []
    for rule in setup.rules:
        info = rule.info
        if info.name == suppress.RULE:
            continue
        severity = setup.severities.get(info.name, info.severity)
        try:
            for finding in rule.check(Context(info, document, vocabulary, setup.options[info.name], facts)):
                found.append(finding if finding.severity == severity else replace(finding, severity=severity))
        except ReviewlintError:
            raise
        except Exception as error:
            errors.append(_crash(document, rule, error))
    return one_a_place(_less_silenced(document, found, setup)), errors


def _less_silenced(document: Document, findings: list[Finding], setup: Setup) -> list[Finding]:
    """Return the findings that no remark silences, and with them what is wrong with the remarks."""
    suppressions, problems = suppress.read_suppressions(document, setup.all_names)
    kept = suppress.apply_suppressions(document, findings, suppressions)
    remarks = next((rule.info for rule in setup.rules if rule.info.name == suppress.RULE), None)
    if remarks is None:
        return kept

    def was_checked(selector: str) -> bool:
        return any(matches(rule.info.name, selector) for rule in setup.rules)

    return kept + suppress.findings_on_remarks(document, suppressions, problems, remarks, was_checked)


def one_a_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by place; where two of one group mark the same span, the weightier, or else the first."""
    best: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(findings, key=lambda f: (f.span, f.rule, f.message)):
        key = (finding.span, finding.rule.partition("/")[0])
        if key not in best or finding.severity.rank > best[key].severity.rank:
            best[key] = finding
    return sorted(best.values(), key=lambda f: (f.span, f.rule))


def set_up(config: Config, choice: Choice) -> Setup:
    """Return what a configuration and a choice come to; raise ReviewlintError on a rule or option there is not."""
    rules = all_rules(tuple(config.root / folder for folder in config["rule-folders"]))
    names = tuple(rule.info.name for rule in rules)
    for key in ("select", "ignore"):
        file, line = where(config, key)
        check_selectors(config[key], rules, path=file, line=line)
    chosen = choice.selected if choice.selected is not None else tuple(config["select"])
    ignored = (*choice.ignored, *(config["ignore"] if choice.selected is None else ()))
    check_selectors((*(choice.selected or ()), *choice.ignored), rules)
    tables = config["rules"]
    for name in tables:
        if name not in names:
            file, line = where(config, "rules")
            raise ReviewlintError(f"There is no rule “{name}”.", path=file, line=line, hint=nearest(name, names))
    running = tuple(select(rules, chosen, ignored))
    options = {rule.info.name: _options(rule, tables.get(rule.info.name, {}), config) for rule in running}
    severities = {name: Severity(table["severity"]) for name, table in tables.items() if "severity" in table}
    return Setup(running, names, options, severities, Vocabulary.of(config.accepted()))


@cache
def all_rules(folders: tuple[Path, ...] = ()) -> tuple[Rule, ...]:
    """Return the built-in rules and those of the folders; read once."""
    return load_rules(folders)


def _options(rule: Rule, table: Mapping[str, Any], config: Config) -> dict[str, Any]:
    known = rule.info.options
    values = {name: option.default for name, option in known.items()}
    if "english" in values:  # the one option that the configuration sets for all rules at once
        values["english"] = config["english"]
    file, line = where(config, "rules")
    for name, value in table.items():
        if name == "severity":
            if value not in list(Severity):
                raise ReviewlintError(
                    f"“{value}” is no severity.", path=file, line=line, hint=nearest(str(value), list(Severity))
                )
        elif name not in known:
            raise ReviewlintError(
                f"{rule.info.name} has no option “{name}”.",
                path=file,
                line=line,
                hint=nearest(name, [*known, "severity"]),
            )
        elif not _fits(value, known[name].default):
            kind = type(known[name].default).__name__
            raise ReviewlintError(f"“{name}” of {rule.info.name} must be a {kind}.", path=file, line=line)
        else:
            values[name] = value
    return values


def _fits(value: object, default: object) -> bool:
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


def _crash(document: Document, rule: Rule, error: Exception) -> ReviewlintError:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where_it_failed = f"{Path(frame.filename).name}:{frame.lineno}"
    return ReviewlintError(
        f"The rule {rule.info.name} failed: {type(error).__name__}: {error} ({where_it_failed}).",
        path=document.source.path,
        hint="The other rules were run. Please report this with the draft, or leave the rule out with --ignore.",
    )


def _measures(document: Document) -> str:
    from reviewlint.rules.readability.measures import measure  # textstat is imported only where it is shown

    return str(measure(document))


def rules_by_name(folders: Sequence[Path] = ()) -> dict[str, Any]:
    """Return the infos of all rules by name."""
    return {rule.info.name: rule.info for rule in all_rules(tuple(folders))}
