"""Remarks that silence rules: what they reach, and what is wrong with them. See also rules/typography/*suppression*."""

from __future__ import annotations

import pytest

from reviewlint.document import Source, parse
from reviewlint.finding import Finding, Severity, Span
from reviewlint.fix import apply_fixes
from reviewlint.rules.registry import load_rules
from reviewlint.rules.remarks import judge_remarks
from reviewlint.rules.suppress import apply_silences, read_silences

RULE = "grammar/doubled-word"
OFF, ON = "<!-- reviewlint: disable[grammar] -->", "<!-- reviewlint: enable[grammar] -->"
INFOS = {rule.info.name: rule.info for rule in load_rules()}
JUDGES = {name: info for name, info in INFOS.items() if info.kind == "suppression"}


def silenced(text: str, name: str = "x.md") -> list[int]:
    """Return which of the marks ¹, ², ³ in a text, each a finding of RULE, are silent."""
    document = parse(Source(name, text))
    found = [
        Finding(RULE, Span(text.index(mark), text.index(mark) + 1), mark, Severity.WARNING)
        for mark in "¹²³"
        if mark in text
    ]
    kept = apply_silences(document, found, read_silences(document))
    return [at for at, finding in enumerate(found, 1) if finding not in kept]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("One¹ here. <!-- reviewlint: ignore[grammar/doubled-word] why -->\n\nTwo².", [1]),
        ("One¹ here. <!-- reviewlint: ignore[grammar] -->\nTwo².", [1]),
        ("<!-- reviewlint: ignore[claims, grammar] --> One¹.\n\nTwo².", [1]),
        ("One¹.\n\n<!-- reviewlint: ignore[grammar] -->\nTwo²\nthree³.\n", [2, 3]),
        ("One¹.\n\n<!-- reviewlint: ignore[grammar] -->\n\n# Two²\n\nThree³.\n", [2]),
        ("<!-- reviewlint: ignore[grammar] -->\n\n- one¹\n- two²\n\nThree³.\n", [1, 2]),
        ("<!-- reviewlint: ignore[grammar] -->\n\n| a | b |\n|---|---|\n| one¹ | two² |\n\nThree³.\n", [1, 2]),
        ("<!-- reviewlint: ignore[grammar]\nover two lines -->\n\nOne¹.\n\nTwo².\n", [1]),
        ("> <!-- reviewlint: ignore[grammar] -->\n> One¹.\n\nTwo².\n", [1]),
        ("<!-- reviewlint: ignore[claims] -->\n\nOne¹.", []),
        ("<!-- reviewlint: ignore -->\n\nOne¹.", []),
        ("<!-- reviewlint: ignore[all] -->\n\nOne¹.", []),
        ("<!-- reviewlint: ignore[grammar/doubled] -->\n\nOne¹.", []),
        ("`<!-- reviewlint: ignore[grammar] -->` One¹.", []),
        (f"One¹.\n\n{OFF}\n\nTwo².\n\n{ON}\n\nThree³.", [2]),
        (f"One¹.\n\n{OFF}\n\nTwo².\n\n{ON.replace('grammar', 'claims')}\n\nThree³.", [2, 3]),
        (f"One¹.\n\n{OFF}\n\nTwo².\n\nThree³.", [2, 3]),
        ("One¹.\n\nTwo².\n\n<!-- reviewlint: ignore-file[grammar] dialect -->", [1, 2]),
        ("One¹ [sic] and two² and more [sic].", [1]),
        ("The w¹ [sic] and w²[SIC]. Then [sic] w³.", [1, 2]),
    ],
)
def test_what_a_remark_reaches(text: str, silent: list[int]) -> None:
    assert silenced(text) == silent
    assert silenced(text.replace("\n", "\r\n")) == silent


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("One¹ here. %% reviewlint: ignore[grammar] why\nTwo².", [1]),
        ("%% reviewlint: ignore[grammar]\nOne¹\ntwo².\n\nThree³.", [1, 2]),
        ("One¹.\n%% reviewlint: disable[grammar]\nTwo².\n%% reviewlint: enable[grammar]\nThree³.", [2]),
    ],
)
def test_in_plain_text_they_stand_after_two_percent_signs(text: str, silent: list[int]) -> None:
    assert silenced(text, "x.txt") == silent


def test_in_html() -> None:
    text = "<p>One¹.</p>\n<!-- reviewlint: ignore[grammar] -->\n<p>Two².</p>\n<p>Three³.</p>"
    assert silenced(text, "x.html") == [2]


