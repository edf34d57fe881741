"""What an editor shows where the pointer rests on a finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from reviewlint.config.files import absolute
from reviewlint.finding import Finding, Related, Span
from reviewlint.lsp.diagnostics import touching
from reviewlint.lsp.pages import escaped, page_of
from reviewlint.lsp.passes import Checked
from reviewlint.lsp.positions import Positions
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.suppress import VERBS

_BETWEEN = "\n\n---\n\n"


def hover_at(checked: Checked, position: types.Position, positions: Positions) -> types.Hover | None:
    """Return what there is to say of a place in a draft: its findings, or the rules that a comment there silences."""
    at = positions.offset(position)
    found = touching(checked, Span(at, at))
    if found:
        text = _BETWEEN.join("\n\n".join(_on_finding(f, checked.rules.get(f.rule))) for f in found)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), positions.range(found[0].span))
    named = _named_at(checked, at)
    if not named:
        return None
    text = _BETWEEN.join("\n\n".join(_on_rule(rule, checked.rules[rule])) for rule in named)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))


def _on_finding(finding: Finding, info: RuleInfo | None) -> Iterator[str]:
    yield f"**{finding.rule}** · {finding.severity.value}"
    yield escaped(finding.message)
    for related in finding.related:
        yield f"Source: {_place(related)}{escaped(related.message)}"
    yield from list(_on_rule(finding.rule, info))[1:]


def _on_rule(rule: str, info: RuleInfo | None) -> Iterator[str]:
    yield f"**{rule}**"
    if info is None:
        return
    for paragraph in info.why.split("\n\n"):
        yield escaped(" ".join(paragraph.split()))
    if info.precision is not None:
        yield f"*Measured: {info.precision}.*"
    page = page_of(info)
    if page is not None:
        yield f"[More on this rule]({page.as_uri()})"


def _place(related: Related) -> str:
    if related.path is None:
        return ""
    line = f"#L{related.line}" if related.line else ""
    shown = f"{Path(related.path).name}:{related.line}" if related.line else Path(related.path).name
    return f"[{escaped(shown)}]({absolute(Path(related.path)).as_uri()}{line}) "


def _named_at(checked: Checked, at: int) -> list[str]:
    """Return the rules that a suppression comment at a place of the draft names."""
    text = checked.version.text
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if "reviewlint:" not in line or not any(f"{verb}[" in line for verb in VERBS):
        return []
    names = line.partition("[")[2].partition("]")[0].replace(",", " ").split()
    return [name for name in names if name in checked.rules]
