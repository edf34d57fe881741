"""The declarative kinds, beyond what the examples of the built-in rules show."""

from __future__ import annotations

import pytest

from reviewlint.document import Source, parse
from reviewlint.errors import ReviewlintError
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.examples import apply, mark
from reviewlint.rules.notation import words_needed
from reviewlint.rules.registry import Rule
from reviewlint.rules.rule_file import load_rule
from tests.rules.conftest import WriteRule

SWAP = """
unless = ["could of course"]
[swap]
"could of" = "could have"
"could of been a" = "could have been some"
alot = "a lot"
dont = "don't"
Spiderman = "Spider-Man"
"""


def run(path: object, text: str, *known: str) -> tuple[str, str, list[Finding]]:
    """Return a text with marks, the text with every fix, and the findings of the rule in a file."""
    info = load_rule(path)  # type: ignore[arg-type]
    context = Context(info, parse(Source("draft.md", text)), Vocabulary.of(known), {})
    findings = list(Rule(info).check(context))
    return mark(text, tuple((f.span.start, f.span.end) for f in findings)), apply(text, findings), findings


@pytest.mark.parametrize(
    ("text", "marked", "fixed"),
    [
        ("It could of rained.", "It ⟦could of⟧ rained.", "It could have rained."),
        ("It could\nof rained.", "It ⟦could\nof⟧ rained.", "It could\nhave rained."),
        ("Could of rained.", "⟦Could of⟧ rained.", "Could have rained."),
        ("It COULD OF rained.", "It ⟦COULD OF⟧ rained.", "It COULD HAVE rained."),
        ("It could of been a lamp.", "It ⟦could of been a⟧ lamp.", "It could have been some lamp."),
        ("It could, of itself, rain.", "It could, of itself, rain.", None),
        ("It could of course rain.", "It could of course rain.", None),
        ("The Alot grazes; alot of it.", "The Alot grazes; ⟦alot⟧ of it.", "The Alot grazes; a lot of it."),
        ("Spiderman and spiderman.", "⟦Spiderman⟧ and spiderman.", "Spider-Man and spiderman."),
        ("I can’t, they dont.", "I can’t, they ⟦dont⟧.", "I can’t, they don’t."),
    ],
)
def test_swap(write_rule: WriteRule, text: str, marked: str, fixed: str | None) -> None:
    path = write_rule(SWAP, kind='"swap"', fix='"safe"')
    got, became, _ = run(path, text)
    assert got == marked
    assert became == (fixed or text)


def test_swap_offers_no_fix_across_markup(write_rule: WriteRule) -> None:
    path = write_rule(SWAP, kind='"swap"', fix='"safe"')
    got, became, findings = run(path, "It could **of** rained.")
    assert (got, became) == ("It ⟦could **of⟧** rained.", "It could **of** rained.")
    assert findings[0].fix is None


def test_swap_leaves_a_known_name(write_rule: WriteRule) -> None:
    path = write_rule(SWAP, kind='"swap"', fix='"safe"')
    assert run(path, "Alot grazes.")[0] == "⟦Alot⟧ grazes."
    assert run(path, "Alot grazes.", "Alot")[0] == "Alot grazes."
    assert run(path, "See Spiderman.", "Spiderman")[0] == "See Spiderman."


def test_swap_says_what_to_write(write_rule: WriteRule) -> None:
    path = write_rule(SWAP, kind='"swap"', message='"Write “{replace}” for “{match}”."')
    assert run(path, "Alot of it could\nof rained.")[2][1].message == "Write “could have” for “could of”."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It is the the end.", "It is ⟦the the⟧ end."),
        ("one of\nof them", "one ⟦of\nof⟧ them"),
        ("The the end.", "⟦The the⟧ end."),
        ("I know that that is it.", "I know that that is it."),
        ("No no no.", "No no no."),
        ("a long, long day", "a long, long day"),
        ("songs by The The and Duran Duran", "songs by The The and Duran Duran"),
        ("in 2001 2001 lamps burnt", "in 2001 2001 lamps burnt"),
        ("*La La* *Land*", "*La La* *Land*"),
    ],
)
def test_repeat(write_rule: WriteRule, text: str, marked: str) -> None:
    path = write_rule('allow = ["that"]\n', kind='"repeat"', fix='"safe"')
    assert run(path, text)[0] == marked


