"""Runs the examples of rules: they are the tests of rules, and what the documentation shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Document, Source, parse
from reviewlint.engines import Match
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import facts_of, read_vocabulary
from reviewlint.finding import Finding, Span
from reviewlint.reader import read
from reviewlint.rules.anatomy import CLOSE, OPEN, Example
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule
from reviewlint.second_opinion.answer import Opinion

_LEAST_GOOD = 2


def findings_of(rule: Rule, example: Example) -> tuple[Document, list[Finding]]:
    """Return an example as a document, and what the rule says of it."""
    return judged(rule, example, example.text)


def judged(rule: Rule, example: Example, text: str) -> tuple[Document, list[Finding]]:
    """Return a text as a document, and what the rule says of it with an example's facts and options."""
    document = parse(Source(f"example.{example.format}", text))
    options = {name: option.default for name, option in rule.info.options.items()} | dict(example.options)
    facts = facts_of(document, given=example.facts)
    reading = read(document) if rule.info.kind == "reader" else None
    vocabulary = read_vocabulary(document, facts)
    context = Context(
        rule.info, document, vocabulary, options, facts, reading, _matches(example, text), _opinions(example, document)
    )
    return document, list(rule.check(context))


def _matches(example: Example, text: str) -> tuple[Match, ...]:
    """Return what an engine says of a text by the example; what is no more there it says no more."""
    found = []
    for said in example.said:
        if "code" not in said:
            continue
        place = re.search(rf"(?<!\w){re.escape(said['at'])}(?!\w)", text)
        if place is not None:
            span = Span(*place.span())
            replacements = tuple(said.get("replacements", ()))
            found.append(Match(span, said["code"], said["category"], said["message"], replacements))
    return tuple(found)


def _opinions(example: Example, document: Document) -> tuple[Opinion, ...]:
    """Return what a language model says of a document by the example."""
    found = []
    for said in example.said:
        place = re.search(rf"(?<!\w){re.escape(said['at'])}(?!\w)", document.prose.text)
        if place is not None and "code" not in said:
            found.append(Opinion(*place.span(), said.get("better"), said.get("claim"), "a model"))
    return tuple(found)


def failures(rule: Rule, *, private: bool = False) -> Iterator[str]:
    """Yield a sentence for each example that the rule gets wrong, and for examples that are missing.

    A private rule, which comes with no package, need not have any.
    Raise ReviewlintError where the rule's file is wrong.
    """
    info = rule.info
    rule.verify()
    if not info.bad and not private:
        yield "It has no bad example."
    if len(info.good) < _LEAST_GOOD and not private:
        yield f"It has {len(info.good) or 'no'} good example{'s' * (not info.good)}; two are the least."
    if info.fix != "none" and info.bad and not any(example.becomes is not None for example in info.bad):
        yield "It has a fix, but no bad example says what the text “becomes”."
    for kind, examples in (("bad", info.bad), ("good", info.good)):
        for number, example in enumerate(examples, start=1):
            if problem := failure(rule, example):
                yield f"In {kind} example {number}, {problem}"


def failure(rule: Rule, example: Example) -> str | None:
    """Return what is wrong with a rule's judgement of an example, or None."""
    try:
        _, findings = findings_of(rule, example)
    except ReviewlintError:
        raise
    except Exception as error:
        return f"the rule failed: {type(error).__name__}: {error}."
    spans = tuple(sorted((f.span.start, f.span.end) for f in findings))
    if spans != example.spans:
        return f"it should mark\n  {mark(example.text, example.spans)}\nbut it marks\n  {mark(example.text, spans)}"
    if example.becomes is None:
        return None
    fixed = apply(example.text, findings)
    if fixed != example.becomes:
        return f"fixing should give\n  {example.becomes}\nbut it gives\n  {fixed}"
    _, left = judged(rule, example, fixed)
    if left:
        again = mark(fixed, tuple((f.span.start, f.span.end) for f in left))
        return f"what it becomes is not clean under the rule itself:\n  {again}"
    return None


def mark(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return a text with ⟦ ⟧ around each span."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text


def apply(text: str, findings: list[Finding]) -> str:
    """Return a text with every fix of the findings applied, later ones first."""
    edits = sorted({edit for f in findings if f.fix for edit in f.fix.edits}, key=lambda e: e.span, reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
