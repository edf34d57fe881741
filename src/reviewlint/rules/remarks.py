"""What is wrong with remarks that silence rules: the rules of `kind = "suppression"`.

They are judged when all other rules are done, since only then it is known which remarks were needed. A remark does
not silence them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

from reviewlint.document import Document
from reviewlint.errors import nearest
from reviewlint.finding import Edit, Finding, Fix, Safety, Span
from reviewlint.rules.anatomy import GROUPS, RuleInfo
from reviewlint.rules.registry import matches, named_rule
from reviewlint.rules.suppress import VERBS, Remark, Selector, Silence, Silences, lines_of

BLANKET = "typography/blanket-suppression"
UNKNOWN = "typography/unknown-suppression"
UNCLOSED = "typography/unclosed-suppression"
UNUSED = "typography/unused-suppression"
_SUGGESTED = 50  # unknown names in a draft for which a like one is looked for, which takes a while
_BLANK = re.compile(r"\s*")


class Fault(NamedTuple):
    """Something wrong with a remark: which rule says so, where, what fills its message, and what to take out."""

    rule: str
    span: Span
    slots: Mapping[str, str]
    remove: tuple[tuple[Remark, Selector], ...] = ()


def judge_remarks(
    document: Document, silences: Silences, infos: Mapping[str, RuleInfo], known: Mapping[str, RuleInfo], ran: Set[str]
) -> Iterator[Finding]:
    """Yield the findings on remarks, by those of the four rules that are in `infos`.

    `known` are all rules there are; `ran` names those that have judged the whole draft.
    """
    for fault in _faults(silences, known, ran):
        info = infos.get(fault.rule)
        if info is None:
            continue
        fix = _removal(document, fault.remove) if fault.remove else None
        yield Finding(info.name, fault.span, info.message.format(**fault.slots), info.severity, fix)


def _faults(silences: Silences, known: Mapping[str, RuleInfo], ran: Set[str]) -> Iterator[Fault]:
    groups = {*GROUPS, *(info.group for info in known.values())}
    names = {*known, *groups}
    unknown = 0
    for remark in silences.remarks:
        if remark.verb not in VERBS:
            place = remark.verb_span if remark.verb else remark.span
            hint = nearest(remark.verb, VERBS) or f"It is one of {', '.join(VERBS)}."
            yield Fault(UNKNOWN, place, {"match": remark.verb, "hint": hint})
            continue
        if not remark.selectors:
            yield Fault(BLANKET, remark.span, {"match": remark.verb})
        for selector in remark.selectors:
            if selector.name == "all":
                yield Fault(BLANKET, selector.span, {"match": f"{remark.verb}[all]"})
            elif selector.name not in names and not _is_coded(selector.name, known):
                unknown += 1
                hint = (unknown <= _SUGGESTED and nearest(selector.name, names)) or "`reviewlint rules` lists them."
                yield Fault(UNKNOWN, selector.span, {"match": selector.name, "hint": hint})
    for silence in silences.silences:
        if silence.remark.verb == "disable" and not silence.closed_by and silence.selector.name in names:
            yield Fault(UNCLOSED, silence.selector.span, {"match": silence.selector.name})
    yield from _unused(silences, known, ran)


def _unused(silences: Silences, known: Mapping[str, RuleInfo], ran: Set[str]) -> Iterator[Fault]:
    """Yield a fault for each remark that silenced nothing, or for each of its names that did not."""
    by_remark: dict[Remark, list[Silence]] = {}
    for silence in silences.silences:
        by_remark.setdefault(silence.remark, []).append(silence)
    idle_in: dict[Remark, list[Selector]] = {}
    for remark, selector in silences.idle:
        if selector.name in known:
            idle_in.setdefault(remark, []).append(selector)
    was_run = cache(lambda name: _was_run(name, known, ran))
    for remark in silences.remarks:
        mine, idle = by_remark.get(remark, []), idle_in.get(remark, [])
        spare = [s for s in mine if not s.used and was_run(s.selector.name)]
        gone = [(remark, s.selector) for s in spare] + [(remark, selector) for selector in idle]
        ends = {s.selector: s.closed_by for s in spare if s.closed_by}
        if len(gone) == len(remark.selectors) and gone:
            named = ", ".join(selector.name for _, selector in gone)
            yield Fault(UNUSED, remark.span, {"match": named}, (*gone, *ends.values()))
            continue
        for item in gone:
            end = ends.get(item[1])
            yield Fault(UNUSED, item[1].span, {"match": item[1].name}, (item, end) if end else (item,))


def _is_coded(selector: str, known: Mapping[str, RuleInfo]) -> bool:
    """Tell whether a selector names a rule that has codes, with a code."""
    name = named_rule(selector)
    return name != selector and name in known and known[name].has_codes


def _was_run(selector: str, known: Mapping[str, RuleInfo], ran: Set[str]) -> bool:
    """Tell whether all rules that a selector takes in have judged the draft, so that it is known to be unused."""
    if _is_coded(selector, known):
        return named_rule(selector) in ran
    taken = [name for name, info in known.items() if matches(name, selector) and (not info.preview or name == selector)]
    return bool(taken) and all(name in ran for name in taken)


def _removal(document: Document, gone: Iterable[tuple[Remark, Selector]]) -> Fix:
    """Return the fix that takes names out of their remarks; a remark without any other name goes whole."""
    by_remark: dict[Remark, list[Selector]] = {}
    for remark, selector in gone:
        by_remark.setdefault(remark, []).append(selector)
    edits = []
    for remark, selectors in by_remark.items():
        if len(selectors) == len(remark.selectors):
            edits.append(_whole(document, remark.span))
        else:
            edits += [_one_name(remark, selector) for selector in selectors]
    whole = any(len(selectors) == len(remark.selectors) for remark, selectors in by_remark.items())
    return Fix("delete the suppression comment" if whole else "remove the name", Safety.SAFE, tuple(edits))


def _one_name(remark: Remark, selector: Selector) -> Edit:
    at = selector.number
    if at:
        return Edit(Span(remark.selectors[at - 1].span.end, selector.span.end), "")
    return Edit(Span(selector.span.start, remark.selectors[1].span.start), "")


def _whole(document: Document, span: Span) -> Edit:
    """Return the edit that takes a remark out, with its line if it stands alone there and no other blank line with it.

    Where the lines around it would grow together into one paragraph, an empty line stays.
    """
    text = document.source.text
    start, end = lines_of(document, span)
    first = _BLANK.fullmatch(text, start, span.start) is not None
    if first and not _BLANK.fullmatch(text, span.end, end):
        blank = span.end
        while text[blank] in " \t":
            blank += 1
        return Edit(Span(span.start, blank), "")
    if not first:
        blank = span.start
        while blank > start and text[blank - 1] in " \t":
            blank -= 1
        return Edit(Span(blank, span.end), "")
    above = start == 0 or not _line_before(text, start).strip()
    below = end == len(text) or not _line_after(text, end).strip()
    if not above and not below:
        return Edit(span, "")
    if above and below and end < len(text):
        end += len(_line_after(text, end))
    return Edit(Span(start, end), "")


def _line_before(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, start - 1) + 1 : start]


def _line_after(text: str, end: int) -> str:
    newline = text.find("\n", end)
    return text[end : newline + 1] if newline >= 0 else text[end:]
