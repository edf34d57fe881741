"""Says all there is to say of one draft: runs the rules, heeds the remarks, keeps one finding a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlint.checking.advice import MODEL, advice, model_rules
from reviewlint.config.setup import Setup
from reviewlint.document import Document, Kind
from reviewlint.engines import Match
from reviewlint.errors import ReviewlintError, let_through
from reviewlint.facts.gather import read_vocabulary
from reviewlint.facts.known import Facts
from reviewlint.finding import Finding, Safety, Severity, Span
from reviewlint.overlap import Overlaps
from reviewlint.reader import Reading, reading_beside
from reviewlint.reader.stretches import MOST
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule

if TYPE_CHECKING:
    from reviewlint.engines.asking import Answer
    from reviewlint.engines.session import Session
    from reviewlint.second_opinion.ask import Adviser

ENGINE = "engine"
READER = "reader"
_LATER = ("suppression", READER, ENGINE, MODEL)  # kinds of rules that are judged when the others are done
_REPORT_RULE = "The other rules were run. Please report this with the draft, or leave the rule out with --ignore."


Early = Callable[[tuple[Finding, ...]], None]


class Checked(NamedTuple):
    """The findings on a draft, by place, the rules that failed on it, and what kept an engine from it."""

    findings: tuple[Finding, ...]
    errors: tuple[ReviewlintError, ...] = ()
    notices: tuple[str, ...] = ()


def check_document(
    document: Document,
    facts: Facts,
    setup: Setup,
    session: Session | None = None,
    early: Early | None = None,
    adviser: Adviser | None = None,
) -> Checked:
    """Return what the rules of a setup say of a document, less what its remarks silence.

    With a session, its engine reads it too, while the other rules do; so does the reader where that pays. If the engine
    is the last, `early` is given what the others found before it is waited for. `adviser` is a language model that is
    asked about what they doubt.
    """
    asked = _ask(document, setup, session)
    vocabulary = read_vocabulary(document, facts).joined(setup.accepted)
    found: list[Finding] = []
    errors: list[ReviewlintError] = []
    ran: set[str] = set()

    def context_of(rule: Rule, **more: Any) -> Context:
        return Context(rule.info, document, vocabulary, setup.options[rule.info.name], facts, **more)

    def judged(rule: Rule, **more: Any) -> list[Finding]:
        info, context = rule.info, context_of(rule, **more)
        try:
            said = list(rule.check(context))
        except ReviewlintError as error:  # a pattern that cannot be used
            errors.append(error)
        except BaseException as error:
            let_through(error)
            errors.append(crash(error, document.source.path, f"The rule {info.name}", _REPORT_RULE))
        else:
            ran.add(info.name)
            return said
        return []

    readers = [rule for rule in setup.rules if rule.info.kind == READER]
    with reading_beside(document) if readers else nullcontext() as wait:
        said = [(rule, judged(rule)) for rule in setup.rules if rule.info.kind not in _LATER]
        found += [finding for rule, findings in said if rule.info.yields == "never" for finding in findings]
        found += _unless_told([each for each in said if each[0].info.yields != "never"], found)
        reading = _reading(wait, errors)
    if reading is not None:
        found += _unless_told([(rule, judged(rule, reading=reading)) for rule in readers], found)
    if early is not None and asked is not None and not asked.is_ready():
        early(_settled(document, found, setup, ran))
    matches, notices = _answered(asked, session, errors)
    if matches is not None:
        said = [(rule, judged(rule, matches=matches)) for rule in _engine_rules(setup, session)]
        found += _unless_told(said, found)
    advising = model_rules(setup, adviser)
    if advising and adviser is not None:
        opinions, untold = advice(context_of(advising[0], reading=reading), found, advising, adviser)
        found += _unless_told([(rule, judged(rule, opinions=opinions)) for rule in advising], found)
        notices = (*notices, *untold)
    if readers and len(document.words) > MOST:
        notices = (
            *notices,
            f"The reader reads the first {MOST:,} words of a draft, and no more of {document.source.path}.",
        )
    return Checked(_settled(document, found, setup, ran), tuple(errors), notices)


def asks_engine(document: Document, setup: Setup, session: Session) -> bool:
    """Tell whether the engine has not yet been asked about some passage of a document."""
    from reviewlint.engines.asking import needs_engine

    rules = _engine_rules(setup, session)
    return bool(rules) and needs_engine(document, *_wanted(rules, document, setup), session)


def _ask(document: Document, setup: Setup, session: Session | None) -> Answer | None:
    """Begin to ask the engine, where there is a session and a rule that wants to know."""
    rules = _engine_rules(setup, session)
    if session is None or not rules:
        return None
    from reviewlint.engines.asking import begin  # many runs have no engine

    return begin(document, *_wanted(rules, document, setup), session)


def _engine_rules(setup: Setup, session: Session | None) -> list[Rule]:
    """Return the rules that listen to the engine of a session."""
    if session is None:
        return []
    name = session.engine.name
    return [rule for rule in setup.rules if rule.info.kind == ENGINE and name in rule.info.keys["engines"]]


def _wanted(rules: Sequence[Rule], document: Document, setup: Setup) -> tuple[Kind, str]:
    """Return what of a document an engine reads for some rules, and in which English."""
    from reviewlint.engines.language import language_of

    reads = reduce(or_, (rule.info.reads for rule in rules))
    return reads, language_of(document, setup.options[rules[0].info.name].get("english", "auto"))


def _answered(
    asked: Answer | None, session: Session | None, errors: list[ReviewlintError]
) -> tuple[tuple[Match, ...] | None, tuple[str, ...]]:
    """Return the engine's matches, or why there are none; where it is required that is an error."""
    if asked is None or session is None:
        return None, ()
    from reviewlint.engines import Trouble

    try:
        return asked.wait(), ()
    except Trouble as trouble:
        if session.required and not trouble.late:
            errors.append(ReviewlintError(f"{trouble.reason}.", hint=trouble.remedy))
            return None, ()
        return None, (str(trouble),)


