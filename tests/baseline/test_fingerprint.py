"""Fingerprints: different for each finding, and the same when the text moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewlint.baseline.fingerprint import fingerprints
from reviewlint.document import Source, parse
from reviewlint.finding import Finding, Severity, Span

TEXT = "A tin drum. It is is loud.\n\nIt is is loud.\n"


def names(text: str, rule: str = "grammar/doubled-word", code: str | None = None) -> tuple[str, ...]:
    document = parse(Source("x.md", text))
    starts = [at for at in range(len(text)) if text.startswith("is is", at)]
    spans = [Span(at, at + 5) for at in starts]
    return fingerprints(document, [Finding(rule, span, "…", Severity.WARNING, code=code) for span in spans])


def test_each_finding_has_its_own() -> None:
    assert len(set(names(TEXT))) == 2


def test_rule_and_code_count() -> None:
    assert not set(names(TEXT)) & set(names(TEXT, rule="grammar/other"))
    assert not set(names(TEXT)) & set(names(TEXT, code="TWICE"))


@given(st.text(alphabet="abc .\n", max_size=30))
def test_text_above_changes_nothing(above: str) -> None:
    assert names(f"{above.strip()}\n\n{TEXT}" if above.strip() else TEXT) == names(TEXT)


def test_wrapping_changes_nothing() -> None:
    assert names(TEXT.replace("loud", "very loud")) == names(TEXT.replace("loud", "very\nloud"))


def test_outside_of_sentences_the_line_counts() -> None:
    text = "---\ntitle: x\nis is: 1\n---\n\nText.\n"
    assert len(names(text)) == 1
    assert names(text) == names(text.replace("title: x", "title: x\nyear: 2001"))
