"""The list of rules, and one page a rule, made from the files of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from reviewlint.report.describe import READS_WORDS, kinds_of, value_of
from reviewlint.rules.anatomy import GROUPS, Example, RuleInfo

_FIXES = {
    "safe": "safe: `--fix` applies it",
    "unsafe": "unsafe: `--fix --unsafe-fixes` applies it",
    "none": "none",
}


def list_of_rules(infos: Sequence[RuleInfo]) -> str:
    """Return docs/rules.md: a table of the rules of each group, with links to their files."""
    lines = [
        "# Rules",
        "",
        "Every rule is a file with its reasons and examples. `reviewlint explain RULE` shows them in a terminal.",
        "A rule in preview runs only if you select it by its full name. This page is made by `scripts/make_docs.py`.",
    ]
    for group in GROUPS:
        mine = [info for info in infos if info.group == group]
        if not mine:
            continue
        lines += ["", f"## {group}", "", GROUPS[group], "", "| rule | finds | severity | fix |", "|---|---|---|---|"]
        lines += [
            f"| [{_short(info)}](../rules/{info.name}.toml) | {_cell(info.summary)} "
            f"| {info.severity.value}{', preview' if info.preview else ''} | {info.fix} |"
            for info in mine
        ]
    return "\n".join(lines) + "\n"


def write_rules(infos: Sequence[RuleInfo], folder: Path) -> None:
    """Write the page of each rule, and the menu of all of them, into a folder of the site."""
    menu = []
    for group in GROUPS:
        mine = [info for info in infos if info.group == group]
        menu += [f"- {group}"] + [f"    - [{_short(info)}]({info.name}.md)" for info in mine]
        for info in mine:
            page = folder / f"{info.name}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(page_of(info), encoding="utf-8")
    (folder / "SUMMARY.md").write_text("\n".join(menu) + "\n", encoding="utf-8")


def page_of(info: RuleInfo) -> str:
    """Return the page of a rule: what it finds, why, examples with the spans marked, its options and how to fix it."""
    parts = [f"# {info.name}", "", _escaped(info.summary), "", *_terms(info), "", "## Why", ""]
    for paragraph in info.why.split("\n\n"):
        parts += [_escaped(" ".join(paragraph.split())), ""]
    parts += ["The message is: " + _escaped(info.message), "", "## Reported { data-search-exclude }", ""]
    for example in info.bad:
        parts += [*_shown(example), ""]
    parts += ["## Not reported { data-search-exclude }", ""]
    for example in info.good:
        parts += [*_shown(example), ""]
    parts += [*_options(info), *_ways_out(info)]
    return "\n".join(parts) + "\n"


def _terms(info: RuleInfo) -> Iterator[str]:
    yield from ("| property | value |", "|---|---|")
    yield f"| Severity | {info.severity.value} |"
    yield f"| Fix | {_FIXES[info.fix]} |"
    yield f"| Reads | {', '.join(READS_WORDS[kind] for kind in kinds_of(info))} |"
    state = "in preview: it runs only if you select it by its full name" if info.preview else "on"
    yield f"| By default | {state} |"
    yield f"| Since | {info.since} |"
    yield f"| Precision | {_cell(str(info.precision)) if info.precision else 'not measured yet'} |"


def _options(info: RuleInfo) -> Iterator[str]:
    if not info.options:
        return
    yield from ("## Options", "", "| option | default | meaning |", "|---|---|---|")
    for name, option in info.options.items():
        yield f"| `{name}` | `{value_of(option.default)}` | {_escaped(_cell(option.doc))} |"
    yield from ("", "```toml", "# reviewlint.toml", f'[rules."{info.name}"]')
    for name, option in info.options.items():
        yield f"{name} = {value_of(option.default)}"
    yield from ("```", "")


def _ways_out(info: RuleInfo) -> Iterator[str]:
    yield from (
        "## Turn it off { data-search-exclude }",
        "",
        "For one run:",
        "",
        "```sh",
        f"reviewlint check --ignore {info.name}",
        "```",
        "",
    )
    yield from ("In `reviewlint.toml`:", "", "```toml", f'ignore = ["{info.name}"]', "```", "")
    yield from ("In a draft, on the line or before its paragraph:", "", "```markdown")
    yield from (f"<!-- reviewlint: ignore[{info.name}] your reason -->", "```")


def _shown(example: Example) -> Iterator[str]:
    """Yield an example as HTML, with its spans marked, and what the fix makes of it."""
    text, at = "", 0
    for start, end in sorted(example.spans):
        text += escape(example.text[at:start]) + f"<mark>{escape(example.text[start:end])}</mark>"
        at = end
    text += escape(example.text[at:])
    yield f'<pre class="example"><code>{_unbroken(text)}</code></pre>'
    if example.becomes is not None:
        yield from ("", "Fixed:", "", f'<pre class="example"><code>{_unbroken(escape(example.becomes))}</code></pre>')


def _unbroken(text: str) -> str:
    """Return HTML without empty lines, which would end a block in Markdown."""
    return text.strip("\n").replace("\n", "&#10;").replace("*", "&#42;").replace("_", "&#95;")


def _short(info: RuleInfo) -> str:
    return info.name.partition("/")[2]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _escaped(text: str) -> str:
    """Return a sentence of a rule as Markdown that shows it as it is."""
    for mark in ("\\", "*", "_", "<", "[", "]"):
        text = text.replace(mark, f"\\{mark}")
    return text
