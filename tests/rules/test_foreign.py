"""Safe rules keep away from words of another language, whose spelling and spacing are not those of English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.finding import Safety
from reviewlint.rules.anatomy import Example
from reviewlint.rules.examples import judged
from reviewlint.rules.foreign import is_foreign
from reviewlint.rules.registry import load_rules

SAFE = [rule for rule in load_rules() if rule.info.fix == "safe" and rule.info.kind != "suppression"]

# Sound, each in its own language, within an English sentence.
FOREIGN = [
    "*Où est la maison de mon ami ?*",
    "« Et si on dansait ! »",
    "„Das Boot“",
    "„Człowiek z marmuru”",
    "»Die Welle«",
    "”Låt den rätte komma in”",
    "*Im Lauf der Zeit*",
    "*Im Westen nichts Neues*",
    "*An die Freude*",
    "*Un prophète*",
    "*Y tu mamá también*",
    "*El secreto de sus ojos*",
    "*La casa de papel !*",
    "*A un dios desconocido*",
    "*Ole dole doff*",
    "¿Qué hora es?",
    "¡Ay, Carmela!",
    "*C’est arrivé près de chez vous !*",
    "« Vraiment ? »",
    "*Le goût des autres : suite*",
    "*I soliti ignoti*",
    "*Kdo chytá v žitě*",
    "‚Na und‘",
    "‹Ja›",
    "*An Béal Bocht*",
    "*Il y a longtemps que je t’aime*",
    "*Das Leben der Anderen*",
]
BEFORE = ["She made ", "In ", "Nobody sang ", "The film is called ", "(See ", "It is as good as ", "He says "]
AFTER = [" and left.", ", which is long.", " (1999) is short.", " again.", ": a tale.", ".", "; so what?"]


def safe_fixes(text: str) -> list[str]:
    return [
        finding.message
        for rule in SAFE
        for finding in judged(rule, Example(text, ()), text)[1]
        if finding.fix is not None and finding.fix.safety is Safety.SAFE
    ]


@pytest.mark.parametrize("foreign", FOREIGN)
def test_no_safe_fix_in_words_of_another_language(foreign: str) -> None:
    for before in BEFORE:
        for after in AFTER:
            if not before.startswith("(") or after.startswith(" ("):
                assert safe_fixes(f"{before}{foreign}{after}") == []


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("In *Qui êtes-vous ?* she sings", True),
        ("We made Im Westen nichts Neues again", True),
        ("le film dont je parle", True),
        ("C’est la vie ! And so on", True),
        ("They met at the café ? No.", False),
        ("Amélie could of gone home", False),
        ("It doesnt beleive in La La Land", False),
        ("El Paso and De Niro were there , as ever", False),
    ],
)
def test_another_language_is_known_by_its_small_words(text: str, foreign: bool) -> None:
    at = max(text.find(mark) for mark in (" ?", " !", "Im ", "dont ", "of ", "doesnt", " ,"))
    assert is_foreign(text, at, at + 1) is foreign


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 5))
def test_any_text_is_judged(text: str, start: int, length: int) -> None:
    assert is_foreign(text, min(start, len(text)), min(start + length, len(text))) in (True, False)
