"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from reviewlint.config.files import absolute
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Related, Severity, Span
from reviewlint.lsp.pages import page_of
from reviewlint.lsp.passes import Checked
from reviewlint.lsp.positions import Positions
from reviewlint.rules.anatomy import RuleInfo

SOURCE = "reviewlint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True, slots=True)
class Shows:
    """What an editor can show of a diagnostic beside its message."""

    related: bool = False
    tags: bool = False
    address: bool = False

    @classmethod
    def of(cls, client: types.ClientCapabilities) -> Shows:
        """Return what an editor says that it can show, when it is told or when it asks."""
        document = client.text_document
        told = [
            found for found in (document and document.publish_diagnostics, document and document.diagnostic) if found
        ]
        return cls(
            any(found.related_information for found in told),
            any(found.tag_support is not None for found in told),
            any(found.code_description_support for found in told),
        )


def diagnostics_of(checked: Checked, positions: Positions, shows: Shows) -> list[types.Diagnostic]:
    """Return what was found in a draft, after what went wrong with it, its configuration or its facts."""
    troubles = [_of_error(error, checked, positions) for error in checked.errors]
    return [*troubles, *(diagnostic_of(f, checked.rules.get(f.rule), positions, shows) for f in checked.findings)]


def diagnostic_of(finding: Finding, info: RuleInfo | None, positions: Positions, shows: Shows) -> types.Diagnostic:
    """Return a finding; what it rests on is in its message where the editor has no place for it."""
    linked = [related for related in finding.related if related.path is not None and shows.related]
    others = [related for related in finding.related if related not in linked]
    page = page_of(info) if shows.address else None
    return types.Diagnostic(
        range=positions.range(finding.span),
        message="\n".join([finding.message, *map(_in_words, others)]),
        severity=_SEVERITIES[finding.severity],
        code=f"{finding.rule}:{finding.code}" if finding.code else finding.rule,
        code_description=types.CodeDescription(page.as_uri()) if page else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if shows.tags and _is_superfluous(finding) else None,
        related_information=list(_links(linked)) or None,
    )


def _is_superfluous(finding: Finding) -> bool:
    """Tell whether all that a finding marks is to be taken out; editors show such text faded."""
    edits = finding.fix.edits if finding.fix else ()
    spans = [edit.span for edit in edits if not edit.text]
    return len(spans) == len(edits) == 1 and spans[0].start <= finding.span.start < finding.span.end <= spans[0].end


def _in_words(related: Related) -> str:
    place = f"{related.path}:{related.line}: " if related.path and related.line else ""
    return f"{place}{related.message}"


def _links(related: list[Related]) -> Iterator[types.DiagnosticRelatedInformation]:
    for each in related:
        at = types.Position(max(0, (each.line or 1) - 1), 0)
        uri = absolute(Path(each.path or "")).as_uri()
        yield types.DiagnosticRelatedInformation(types.Location(uri, types.Range(at, at)), each.message)


def _of_error(error: ReviewlintError, checked: Checked, positions: Positions) -> types.Diagnostic:
    """Return what went wrong on the line that it is about; at the start of the draft where that is another file's."""
    own = error.path is None or absolute(Path(error.path)) == absolute(checked.version.path)
    text = checked.version.text
    line = error.line - 1 if own and error.line else 0
    start = types.Position(min(line, text.count("\n")), 0)
    end = positions.position(positions.offset(types.Position(start.line, len(text))))
    message = f"{error.message} {error.hint or ''}".strip() if own else str(error)
    return types.Diagnostic(types.Range(start, end), message, types.DiagnosticSeverity.Error, source=SOURCE)


def touching(checked: Checked, span: Span) -> list[Finding]:
    """Return the findings that a span of the draft touches."""
    return [f for f in checked.findings if f.span.start <= span.end and span.start <= f.span.end]
