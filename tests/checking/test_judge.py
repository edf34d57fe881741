"""What is said of one draft: all rules, remarks heeded, one finding a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewlint.checking import draft as drafting
from reviewlint.checking import judge
from reviewlint.checking.judge import check_document, one_a_place
from reviewlint.config.files import DEFAULTS, Layer
from reviewlint.config.setup import Setup, set_up
from reviewlint.document import Source, parse
from reviewlint.errors import ReviewlintError
from reviewlint.facts.known import NO_FACTS
from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.reader import reading
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule, load_rules

DOUBLED = next(rule for rule in load_rules() if rule.info.name == "grammar/doubled-word")
Check = Callable[[Context], Iterator[Finding]]


def a_rule(check: Check, name: str = "grammar/other") -> Rule:
    rule = Rule(replace(DOUBLED.info, name=name, path=Path("other.toml")))
    rule.__dict__["check"] = check  # in place of what its file would give
    return rule


def setup_of(*rules: Rule, **values: object) -> Setup:
    return replace(set_up((DEFAULTS, Layer({"select": [DOUBLED.info.name], **values}))), rules=rules)


def said(text: str, setup: Setup) -> list[tuple[str, str]]:
    checked = check_document(parse(Source("x.md", text)), NO_FACTS, setup)
    return [(f.rule, text[f.span.start : f.span.end]) for f in checked.findings]


class Panic(BaseException):
    """As a library in Rust raises it: no Exception."""


@pytest.mark.parametrize("fault", [KeyError("x"), Panic("x")])
def test_a_rule_that_crashes_is_one_error_and_the_rest_goes_on(fault: BaseException) -> None:
    def crash(ctx: Context) -> Iterator[Finding]:
        yield ctx.finding(0, 1)
        raise fault

    setup = setup_of(a_rule(crash), DOUBLED)
    setup = replace(setup, options={**setup.options, "grammar/other": {}})
    checked = check_document(parse(Source("x.md", "It is is.")), NO_FACTS, setup)
    assert [f.rule for f in checked.findings] == ["grammar/doubled-word"]
    (error,) = checked.errors
    assert (
        f"The rule grammar/other failed on this draft: {type(fault).__name__}: {fault} (test_judge.py:" in error.message
    )
    assert error.path == "x.md"
    assert "--ignore" in (error.hint or "")


def test_an_interrupt_is_no_fault_of_a_rule() -> None:
    def interrupted(ctx: Context) -> Iterator[Finding]:
        raise KeyboardInterrupt

    setup = setup_of(a_rule(interrupted))
    setup = replace(setup, options={**setup.options, "grammar/other": {}})
    with pytest.raises(KeyboardInterrupt):
        check_document(parse(Source("x.md", "It is is.")), NO_FACTS, setup)


def test_a_rule_that_cannot_be_used_is_one_error_of_its_own_file() -> None:
    class Bad(Rule):
        @property
        def check(self) -> Check:  # type: ignore[override]
            raise ReviewlintError("The pattern is not RE2.", path="bad.toml", line=3)

    setup = setup_of(Bad(replace(DOUBLED.info, name="grammar/bad")), DOUBLED)
    setup = replace(setup, options={**setup.options, "grammar/bad": {}})
    checked = check_document(parse(Source("x.md", "It is is.")), NO_FACTS, setup)
    assert len(checked.findings) == 1
    assert [str(error) for error in checked.errors] == ["bad.toml:3: The pattern is not RE2."]


def test_a_crash_leaves_remarks_unjudged() -> None:
    def crash(ctx: Context) -> Iterator[Finding]:
        raise ValueError

    unused = next(rule for rule in load_rules() if rule.info.name == "typography/unused-suppression")
    setup = setup_of(a_rule(crash, "grammar/doubled-word"), unused)
    setup = replace(setup, options={**setup.options, unused.info.name: {}})
    assert said("One. <!-- reviewlint: ignore[grammar/doubled-word] -->", setup) == []


def test_remarks_silence_and_are_judged() -> None:
    setup = set_up((DEFAULTS, Layer({"select": [DOUBLED.info.name, "typography/unused-suppression"]})))
    remark = "<!-- reviewlint: ignore[grammar/doubled-word] -->"
    assert said(f"It is is. {remark}\n\nIt is is.", setup) == [("grammar/doubled-word", "is is")]
    assert said(f"It is. {remark}", setup) == [("typography/unused-suppression", remark)]
    assert said(f"It is. {remark}", setup_of(DOUBLED)) == []
    assert said("It is is [sic].", setup) == []


def test_the_configuration_weighs() -> None:
    setup = setup_of(DOUBLED, rules={DOUBLED.info.name: {"severity": "error"}})
    checked = check_document(parse(Source("x.md", "It is is.")), NO_FACTS, setup)
    assert [f.severity for f in checked.findings] == [Severity.ERROR]


def test_accepted_words_are_known_to_rules() -> None:
    def known(ctx: Context) -> Iterator[Finding]:
        if ctx.vocabulary.knows("Kyomoto"):
            yield ctx.finding(0, 1, match="K")

    assert said("Kyomoto.", setup_of(a_rule(known, DOUBLED.info.name), accept=["Kyomoto"]))
    assert not said("Kyomoto.", setup_of(a_rule(known, DOUBLED.info.name)))


def finding(rule: str, span: tuple[int, int], severity: Severity, fix: str | None = None) -> Finding:
    mend = None if fix is None else Fix(fix, Safety.SAFE, (Edit(Span(*span), fix),))
    return Finding(rule, Span(*span), "…", severity, mend)


def test_one_finding_a_place() -> None:
    grave = finding("grammar/b", (3, 9), Severity.ERROR)
    light = finding("grammar/a", (3, 9), Severity.WARNING, "x")
    other_group = finding("claims/a", (3, 9), Severity.WARNING)
    other_place = finding("grammar/a", (3, 8), Severity.WARNING)
    assert one_a_place([light, other_place, grave, other_group]) == [other_place, other_group, grave]


def test_of_two_as_grave_the_one_that_can_be_fixed_stays() -> None:
    fixable = finding("grammar/b", (3, 9), Severity.WARNING, "x")
    assert one_a_place([finding("grammar/a", (3, 9), Severity.WARNING), fixable]) == [fixable]


def test_the_same_fix_says_the_same() -> None:
    one = finding("grammar/a", (3, 9), Severity.WARNING, "x")
    wider = replace(one, rule="typography/b", span=Span(0, 9))
    assert one_a_place([wider, one]) == [wider]
    assert len(one_a_place([one, finding("typography/b", (3, 9), Severity.WARNING, "y")])) == 2


def test_a_word_on_the_whole_draft_stands_beside_others() -> None:
    whole = finding("readability/hard-draft", (3, 90), Severity.INFO)
    sentence = finding("readability/tangled-sentence", (3, 90), Severity.WARNING)
    assert one_a_place([whole, sentence, whole]) == [whole, sentence]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("They sing for the 9 year olds here.", "typography/missing-hyphen"),
        ("We have have the lamp.", "grammar/doubled-word"),
        ("It holds a another lamp.", "grammar/set-phrase"),
        ("She writes childrens books.", "grammar/irregular-plural"),
        ("They know each others names.", "grammar/set-phrase"),
        ("It is old or tired, , says Ann.", "typography/doubled-mark"),
    ],
)
def test_rules_that_mean_the_same_fault_tell_it_once(text: str, rule: str) -> None:
    assert [name for name, _ in said(text, set_up((DEFAULTS, Layer({"ignore": ["garbled/odd-phrase"]}))))] == [rule]


def test_findings_come_by_place() -> None:
    places = [(5, 6), (0, 9), (0, 2), (5, 5)]
    found = one_a_place([finding("grammar/a", place, Severity.WARNING) for place in places])
    assert [(f.span.start, f.span.end) for f in found] == sorted(places)


def test_the_reader_can_be_left_out() -> None:
    text = "The cook does the adding of salt to the soup with largeness of hand, and the guests are of gladness full."

    def rules(**values: object) -> set[str]:
        setup = set_up((DEFAULTS, Layer({"select": ["garbled/odd-phrase"], **values})))
        return {f.rule for f in check_document(parse(Source("x.md", text)), NO_FACTS, setup).findings}

    assert rules() == {"garbled/odd-phrase"}
    assert rules(reader="off") == set()


def test_what_the_reader_doubts_within_the_place_of_another_finding_is_told_already() -> None:
    text = "The cook does the adding of salt to the soup with largeness of hand, and the guests are of gladness full."

    def marking(end: int) -> list[str]:
        other = a_rule(lambda ctx: iter([ctx.finding(0, end)]))
        setup = set_up((DEFAULTS, Layer({"select": ["garbled/odd-phrase"]})))
        setup = replace(setup, rules=(*setup.rules, other), options={**setup.options, "grammar/other": {}})
        return sorted({rule for rule, _ in said(text, setup)})

    assert marking(len(text)) == ["grammar/other"]
    assert marking(len("The cook does")) == ["garbled/odd-phrase", "grammar/other"]


@pytest.mark.parametrize("one_of_many", [False, True])
def test_a_model_that_cannot_be_loaded_is_one_error_and_the_rest_goes_on(
    one_of_many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> object:
        raise ReviewlintError("The reader's model cannot be loaded.")

    monkeypatch.setattr(reading, "_is_one_of_many", lambda: one_of_many)
    monkeypatch.setattr(reading, "load_model", broken)
    setup = set_up((DEFAULTS, Layer({"select": ["garbled", DOUBLED.info.name]})))
    checked = check_document(parse(Source("x.md", "It is is.")), NO_FACTS, setup)
    assert [f.rule for f in checked.findings] == ["grammar/doubled-word"]
    assert [error.message for error in checked.errors] == ["The reader's model cannot be loaded."]


def test_who_has_a_novel_read_is_told_that_the_reader_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "MOST", 5)
    outcome = drafting.check_bytes(
        "drafts/a.md", b"It rains here. It pours.\n\nThe old man snores.\n", drafting.Choice()
    )
    assert outcome.notices == ("The reader reads the first 5 words of a draft, and no more of drafts/a.md.",)
