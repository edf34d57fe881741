"""Says what a rule is: for a terminal, as an object and as Markdown, all from its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewlint.document.view import Kind
from reviewlint.report.cells import cells, wrapped
from reviewlint.report.style import Style
from reviewlint.rules.anatomy import Example, RuleInfo

FIX_WORDS = {"safe": "safe: --fix applies it", "unsafe": "unsafe: --unsafe-fixes applies it", "none": "none"}


def explain(info: RuleInfo, style: Style, width: int) -> str:
    """Return all that an editor wants to know of a rule."""
    lines = [style.bold(info.name), *wrapped(style.plain, info.summary, width), ""]
    for paragraph in info.why.split("\n\n"):
        lines += [*wrapped(style.plain, " ".join(paragraph.split()), width), ""]
    lines += [f"severity  {info.severity.value}", f"fix       {FIX_WORDS[info.fix]}"]
    lines += wrapped(style.plain, f"reads     {', '.join(kinds_of(info))}", width)
    lines.append(f"since     {info.since}{' (preview: runs only when named in full)' if info.preview else ''}")
    for name, option in info.options.items():
        lines += ["", f"option    {name} = {option.default!r}", *wrapped(style.plain, option.doc, width, "          ")]
    lines += ["", style.bold("wrong")]
    for example in info.bad:
        lines += _shown(example, style, width)
    lines += ["", style.bold("fine")]
    for example in info.good:
        lines += wrapped(style.plain, " ".join(example.text.split()), width, "  ")
    lines += ["", style.dim(f"Leave it out: --ignore {info.name}, or in a draft:")]
    lines.append(style.dim(f"<!-- reviewlint: ignore[{info.name}] reason -->"))
    return "\n".join(lines)


def _shown(example: Example, style: Style, width: int) -> Iterator[str]:
    """Yield an example with ^^^ under what the rule marks, or its text alone where that does not fit a line."""
    text = example.text.strip("\n")
    if "\n" in text or cells(text) > width - 2 or not example.spans:
        marked = " ".join(with_marks(example, "[", "]").split())
        yield from wrapped(style.plain, marked, width, "  ")
    else:
        shift = len(example.text) - len(example.text.lstrip("\n"))
        yield f"  {text}"
        under = ""
        for start, end in example.spans:
            under = under.ljust(cells(text[: start - shift])) + "^" * max(1, cells(text[start - shift : end - shift]))
        yield f"  {style.red(under)}"
    if example.becomes is not None:
        yield from wrapped(style.green, f"becomes: {' '.join(example.becomes.split())}", width, "  ")


def with_marks(example: Example, opening: str, closing: str) -> str:
    """Return an example's text with marks around what the rule means."""
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


def kinds_of(info: RuleInfo) -> list[str]:
    """Return the names of the kinds of text that a rule reads."""
    return [kind.name.lower() for kind in Kind if kind.name and kind & info.reads]


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
        "kind": info.kind,
        "reads": kinds_of(info),
        "options": {name: {"default": option.default, "doc": option.doc} for name, option in info.options.items()},
        "bad": [{"text": with_marks(e, "⟦", "⟧"), "becomes": e.becomes} for e in info.bad],
        "good": [e.text for e in info.good],
    }


def as_markdown(info: RuleInfo) -> str:
    """Return a rule's part of docs/rules.md."""
    lines = [f"### {info.name}", "", info.summary, "", " ".join(info.why.split()), ""]
    preview = ", preview" if info.preview else ""
    lines += [f"Severity {info.severity.value}, fix {info.fix}, since {info.since}{preview}.", ""]
    for name, option in info.options.items():
        lines.append(f"- Option `{name}` (default `{option.default!r}`): {option.doc}")
    if info.options:
        lines.append("")
    lines += ["```text"]
    for example in info.bad:
        lines.append(f"wrong: {' '.join(with_marks(example, '⟦', '⟧').split())}")
    for example in info.good:
        lines.append(f"fine:  {' '.join(example.text.split())}")
    return "\n".join([*lines, "```", ""])
