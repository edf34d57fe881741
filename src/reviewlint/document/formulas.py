r"""Formulas in Markdown: $…$, $$…$$, \(…\) and \[…\], told from prices and from brackets that were merely escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.stretches import Ahead, Stretch, in_order
from reviewlint.finding import Span

_LONGEST = 400  # code points within a paragraph
_LONGEST_DISPLAY = 5_000
_DOLLAR = re.compile(r"(?<![\\$\w])\$(?![\s$])(?P<inside>[^$\n]{0,398}(?:\n[^$\n]+){0,3}?)(?<![\s\\])\$(?![\w$])")
_DISPLAY = re.compile(r"(?<![\\$])\$\$(?!\$)")
_ENVIRONMENT = re.compile(r"^[ \t>]*\\begin\{(?P<name>[a-z]+\*?)\}", re.MULTILINE)
_PARENTHESIS = {r"\(": r"\)", r"\[": r"\]"}
_ESCAPED = re.compile(r"(?<!\\)\\[(\[]")
_COMMAND = re.compile(r"\\(?:text|mathrm|textbf|textit|operatorname|mbox)\s*\{[^{}\n]*\}|\\[A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_FUNCTIONS = frozenset("sin cos tan log exp max min lim mod det gcd arg sup inf var cov avg".split())
_SIGN = re.compile(r"[=+\-*/^_\\<>{}|,;!'×·≤≥→∈]")
_PRICE = re.compile(r"\d[\d.,]*\s*[-–/]?\s*\Z")


def find_formulas(text: str, start: int) -> list[Stretch]:
    """Return the formulas from `start` on, in order."""
    found: list[Stretch] = []
    if "$$" in text:
        found += _displayed(text, start)
    if "$" in text:
        found += [Stretch(Span(*m.span()), True) for m in _DOLLAR.finditer(text, start) if _is_formula(m["inside"])]
    if r"\begin{" in text:
        found += _environments(text, start)
    if r"\(" in text or r"\[" in text:
        found += _escaped(text, start)
    return in_order(found)


def _displayed(text: str, start: int) -> Iterator[Stretch]:
    """Yield what stands between $$ and $$, the fences on lines of their own or the whole in one paragraph."""
    marks = [match.span() for match in _DISPLAY.finditer(text, start)]
    number = 0
    while number + 1 < len(marks):
        (begin, opened), (closing, end) = marks[number], marks[number + 1]
        inside = text[opened:closing]
        fenced = inside[:1] in "\r\n" and inside.rstrip(" \t")[-1:] in ("\n", "\r") and bool(inside.strip())
        alone = fenced and text[text.rfind("\n", max(0, begin - 40), begin) + 1 : begin].strip(" \t>") == ""
        if closing - opened <= _LONGEST_DISPLAY and (alone or _is_formula(inside)):
            yield Stretch(Span(begin, end), True)
            number += 2
        else:
            number += 1


def _environments(text: str, start: int) -> Iterator[Stretch]:
    """Yield each environment of LaTeX that begins a line, up to its end."""
    ahead = Ahead(text)
    for match in _ENVIRONMENT.finditer(text, start):
        closing = f"\\end{{{match['name']}}}"
        end = ahead(closing, match.end())
        if end != -1 and end - match.end() <= _LONGEST_DISPLAY:
            yield Stretch(Span(match.start(), end + len(closing)), True)


def _escaped(text: str, start: int) -> Iterator[Stretch]:
    ahead = Ahead(text)
    at = start
    while match := _ESCAPED.search(text, at):
        at = match.end()
        end = ahead(_PARENTHESIS[match.group()], at)
        if end != -1 and end - at <= _LONGEST and _is_formula(text[at:end]):
            at = end + 2
            yield Stretch(Span(match.start(), at), True)


def _is_formula(inside: str) -> bool:
    """Tell whether something between marks of a formula is one: signs and letters, no words and no price."""
    inside = inside.strip()
    if not inside or _PRICE.match(inside):
        return False
    plain = _COMMAND.sub(" ", inside)
    if any(word.lower() not in _FUNCTIONS for word in _WORD.findall(plain)):
        return False
    return len(inside) <= 2 or _SIGN.search(inside) is not None or "\\" in inside
