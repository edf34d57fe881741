"""What of LanguageTool's matches becomes a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewlint.checking.judge import check_document
from reviewlint.config.files import DEFAULTS, Layer
from reviewlint.config.setup import set_up
from reviewlint.document import Source, parse
from reviewlint.engines import Match
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import facts_of, read_vocabulary
from reviewlint.facts.known import Facts
from reviewlint.finding import Finding, Span
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule, load_rules

NAME = "grammar/languagetool"
RULE = next(rule for rule in load_rules() if rule.info.name == NAME)


def said(text: str, at: str, *replacements: str, code: str = "PAYED", category: str = "GRAMMAR") -> Match:
    start = f" {text}".index(f" {at}") if at == "a" else text.index(at)
    return Match(Span(start, start + len(at)), code, category, "It is wrong.", replacements)


def findings(text: str, *matches: Match, facts: Facts | None = None, **values: object) -> list[Finding]:
    layers = (DEFAULTS, Layer(values, option="a test"))
    document = parse(Source("x.md", text))
    setup = set_up(layers)
    known = facts or facts_of(document)
    vocabulary = read_vocabulary(document, known).joined(setup.accepted)
    return list(RULE.check(Context(RULE.info, document, vocabulary, setup.options[NAME], known, None, matches)))


def spans(text: str, *matches: Match, **more: object) -> list[str]:
    return [text[f.span.start : f.span.end] for f in findings(text, *matches, **more)]  # type: ignore[arg-type]


def test_the_codes_finding_has_its_code_and_one_fix() -> None:
    text = "It payed off."
    (finding,) = findings(text, said(text, "payed", "paid"))
    assert (finding.rule, finding.code, finding.message) == (NAME, "PAYED", "It is wrong. Perhaps: “paid”.")
    assert finding.fix is not None
    assert finding.fix.edits[0].text == "paid"
    assert findings(text, said(text, "payed", "paid", "prayed"))[0].fix is None


def test_what_the_file_does_not_name_is_off() -> None:
    text = "It payed off."
    assert spans(text, said(text, "payed", code="NEW_ONE", category="STYLE")) == []
    assert spans(text, said(text, "payed", code="NEW_ONE", category="CONFUSED_WORDS")) == ["payed"]
    assert spans(text, said(text, "payed", code="YO_TO", category="CONFUSED_WORDS")) == []


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({}, ["PAYED"]),
        ({"ignore": [f"{NAME}:PAYED"]}, []),
        ({"select": ["grammar", f"{NAME}:NEW_ONE"]}, ["NEW_ONE", "PAYED"]),
        ({"select": [f"{NAME}:NEW_ONE"]}, ["NEW_ONE"]),
        ({"rules": {NAME: {"enable": ["NEW_ONE"]}}}, ["NEW_ONE", "PAYED"]),
        ({"rules": {NAME: {"disable": ["PAYED"]}}}, []),
        ({"rules": {NAME: {"only": ["NEW_ONE"]}}}, ["NEW_ONE"]),
    ],
)
def test_codes_are_selected_like_rules(values: dict[str, object], codes: list[str]) -> None:
    text = "It payed off, says he."
    found = findings(text, said(text, "payed"), said(text, "says", code="NEW_ONE", category="STYLE"), **values)
    assert sorted(str(finding.code) for finding in found) == codes


def test_a_star_stands_for_anything_and_a_code_without_goes_over_it() -> None:
    info = replace(RULE.info, keys={"codes": {"PAY*": "warning", "PAYS": "off"}})
    text = "It payed off, it pays."
    document = parse(Source("x.md", text))
    found = Rule(info).check(
        Context(
            info,
            document,
            read_vocabulary(document, facts_of(document)),
            {},
            matches=(said(text, "payed"), said(text, "pays", code="PAYS"), said(text, "off", code="REPAY")),
        )
    )
    assert [finding.code for finding in found] == ["PAYED"]


def test_what_is_on_was_measured() -> None:
    codes = {code: said for code, said in RULE.info.keys["codes"].items() if "*" not in code}
    assert all({"slips", "sound"} <= set(said) for said in codes.values())
    for code, said_of_it in codes.items():
        if said_of_it["say"] != "off":
            often_right = said_of_it.get("right", 0) * 5 >= said_of_it.get("read", 0) * 4
            slips, sound = said_of_it["slips"] / 16_297, said_of_it["sound"] / 158_300
            assert often_right or slips >= 4 * sound, code


def test_a_code_of_a_rule_that_has_none_is_a_mistake() -> None:
    with pytest.raises(ReviewlintError, match="no rule or group “grammar/doubled-word:X”"):
        set_up((DEFAULTS, Layer({"ignore": ["grammar/doubled-word:X"]}, option="a test")))


def test_names_of_the_facts_are_never_marked() -> None:
    facts = facts_of(parse(Source("x.md", "")), given={"character": [{"name": "Asta Alio"}]})
    text = "Asta Alio have a boat."
    assert spans(text, said(text, "Alio", "Ali"), facts=facts) == []
    assert spans(text, said(text, "Asta Alio"), facts=facts) == []
    assert spans(text, said(text, "Alio have", "Alio has"), facts=facts) == ["have"]
    (finding,) = findings(text, said(text, "Alio have", "Ali has"), facts=facts)
    assert finding.fix is None


@pytest.mark.parametrize(
    ("accepted", "text", "marked"),
    [("payed", "It Payed off.", []), ("Payed", "It payed off.", ["payed"]), ("Payed", "It Payed off.", [])],
)
def test_accepted_words_keep_their_capitals(accepted: str, text: str, marked: list[str]) -> None:
    word = text.split()[1]
    assert spans(text, said(text, word, "paid"), accept=[accepted]) == marked


def test_the_plain_words_of_a_title_are_no_names() -> None:
    facts = facts_of(parse(Source("x.md", "")), given={"name": "a place of a sunset"})
    text = "It had a hour."
    assert spans(text, said(text, "a", "an", code="EN_A_VS_AN"), facts=facts) == ["a"]


@pytest.mark.parametrize("text", ["He says “it payed off”.", "See *It Payed Off* soon.", "Type `payed` here."])
def test_other_peoples_words_titles_and_code_are_not_read(text: str) -> None:
    word = "Payed" if "Payed" in text else "payed"
    assert spans(text, said(text, word, "paid")) == []


def test_what_has_markup_within_is_not_marked() -> None:
    text = "It was **very** payed off."
    assert findings(text, said(text, "very** payed", "paid")) == []


def test_a_remark_may_name_a_code() -> None:
    text = f"It payed off. <!-- reviewlint: ignore[{NAME}:PAYED] dialect -->"
    document = parse(Source("x.md", text))
    setup = set_up((DEFAULTS,))
    # LanguageTool was not asked, so the remark may be needed.
    assert check_document(document, facts_of(document), setup).findings == ()
