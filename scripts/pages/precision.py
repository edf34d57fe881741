"""The page that shows how often each rule was right, with a picture."""

from __future__ import annotations

from collections.abc import Sequence

from reviewlint.rules.anatomy import RuleInfo

_LEFT, _WIDE, _HIGH = 210, 400, 15  # pixels: the names, the longest bar, a row
_LEAST = 0.8  # a rule below this is in preview


def page_of_precision(infos: Sequence[RuleInfo]) -> str:
    """Return a page with the precision of each rule that was measured, the lowest first."""
    lines = [
        "# Precision by rule",
        "",
        "How many findings of each rule were right or useful, of those that an editor read. Each figure comes from the",
        "file of the rule. A rule stays on only if at least four in five are; the others are in preview. Rules that",
        "are not here were not measured.",
        "",
        "![Bars: the share of findings of each rule that were right or useful](precision.svg)",
        "",
        "| rule | right or useful | read | in | by default |",
        "|---|---:|---:|---|---|",
    ]
    for info in measured(infos):
        assert info.precision is not None
        right, read, on = info.precision.right, info.precision.read, info.precision.on
        state = "in preview" if info.preview else "on"
        lines.append(f"| [{info.name}](../rules/{info.name}.md) | {right} | {read} | {on} | {state} |")
    return "\n".join(lines) + "\n"


def measured(infos: Sequence[RuleInfo]) -> list[RuleInfo]:
    """Return the rules that were measured, the least precise first."""
    return sorted((info for info in infos if info.precision and info.precision.read), key=_share)


def picture_of_precision(infos: Sequence[RuleInfo]) -> str:
    """Return the bars as SVG, with a line at the share that keeps a rule on."""
    rows = measured(infos)
    high = len(rows) * _HIGH + 30
    body = ['<rect width="100%" height="100%" fill="#fff"/>']
    for number, info in enumerate(rows):
        y = 10 + number * _HIGH
        colour = "#90a4ae" if info.preview else "#1565c0"
        body.append(f'<text x="{_LEFT - 6}" y="{y + 11}" text-anchor="end" fill="#222">{info.name}</text>')
        body.append(
            f'<rect x="{_LEFT}" y="{y + 2}" width="{_share(info) * _WIDE:.1f}" height="{_HIGH - 4}" fill="{colour}"/>'
        )
    at = _LEFT + _LEAST * _WIDE
    body.append(f'<line x1="{at}" y1="6" x2="{at}" y2="{high - 16}" stroke="#c62828" stroke-dasharray="4 3"/>')
    body.append(f'<text x="{at}" y="{high - 4}" text-anchor="middle" fill="#c62828">{_LEAST:.0%}</text>')
    size = f'viewBox="0 0 {_LEFT + _WIDE + 10} {high}" width="{_LEFT + _WIDE + 10}"'
    joined = "\n".join(body)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="10">\n{joined}\n</svg>\n'
    )


def _share(info: RuleInfo) -> float:
    return info.precision.right / info.precision.read if info.precision else 0
