"""Says what a rule is: as an object and as Markdown, both from its file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from reviewlint.document.view import Kind
from reviewlint.rules.anatomy import CLOSE, GROUPS, OPEN, Example, RuleInfo

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


def as_page(infos: Sequence[RuleInfo]) -> str:
    """Return docs/rules.md: a table of contents, then all rules, group by group."""
    lines = [
        "# The rules",
        "",
        "This page is made from the [files of the rules](../rules) by `python scripts/make_docs.py`.",
        "`reviewlint explain` shows the same in a terminal. Between ⟦ and ⟧ stands what a rule marks.",
    ]
    groups = [group for group in GROUPS if any(info.group == group for info in infos)]
    for group in groups:
        lines += ["", f"## {group}", "", GROUPS[group], ""]
        lines += ["| rule | finds | severity | fix |", "|---|---|---|---|"]
        mine = [info for info in infos if info.group == group]
        lines += [f"| [{_short(i)}](#{_anchor(i)}) | {_cell(i.summary)} | {i.severity.value} | {i.fix} |" for i in mine]
        for info in mine:
            lines += ["", *_section(info)]
    return "\n".join(lines) + "\n"


def _short(info: RuleInfo) -> str:
    return info.name.partition("/")[2]


def _anchor(info: RuleInfo) -> str:
    """Return the anchor that GitHub gives to the heading of a rule."""
    return info.name.replace("/", "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _section(info: RuleInfo) -> Iterator[str]:
    preview = ", on trial" if info.preview else ""
    yield from (f"### {info.name}", "", _escaped(info.summary), "")
    for paragraph in info.why.split("\n\n"):
        yield from (_escaped(" ".join(paragraph.split())), "")
    reads = ", ".join(READS_WORDS[kind] for kind in kinds_of(info))
    measured = f" {info.precision}." if info.precision else ""
    severity, since = info.severity.value, f"{info.since}{preview}"
    yield from (
        f"*Severity* {severity}, *fix* {info.fix}, *since* {since}, *reads* {reads}.{measured}",
        "",
    )
    for name, option in info.options.items():
        yield f"- `{name}` = `{value_of(option.default)}`: {_escaped(option.doc)}"
    if info.options:
        yield ""
    yield "```text"
    for example in info.bad:
        yield f"wrong:   {_on_one_line(with_marks(example))}"
        if example.becomes is not None:
            yield f"becomes: {_on_one_line(example.becomes)}"
    for example in info.good:
        yield f"fine:    {_on_one_line(example.text)}"
    yield "```"


def _on_one_line(text: str) -> str:
    return text.strip("\n").replace("\n", " ⏎ ").replace("```", "'''")


def _escaped(text: str) -> str:
    """Return a sentence of a rule as Markdown that shows it as it is."""
    for mark in ("\\", "*", "_", "<", "[", "]"):
        text = text.replace(mark, f"\\{mark}")
    return text