def _unless_told(said: Iterable[tuple[Rule, list[Finding]]], others: Sequence[Finding]) -> list[Finding]:
    """Return the findings of rules that yield to others, less those on whose place another has said something."""
    told = Overlaps(_places(others))
    return [f for rule, findings in said for f in findings if not _YIELDS[rule.info.yields](told, f.span)]


_YIELDS: dict[str, Callable[[Overlaps, Span], bool]] = {
    "never": lambda told, span: False,
    "inside": Overlaps.hold,  # another rule marks all of that place
    "touching": Overlaps.meet,  # another rule marks some of that place
}


def _places(findings: Iterable[Finding]) -> Iterator[Span]:
    """Yield what findings mark, but for those on readability, which speak of whole passages."""
    return (finding.span for finding in findings if not finding.rule.startswith("readability/"))


def _reading(wait: Callable[[], Reading] | None, errors: list[ReviewlintError]) -> Reading | None:
    """Return what the reader says once it is done, or None where no rule asks; a model that is damaged is an error."""
    if wait is None:
        return None
    try:
        return wait()
    except ReviewlintError as error:
        errors.append(error)
        return None


def _settled(document: Document, found: list[Finding], setup: Setup, ran: set[str]) -> tuple[Finding, ...]:
    """Return what stays of all findings, by place."""
    return tuple(one_a_place(_weighed(_less_silenced(document, found, setup, ran), setup)))


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
    the graver finding stays, of equals the one with a fix, a safe one before others, of these the first by name.
    Findings for information stand beside others, for they speak of more than their place.
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
        finding.fix is not None and finding.fix.safety is not Safety.SAFE,
        finding.span,
        finding.rule,
        finding.code or "",
        finding.message,
    )


def crash(error: BaseException, path: str, what: str, hint: str) -> ReviewlintError:
    """Return an error that says where the tool itself failed on a draft."""
    import traceback  # costs start-up

    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return ReviewlintError(
        f"{what} failed on this draft: {type(error).__name__}: {error} ({place}).", path=path, hint=hint
    )
