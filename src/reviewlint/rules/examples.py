"""Runs the examples of rules: they are the tests of rules, and what the documentation shows."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Document, Source, parse
from reviewlint.facts.gather import facts_of, read_vocabulary
from reviewlint.finding import Finding
from reviewlint.rules.anatomy import CLOSE, OPEN, Example
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule


def findings_of(rule: Rule, example: Example) -> tuple[Document, list[Finding]]:
    """Return an example as a document, and what the rule says of it."""
    document = parse(Source(f"example.{example.format}", example.text))
    options = {name: option.default for name, option in rule.info.options.items()} | dict(example.options)
    facts = facts_of(document, given=example.facts)
    context = Context(rule.info, document, read_vocabulary(document, facts), options, facts)
    return document, list(rule.check(context))


def failures(rule: Rule) -> Iterator[str]:
    """Yield a sentence for each example that the rule gets wrong, and for examples that are missing."""
    info = rule.info
    if not info.bad:
        yield f"{info.name} has no bad example."
    if len(info.good) < 2:
        yield f"{info.name} needs at least two good examples."
    for kind, examples in (("bad", info.bad), ("good", info.good)):
        for number, example in enumerate(examples):
            if problem := failure(rule, example):
                yield f"{info.name}/{kind}[{number}]: {problem}"


def failure(rule: Rule, example: Example) -> str | None:
    """Return what is wrong with a rule's judgement of an example, or None."""
    _, findings = findings_of(rule, example)
    spans = tuple(sorted((f.span.start, f.span.end) for f in findings))
    if spans != example.spans:
        return f"expected {mark(example.text, example.spans)!r}, got {mark(example.text, spans)!r}"
    if example.becomes is not None and (fixed := apply(example.text, findings)) != example.becomes:
        return f"fixing should give {example.becomes!r}, gave {fixed!r}"
    return None


def mark(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return a text with ⟦ ⟧ around each span."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text


def apply(text: str, findings: list[Finding]) -> str:
    """Return a text with every fix of the findings applied, later ones first."""
    edits = sorted(
        {edit for f in findings if f.fix for edit in f.fix.edits}, key=lambda e: e.span, reverse=True
    )
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