def test_a_finding_that_only_begins_before_the_line_is_silent_too() -> None:
    text = "A long sentence that goes on\nand on. <!-- reviewlint: ignore[readability] -->\n"
    document = parse(Source("x.md", text))
    finding = Finding("readability/tangled-sentence", Span(0, text.index(" <")), "…", Severity.WARNING)
    assert not apply_silences(document, [finding], read_silences(document))


def test_sic_is_for_the_word_before_it_only() -> None:
    text = "The whole sentence has a wrod [sic] in it."
    document = parse(Source("x.md", text))
    whole = Finding("readability/tangled-sentence", Span(0, len(text)), "…", Severity.WARNING)
    word = Finding("grammar/misspelling", Span(25, 29), "…", Severity.WARNING)
    assert apply_silences(document, [whole, word], read_silences(document)) == [whole]


def faults(text: str, ran: set[str] | None = None) -> list[tuple[str, str]]:
    """Return rule and span of each fault of the remarks in a text of which no rule says anything."""
    document = parse(Source("x.md", text))
    found = judge_remarks(document, read_silences(document), JUDGES, INFOS, set(INFOS) if ran is None else ran)
    return [(f.rule.partition("/")[2], text[f.span.start : f.span.end]) for f in found]


def test_a_remark_is_unused_only_if_all_its_rules_were_run() -> None:
    text = "One. <!-- reviewlint: ignore[grammar] -->"
    assert faults(text) == [("unused-suppression", "<!-- reviewlint: ignore[grammar] -->")]
    assert faults(text, set(INFOS) - {RULE}) == []
    assert faults(text.replace("grammar", RULE), {RULE}) == [
        ("unused-suppression", "<!-- reviewlint: ignore[grammar/doubled-word] -->")
    ]


def test_an_unknown_name_is_not_also_unused_or_unclosed() -> None:
    assert faults("<!-- reviewlint: disable[grammer] -->\n\nOne.") == [("unknown-suppression", "grammer")]


def test_a_remark_of_several_faults() -> None:
    text = "<!-- reviewlint: disable[all, claims, nothing] -->\n\nOne."
    assert faults(text, set()) == [
        ("blanket-suppression", "all"),
        ("unknown-suppression", "nothing"),
        ("unclosed-suppression", "claims"),
    ]


def without_unused(text: str, name: str = "x.md") -> str:
    document = parse(Source(name, text))
    found = list(judge_remarks(document, read_silences(document), JUDGES, INFOS, set(INFOS)))
    return apply_fixes(text, found, ("safe",))[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One. <!-- reviewlint: ignore[claims] -->\nTwo.", "One.\nTwo."),
        ("One <!-- reviewlint: ignore[claims] --> two.", "One two."),
        ("<!-- reviewlint: ignore[claims] --> One.", "One."),
        ("One.\n\n<!-- reviewlint: ignore[claims] -->\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\r\n\r\n<!-- reviewlint: ignore[claims] -->\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("One.\n\n<!-- reviewlint: ignore[claims] -->\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n<!-- reviewlint: ignore[claims] -->\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\n\n<!-- reviewlint: ignore[claims] -->", "One.\n\n"),
        ("<!-- reviewlint: ignore[claims] -->\n\nOne.", "One."),
        ("<!-- reviewlint: ignore[claims,\n readability] -->\n\nOne.", "One."),
        ("> <!-- reviewlint: ignore[claims] -->\n> One.", ">\n> One."),
        (
            f"{OFF}\n\nOne.\n\n{ON}\n\nTwo.".replace("[grammar]", "[claims, readability]"),
            "One.\n\nTwo.",
        ),
    ],
)
def test_taking_out_what_is_unused(text: str, left: str) -> None:
    assert without_unused(text) == left


def test_a_name_that_is_needed_stays() -> None:
    rules = {rule.info.name: rule for rule in load_rules()}
    text = "They say it is is. <!-- reviewlint: ignore[claims, grammar/doubled-word, readability] why -->"
    document = parse(Source("x.md", text))
    at = text.index("is is")
    silences = read_silences(document)
    assert not apply_silences(document, [Finding(RULE, Span(at, at + 5), "…", Severity.WARNING)], silences)
    found = list(judge_remarks(document, silences, JUDGES, INFOS, set(rules)))
    assert [text[f.span.start : f.span.end] for f in found] == ["claims", "readability"]
    fixed = apply_fixes(text, found, ("safe",))[0]  # type: ignore[arg-type]
    assert fixed == "They say it is is. <!-- reviewlint: ignore[grammar/doubled-word] why -->"
