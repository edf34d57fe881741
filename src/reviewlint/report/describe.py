"""Says what a rule is, as an object, from its file."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from reviewlint.document.view import Kind
from reviewlint.rules.anatomy import CLOSE, OPEN, Example, RuleInfo

READS_WORDS = {
    "prose": "paragraphs", "heading": "headings", "list": "list items", "table": "tables", "front": "front matter",
    "blockquote": "set-apart quotations", "quote": "quotations", "title": "titles", "code": "code", "url": "addresses",
    "label": "labels",
}  # fmt: skip


def kinds_of(info: RuleInfo) -> list[str]:
    """Return the names of the kinds of text that a rule reads."""
    return [kind.name.lower() for kind in Kind if kind.name and kind & info.reads]


def value_of(default: Any) -> str:
    """Return an option's default as a configuration file has it."""
    return json.dumps(default, ensure_ascii=False)


def with_marks(example: Example) -> str:
    """Return an example's text with ⟦ ⟧ around what the rule means."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text


def as_object(info: RuleInfo) -> dict[str, Any]:
    """Return a rule as an object for JSON."""
    return {
        "name": info.name,
        "group": info.group,
        "summary": info.summary,
        "message": info.message,
        "why": info.why,
        "severity": info.severity.value,
        "fix": info.fix,
        "since": info.since,
        "preview": info.preview,
        "precision": asdict(info.precision) if info.precision else None,
        "kind": info.kind,
        "reads": kinds_of(info),
        "options": {name: {"default": option.default, "doc": option.doc} for name, option in info.options.items()},
        "bad": [{"text": with_marks(example), "becomes": example.becomes} for example in info.bad],
        "good": [example.text for example in info.good],
    }
