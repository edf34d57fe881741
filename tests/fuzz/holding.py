"""What must hold for a draft, whatever is in it: each function raises AssertionError where it does not."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

from reviewlint.checking.draft import Choice, Outcome, check_source
from reviewlint.config.files import Layer
from reviewlint.document import Source
from reviewlint.finding import Finding, Safety
from reviewlint.rules.registry import load_rules

_READERLESS = Layer({"reader": "off"})
_INFOS = {rule.info.name: rule.info for rule in load_rules()}
_OURS = ("failed on this draft", "do not come to an end")  # errors that no draft may bring about
BOTH = (Safety.SAFE, Safety.UNSAFE)


def checked(text: str, suffix: str, fixes: tuple[Safety, ...] = (), *, write: bool = False) -> Outcome:
    """Return the outcome of a draft; no rule may fail on it, and its fixes must come to an end."""
    outcome = check_source(Source(f"draft{suffix}", text), Choice(_READERLESS, fixes, write))
    for error in outcome.errors:
        assert not any(words in error.message for words in _OURS), error
    return outcome


def findings_in(text: str, suffix: str) -> tuple[Finding, ...]:
    """Return the findings on a draft."""
    report = checked(text, suffix).report
    assert report is not None
    return report.findings


def spans_lie_inside(text: str, suffix: str) -> None:
    """Every span is a stretch of the draft, as is every edit of a fix; those of one fix are apart."""
    for finding in findings_in(text, suffix):
        spans = [finding.span, *(edit.span for edit in finding.fix.edits)] if finding.fix else [finding.span]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans), finding
        edits = sorted(spans[1:])
        assert all(one.end <= other.start for one, other in pairwise(edits)), finding


def messages_quote_what_they_mark(text: str, suffix: str) -> None:
    """A message that quotes the match quotes letters that stand in its span, in that order."""
    for finding in findings_in(text, suffix):
        template = _INFOS[finding.rule].message
        if "{match}" not in template or _INFOS[finding.rule].kind in ("suppression", "languagetool"):
            continue
        parts = re.split(r"\{(\w+)\}", template)
        pattern = "".join(
            (
                re.escape(part)
                if at % 2 == 0
                else "(?P<match>.*?)"
                if part == "match" and "match" not in parts[:at]
                else ".*?"
            )
            for at, part in enumerate(parts)
        )
        told = re.fullmatch(pattern, finding.message, re.DOTALL)
        assert told is not None, finding
        quoted = re.split(" … |…$", told["match"])
        marked = iter(_letters(text[finding.span.start : finding.span.end]))
        assert all(letter in marked for letter in _letters("".join(quoted))), (finding, text)


def _letters(text: str) -> str:
    return "".join(char for char in html.unescape(text) if char.isalnum())


def fixes_converge_and_bring_nothing(text: str, suffix: str, fixes: tuple[Safety, ...] = (Safety.SAFE,)) -> None:
    """The fixed text has no fix left, no rule finds more in it than before, and what no fix touched is still there."""
    outcome = checked(text, suffix, fixes)
    assert outcome.fixed is not None
    fixed = outcome.fixed.decode()
    after = checked(fixed, suffix, fixes)
    assert after.fixed == outcome.fixed
    if not outcome.mended:
        assert fixed == text
    assert outcome.report is not None
    assert after.report is not None
    before, left = _by_rule(outcome.report.findings), _by_rule(after.report.findings)
    assert not left - before, (left - before, text, fixed)


def _by_rule(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if not finding.rule.startswith("readability/"))


def line_ends_do_not_matter(text: str, suffix: str) -> None:
    """The same is said, of the same lines and columns, whether lines end in LF or CRLF."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    dos = unix.replace("\n", "\r\n")
    assert _placed(unix, suffix) == _placed(dos, suffix), text


def composition_does_not_matter(text: str, suffix: str) -> None:
    """The same is said, of the same lines, whether accents are composed with their letters or stand after them."""
    composed = unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text)
    if unicodedata.normalize("NFC", apart) != composed:
        return
    assert _lines(composed, suffix) == _lines(apart, suffix), (composed, apart)


def _placed(text: str, suffix: str) -> list[tuple[object, ...]]:
    source = Source(f"draft{suffix}", text)
    return [
        (f.rule, f.message, *source.position(f.span.start), *source.position(f.span.end))
        for f in findings_in(text, suffix)
    ]


def _lines(text: str, suffix: str) -> Counter[tuple[str, int]]:
    source = Source(f"draft{suffix}", text)
    return Counter((f.rule, source.position(f.span.start).line) for f in findings_in(text, suffix))


HOLDING = (
    spans_lie_inside,
    messages_quote_what_they_mark,
    fixes_converge_and_bring_nothing,
    line_ends_do_not_matter,
    composition_does_not_matter,
)


def name_of(path: Path) -> str:
    """Return the file name of a draft, for a test's name."""
    return path.name
