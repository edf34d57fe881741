"""What an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from reviewlint.document import Source, parse
from reviewlint.document.source import BOM
from reviewlint.finding import Edit, Finding, Safety, Span
from reviewlint.lsp.diagnostics import Shows, diagnostic_of, touching
from reviewlint.lsp.differences import edits_between
from reviewlint.lsp.facts import statements_at
from reviewlint.lsp.passes import Checked, Settings, fixed_text
from reviewlint.lsp.positions import Positions
from reviewlint.rules.accepting import word_to_accept
from reviewlint.rules.ignoring import ignoring

ACCEPT, EXPLAIN, PUT_FACT = "reviewlint.acceptWord", "reviewlint.explain", "reviewlint.putFact"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.reviewlint"
KINDS = [types.CodeActionKind.QuickFix, types.CodeActionKind.Refactor, FIX_ALL]
REASON = "meant so"


@dataclass(frozen=True, slots=True)
class Desired:
    """A request for actions: on which version of which draft, where in it, and of which kinds; None for all.

    `versioned` says that the editor heeds versions in edits, `snippets` that it knows places to fill in. `automatic`
    says that nobody has asked for anything: editors look for a light bulb whenever the cursor moves.
    """

    uri: str
    checked: Checked
    span: Span
    positions: Positions
    shows: Shows
    only: Sequence[str] | None = None
    versioned: bool = False
    snippets: bool = False
    automatic: bool = False

    def wants(self, kind: str) -> bool:
        """Tell whether actions of a kind are asked for; one that is named takes in those below it."""
        return self.only is None or any(f"{kind}.".startswith(f"{each}.") for each in self.only if each)


def actions_for(desired: Desired, settings: Settings) -> list[types.CodeAction]:
    """Return the actions for a place in a draft: fixes first, the preferred one on top."""
    actions: list[types.CodeAction] = []
    if desired.wants(types.CodeActionKind.QuickFix.value):
        found = touching(desired.checked, desired.span)
        for offer in (_fixes, _acceptances, _silences, _explanations) if found else ():
            actions += offer(desired, found)
        if any(finding.rule.startswith("facts/") for finding in found):
            actions += _facts(desired, contradicted=True)
    if desired.automatic:
        return actions  # the others take the time of a whole check
    if desired.wants(types.CodeActionKind.Refactor.value):
        actions += _facts(desired, contradicted=False)
    if desired.wants(FIX_ALL) and any(f.fix and f.fix.safety is Safety.SAFE for f in desired.checked.findings):
        actions += _fix_all(desired, settings)
    return actions


def _fixes(desired: Desired, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
    for finding in findings:
        if finding.fix is None:
            continue
        sure = finding.fix.safety is Safety.SAFE
        action = _quick(desired, f"Fix: {finding.fix.title}", finding)
        action.edit = _edit(desired, finding.fix.edits)
        action.is_preferred = True if sure else None
        yield action


def _acceptances(desired: Desired, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
    offered: set[str] = set()
    for finding in findings:
        word = _word_of(desired.checked, finding)
        if word is None or word in offered or not desired.checked.version.on_disk:
            continue
        offered.add(word)
        title = f"Accept “{word}” in all drafts"
        yield _quick(desired, title, finding, types.Command(title, ACCEPT, arguments=[desired.uri, word]))


def _word_of(checked: Checked, finding: Finding) -> str | None:
    """Return what to accept so that a finding is not made again; None where that cannot be."""
    info = checked.rules.get(finding.rule)
    return word_to_accept(checked.version.text.removeprefix(BOM), finding, info.kind if info else None)


def _silences(desired: Desired, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
    version = desired.checked.version
    document = parse(Source(str(version.path), version.text.removeprefix(BOM)))
    for finding in findings:
        edit = ignoring(document, finding.span, finding.rule, REASON)
        where = "in this draft" if "ignore-file[" in edit.text else "here"
        action = _quick(desired, f"Ignore {finding.rule} {where}, and say why", finding)
        action.edit = _edit(desired, [edit], placeholder=REASON)
        yield action


def _explanations(desired: Desired, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
    offered: set[str] = set()
    for finding in findings:
        if finding.rule not in offered and finding.rule in desired.checked.rules:
            offered.add(finding.rule)
            title = f"Explain {finding.rule}"
            yield _quick(desired, title, finding, types.Command(title, EXPLAIN, arguments=[desired.uri, finding.rule]))


def _facts(desired: Desired, *, contradicted: bool) -> Iterator[types.CodeAction]:
    """Yield offers to put into the facts file what is said here: against what stands there, or beside it."""
    version = desired.checked.version
    for statement in statements_at(version, desired.span) if version.on_disk else ():
        if (statement.instead is not None) is not contradicted:
            continue
        title = f"Put “{statement.said}” as {statement.label} into {statement.path.name}"
        title += f", not {statement.instead}" if statement.instead else ""
        arguments = [desired.uri, statement.span.start, statement.span.end, statement.label]
        kind = types.CodeActionKind.QuickFix if contradicted else types.CodeActionKind.Refactor
        yield types.CodeAction(title, kind, command=types.Command(title, PUT_FACT, arguments=arguments))


def _fix_all(desired: Desired, settings: Settings) -> Iterator[types.CodeAction]:
    version = desired.checked.version
    before, after = (text.removeprefix(BOM) for text in (version.text, fixed_text(version, settings)))
    if before != after:
        edit = _edit(desired, edits_between(before, after))
        yield types.CodeAction("Apply all safe fixes", FIX_ALL, edit=edit)


def _quick(desired: Desired, title: str, finding: Finding, command: types.Command | None = None) -> types.CodeAction:
    told = diagnostic_of(finding, desired.checked.rules.get(finding.rule), desired.positions, desired.shows)
    return types.CodeAction(title, types.CodeActionKind.QuickFix, [told], command=command)


def _edit(desired: Desired, edits: Sequence[Edit], placeholder: str | None = None) -> types.WorkspaceEdit:
    """Return edits of a draft as the editor takes them; with a place to fill in where it knows such."""
    plain = [desired.positions.edit(edit) for edit in edits]
    if not desired.versioned:
        return types.WorkspaceEdit(changes={desired.uri: plain})
    done: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = [*plain]
    if placeholder is not None and desired.snippets:
        done = [types.SnippetTextEdit(each.range, _snippet(each.new_text, placeholder)) for each in plain]
    document = types.OptionalVersionedTextDocumentIdentifier(desired.uri, desired.checked.version.number)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, done)])


def _snippet(text: str, placeholder: str) -> types.StringValue:
    before, _, after = (part.replace("\\", "\\\\").replace("$", "\\$") for part in text.partition(placeholder))
    return types.StringValue(f"{before}${{1:{placeholder}}}{after}")
