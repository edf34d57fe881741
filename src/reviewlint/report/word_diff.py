"""A unified diff in colours that mark the words that changed, not the whole paragraph they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reviewlint.report.guard import guarded_diff
from reviewlint.report.style import Style

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_MOST = 4_000  # tokens on a side; difflib compares every one with every other


def in_colour(diff: str, style: Style) -> str:
    """Return a unified diff with changed words in colour: red where they go, green where they come.

    What it quotes is made harmless first, so that the colours are the only escapes in it.
    """
    shown: list[str] = []
    old: list[str] = []
    new: list[str] = []
    for line in guarded_diff(diff).splitlines():
        if line.startswith("-") and not line.startswith("--- "):
            old.append(line[1:])
        elif line.startswith("+") and not line.startswith("+++ "):
            new.append(line[1:])
        else:
            shown += _changed(old, new, style)
            old, new = [], []
            shown.append(_around(line, style))
    return "".join(f"{line}\n" for line in [*shown, *_changed(old, new, style)])


def _around(line: str, style: Style) -> str:
    if line.startswith(("--- ", "+++ ")):
        return style.bold(line)
    return style.colour(line, "cyan") if line.startswith("@@") else line


def _changed(old: Sequence[str], new: Sequence[str], style: Style) -> list[str]:
    """Return the lines of a change, with what differs between its two sides in colour."""
    before, after = _tokens(old), _tokens(new)
    gone: list[tuple[str, bool]] = []
    come: list[tuple[str, bool]] = []
    for a, b, c, d, same in _stretches(before, after):
        gone += [(token, not same) for token in before[a:b]]
        come += [(token, not same) for token in after[c:d]]
    removed = _lines("-", gone, style, "red") if old else []
    return [*removed, *(_lines("+", come, style, "green") if new else [])]


def _tokens(lines: Sequence[str]) -> list[str]:
    return _TOKEN.findall("\n".join(lines))


def _stretches(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield stretches of both sides, in order, and whether they are the same."""
    shorter = min(len(before), len(after))
    first = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    last = next((at for at in range(shorter - first) if before[-1 - at] != after[-1 - at]), shorter - first)
    yield 0, first, 0, first, True
    ends = len(before) - last, len(after) - last
    if max(ends[0], ends[1]) - first > _MOST:
        yield first, ends[0], first, ends[1], False
    else:
        found = SequenceMatcher(None, before[first : ends[0]], after[first : ends[1]], autojunk=False)
        for tag, a, b, c, d in found.get_opcodes():
            yield a + first, b + first, c + first, d + first, tag == "equal"
    yield ends[0], len(before), ends[1], len(after), True


def _lines(mark: str, tokens: Sequence[tuple[str, bool]], style: Style, colour: str) -> list[str]:
    """Return tokens as lines; each that changed is in colour, and a blank that changed is seen by its ground."""
    lines = [style.colour(mark, colour)]
    for token, changed in tokens:
        if token == "\n":
            lines.append(style.colour(mark, colour))
        elif changed:
            lines[-1] += style.colour(token, colour, "reverse" if token.isspace() else "bold")
        else:
            lines[-1] += token
    return lines
