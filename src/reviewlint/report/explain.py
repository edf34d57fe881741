"""Says in a terminal what rules there are, and all that an editor wants to know of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewlint.report.cells import cells, clusters, visible, wrapped
from reviewlint.report.columns import aligned, with_notes
from reviewlint.report.describe import READS_WORDS, kinds_of, value_of
from reviewlint.report.style import Style
from reviewlint.report.text import COLOURS
from reviewlint.rules.anatomy import GROUPS, Example, RuleInfo

_WIDEST = 100  # columns; longer lines of text are hard to read
_MOST_EXAMPLES = 6
_FIXES = {"safe": "safe; --fix applies it", "unsafe": "unsafe; --fix --unsafe-fixes applies it", "none": "none"}


def overview(infos: Sequence[RuleInfo], style: Style, width: int, group: str = "") -> list[str]:
    """Return rules group by group, a line or two each; `group` is shown even if it has none."""
    lines: list[str] = []
    for name in dict.fromkeys([info.group for info in infos] or [group]):
        mine = [info for info in infos if info.group == name]
        lines += [""] if lines else []
        lines += [style.bold(name), *wrapped(style.dim, GROUPS.get(name, "Rules of your own."), width), ""]
        rows = [((info.name.partition("/")[2], info.severity.value, _marks(info)), info.summary) for info in mine]
        lines += [f"  {line}" for line in with_notes(rows, min(width, 140) - 2)] or ["  It has no rules yet."]
    return lines


def _marks(info: RuleInfo) -> str:
    """Return what sets a rule apart: its fix, and whether it is on trial."""
    marks = {"safe": "fix", "unsafe": "unsafe fix", "none": ""}[info.fix]
    return f"{marks}, preview".removeprefix(", ") if info.preview else marks


def explain(info: RuleInfo, style: Style, width: int) -> list[str]:
    """Return a rule's summary, reasons, examples, options and how to leave it out, as lines."""
    width = min(width, _WIDEST)
    lines = [f"{style.bold(info.name)}  {style.colour(info.severity.value, COLOURS[info.severity])}"]
    lines += [*wrapped(style.plain, info.summary, width), ""]
    for paragraph in info.why.split("\n\n"):
        lines += [*wrapped(style.plain, " ".join(paragraph.split()), width), ""]
    lines += [style.bold("Wrong"), *_examples(info.bad, style, width), ""]
    lines += [style.bold("Fine"), *_examples(info.good, style, width), ""]
    if info.options:
        lines.append(style.bold("Options"))
        for name, option in info.options.items():
            lines += wrapped(style.plain, f"{name} = {value_of(option.default)}", width, "  ", "    ")
            lines += wrapped(style.dim, option.doc, width, "    ")
        lines.append("")
    return [*lines, *_terms(info, style, width), "", *_ways_out(info, style, width)]


def _terms(info: RuleInfo, style: Style, width: int) -> list[str]:
    """Return what the rule does beside finding: its fix, what it reads, since when it is there."""
    reads = ", ".join(READS_WORDS[kind] for kind in kinds_of(info))
    since = f"{info.since}, on trial: it runs only where it is named in full" if info.preview else info.since
    terms = [("Fix", _FIXES[info.fix]), ("Reads", reads), ("Since", since)]
    terms += [("Read", str(info.precision))] if info.precision else []
    lines: list[str] = []
    for term, text in terms:
        first, *rest = wrapped(style.plain, text, width - 7)
        lines += [f"{style.bold(f'{term:5}')}  {first}", *(f"       {line}" for line in rest)]
    return lines


def _ways_out(info: RuleInfo, style: Style, width: int) -> list[str]:
    """Return how to leave a rule out."""
    ways = [
        (f"--ignore {info.name}", "for one run"),
        (f'ignore = ["{info.name}"]', "in reviewlint.toml"),
        (f"<!-- reviewlint: ignore[{info.name}] why -->", "in a draft, on the line or before its paragraph"),
    ]
    if max(cells(way) + cells(where) for way, where in ways) + 4 <= width:
        return [style.bold("Leave it out"), *(f"  {line}" for line in aligned(ways))]
    lines = [style.bold("Leave it out")]
    for way, where in ways:
        lines += [*wrapped(style.plain, f"{where}:", width, "  "), f"    {way}"]
    return lines


def _examples(examples: Sequence[Example], style: Style, width: int) -> Iterator[str]:
    """Yield examples with ^^^ under what the rule marks, and what the fix makes of them."""
    for number, example in enumerate(examples[:_MOST_EXAMPLES]):
        if number and any(other.spans for other in examples):
            yield ""
        yield from _marked(example, style, width)
        if example.becomes is not None:
            yield from wrapped(style.green, f"→ {_on_one_line(example.becomes)}", width, "  ", "    ")
    if len(examples) > _MOST_EXAMPLES:
        yield style.dim(f"  and {len(examples) - _MOST_EXAMPLES} more")


def _marked(example: Example, style: Style, width: int) -> Iterator[str]:
    """Yield the text of an example, wrapped line by line, with the marks under each line."""
    start = 0
    first = "- "
    for line in example.text.split("\n"):
        for text, at in _broken(line, width - 4):
            marks = _marks_under(text, start + at, example.spans)
            yield f"  {first}{visible(text)}".rstrip()
            if marks:
                yield f"    {style.colour(marks, 'red', 'bold')}"
            first = "  "
        start += len(line) + 1


def _broken(line: str, width: int) -> Iterator[tuple[str, int]]:
    """Yield the parts of a line that fit `width` columns, broken at blanks, with their offsets."""
    start = at = used = 0
    blank = -1
    for cluster in clusters(line):
        at, used = cluster.start, used + cluster.width
        if used > width and blank > start:
            yield line[start:blank], start
            start = blank + 1
            used = cells(line[start : at + len(cluster.text)])
            blank = -1
        if cluster.text == " ":
            blank = at
    yield line[start:], start


def _marks_under(text: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    """Return ^^^ under the parts of a text, which starts at offset `start`, that lie in a span; or nothing."""
    under = ""
    for begin, end in spans:
        first, last = max(begin - start, 0), min(end - start, len(text))
        if first < last or (begin == end and 0 <= first <= len(text) and first == begin - start):
            under = under.ljust(cells(text[:first])) + "^" * max(1, cells(text[first:last]))
    return under


def _on_one_line(text: str) -> str:
    return text.replace("\n", "⏎ ")