@pytest.mark.parametrize(
    ("per", "text", "marked"),
    [
        (
            "sentence",
            "A very, very, very old lamp. A very, very dim one.",
            "A very, very, ⟦very⟧ old lamp. A very, very dim one.",
        ),
        ("paragraph", "Very very.\n\nVery. Very. Very.", "Very very.\n\nVery. Very. ⟦Very⟧."),
        ("document", "Very very.\n\nVery. Very.", "Very very.\n\n⟦Very⟧. Very."),
        ("document", "Very very.", "Very very."),
    ],
)
def test_occurrence(write_rule: WriteRule, per: str, text: str, marked: str) -> None:
    body = f"patterns = ['\\bvery\\b']\nignore_case = true\nmax = 2\nper = '{per}'\n"
    path = write_rule(body, kind='"occurrence"', message='"{count} of {max}: {match}"')
    got, _, findings = run(path, text)
    assert got == marked
    if findings:
        assert findings[0].message.startswith(("3 of 2", "4 of 2"))


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("grey, grey and gray", "grey, grey and grey"),
        ("gray, then grey", "gray, then gray"),  # as many: the first is kept
        ("greys and grey, Gray lamps", "greys and grey, Gray lamps"),  # a name, by its capital
        ("Gray lamps. A grey one, and greys.", "Grey lamps. A grey one, and greys."),
        ("one grey, two grays", "one grey, two greys"),
        ("TV and tv and TV", "TV and TV and TV"),
        ("Tv and tv and TV", "Tv and tv and tv"),
        ("grey only", "grey only"),
    ],
)
def test_consistency(write_rule: WriteRule, text: str, fixed: str) -> None:
    body = 'sets = [["grey|greys", "gray|grays"], ["TV", "tv"]]\n'
    path = write_rule(body, kind='"consistency"', fix='"unsafe"')
    assert run(path, text)[1] == fixed


def test_consistency_names_the_other_place(write_rule: WriteRule) -> None:
    path = write_rule('sets = [["grey", "gray"]]\n', kind='"consistency"', message='"{match}: {replace} ({count})"')
    findings = run(path, "lamp\n\ngrey grey\n\ngray")[2]
    assert findings[0].message == "gray: grey (2)"
    assert findings[0].related[0].line == 3


def test_pattern_with_a_template(write_rule: WriteRule) -> None:
    body = "patterns = ['(?P<a>\\pL+) ?,(?P<b>\\pL+)']\nreplace = '{a.upper}, {b.capital} {b.lower}'\n"
    path = write_rule(body, kind='"pattern"', fix='"safe"')
    assert run(path, "lamp,Oil")[1] == "LAMP, Oil oil"


def test_pattern_marks_its_group_less_what_excuses_it(write_rule: WriteRule) -> None:
    body = "patterns = ['a (?P<span>lamp)', 'lamp oil']\nnot_when = ['old lamp', 'lamp post']\nignore_case = true\n"
    path = write_rule(body, kind='"pattern"')
    assert run(path, "a lamp, an old a lamp post, A LAMP oil")[0] == "a ⟦lamp⟧, an old a lamp post, A ⟦LAMP⟧ oil"


def test_pattern_leaves_a_known_name(write_rule: WriteRule) -> None:
    path = write_rule("patterns = ['Lampe']\nreplace = 'Lamp'\n", kind='"pattern"', fix='"safe"')
    assert run(path, "Die Lampe")[0] == "Die ⟦Lampe⟧"
    assert run(path, "Die Lampe", "Gute Lampe")[0] == "Die Lampe"


def test_nothing_reaches_across_what_a_rule_does_not_read(write_rule: WriteRule) -> None:
    swap = write_rule(SWAP, kind='"swap"')
    assert run(swap, "It could `x` of rained. `could of`")[0] == "It could `x` of rained. `could of`"
    repeat = write_rule(kind='"repeat"', name="house/wick")
    assert run(repeat, "the `x` the; *A Lamp* *A Lamp*")[0] == "the `x` the; *A Lamp* *A Lamp*"


PHRASES = """
unless = ["old lamp"]
phrases = [
    "a|the v:NN&lamp|lantern|candle of <oils> -> oil",
    "<two|three lamp> -> lamps",
    "@be <lit> on -> alight",
    "not !ever|even <lamp>, -> light",
]
"""


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("A lamp of oils.", "A lamp of ⟦oils⟧."),
        ("It had two lamp.", "It had ⟦two lamp⟧."),
        ("They were lit on, on a hill.", "They were ⟦lit⟧ on, on a hill."),
        ("A lamp of oil, and lamps.", "A lamp of oil, and lamps."),
        ("Two old lamp.", "Two old lamp."),
    ],
)
def test_a_phrase_is_found_although_it_is_read_late(write_rule: WriteRule, text: str, marked: str) -> None:
    assert run(write_rule(PHRASES, kind='"phrase"'), text)[0] == marked


def test_verify_reads_what_no_draft_has_asked_for_yet(write_rule: WriteRule) -> None:
    path = write_rule('phrases = [\n"lamp <oil>",\n"lamp @wicks",\n]\n', kind='"phrase"')
    assert run(path, "Lamps.")[2] == []
    with pytest.raises(ReviewlintError, match="there is no set @wicks") as caught:
        Rule(load_rule(path)).verify()
    assert caught.value.line == 9


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a|the <lamp> -> {2}", [("a", "the"), ("lamp",)]),
        ("VBZ|go lamp? !oil @be n:wick $|to -> x y", [("wick",)]),
        ("can't , don't|won't", [("can't",), ("don't", "won't")]),
    ],
)
def test_the_words_that_a_phrase_needs(text: str, words: list[tuple[str, ...]]) -> None:
    assert words_needed(text) == words
