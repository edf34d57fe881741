"""What rules make of a reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reviewlint.document import Document, Source, parse
from reviewlint.errors import ReviewlintError
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Finding
from reviewlint.reader import Change, Edit, Reading, Slip, read
from reviewlint.rules.context import Context
from reviewlint.rules.examples import apply, mark
from reviewlint.rules.kinds.reader import APART, SHOWN
from reviewlint.rules.registry import Rule, load_rules
from reviewlint.rules.rule_file import load_rule
from tests.rules.conftest import WriteRule

ALL = "[thresholds]\nquiet = 1000\nnormal = -1000\nstrict = -2000\n"  # log odds: nothing, and whatever is doubted
SENSITIVITY = '[options.sensitivity]\ndefault = "normal"\ndoc = "How much."\n'
LOW = -9.0


def reading_of(document: Document, spoiled: Mapping[int, float], slips: Mapping[int, Slip]) -> Reading:
    """Return a reading in which all is sound but for some words, by their index."""
    low = [LOW] * len(document.words)
    scores = [spoiled.get(word, LOW) for word in range(len(document.words))]
    return Reading((scores, low, low), low, -2.0, slips)


def check(
    write_rule: WriteRule, head: str, text: str, reading: Reading | None, *known: str, sensitivity: str = "normal"
) -> tuple[str, str, list[Finding]]:
    """Return a text with marks, the text with every fix, and the findings."""
    keys = {"kind": '"reader"', "head": f'"{head}"', "reads": '["prose", "list"]', "fix": '"unsafe"'}
    if head == "form":
        keys["message"] = '"“{match}”: “{replace}”."'
    if head == "spoiled":
        keys["message"] = '"“{match}” is odd."'
    if head == "draft":
        keys["message"] = '"{count} places in {words} words."'
    info = load_rule(write_rule(ALL + SENSITIVITY, **keys))
    document = parse(Source("draft.md", text))
    context = Context(info, document, Vocabulary.of(known), {"sensitivity": sensitivity}, reading=reading)
    findings = list(Rule(info).check(context))
    return mark(text, tuple((f.span.start, f.span.end) for f in findings)), apply(text, findings), findings


def mended(
    write_rule: WriteRule, text: str, at: str, change: Change, new: str, *known: str, sensitivity: str = "normal"
) -> tuple[str, str]:
    """Return a text with marks and with fixes, where the reader would make one edit at the word `at`."""
    document = parse(Source("draft.md", text))
    word = next(n for n, word in enumerate(document.words) if word.text == at)
    reading = reading_of(document, {}, {word: Slip(word, Edit(change, new, 3.0, -4.0, 2.0))})
    return check(write_rule, "form", text, reading, *known, sensitivity=sensitivity)[:2]


@pytest.mark.parametrize(
    ("text", "at", "change", "new", "marked", "fixed"),
    [
        ("It would of rained.", "of", Change.REPLACE, "have", "It would ⟦of⟧ rained.", "It would have rained."),
        ("Its late.", "Its", Change.REPLACE, "It", "⟦Its⟧ late.", "It late."),
        ("He has dog.", "dog", Change.PUT_IN, "a", "He has ⟦dog⟧.", "He has a dog."),
        ("It is in the\nthe end.", "the", Change.DELETE, "", "It is in ⟦the\nthe⟧ end.", "It is in the end."),
        # Capitals follow the first word of the sentence …
        ("Film is late.", "Film", Change.PUT_IN, "the", "⟦Film⟧ is late.", "The film is late."),
        (
            "Rain falls. (Film is late.)",
            "Film",
            Change.PUT_IN,
            "the",
            "Rain falls. (⟦Film⟧ is late.)",
            "Rain falls. (The film is late.)",
        ),
        ("The a film is late.", "The", Change.DELETE, "", "⟦The a⟧ film is late.", "A film is late."),
        ("The Nora film is late.", "The", Change.DELETE, "", "⟦The Nora⟧ film is late.", "Nora film is late."),
        ("rain is late.", "rain", Change.PUT_IN, "the", "⟦rain⟧ is late.", "the rain is late."),
        # … but names, "I" and what stands within a sentence keep theirs.
        ("Nora is late.", "Nora", Change.PUT_IN, "the", "⟦Nora⟧ is late.", "The Nora is late."),
        ("Vondrell is late.", "Vondrell", Change.PUT_IN, "the", "⟦Vondrell⟧ is late.", "The Vondrell is late."),
        ("I think I late.", "I", Change.PUT_IN, "do", "⟦I⟧ think I late.", "Do I think I late."),
        ("So Film is late.", "Film", Change.PUT_IN, "the", "So ⟦Film⟧ is late.", "So the Film is late."),
        ("He and I I am late.", "I", Change.DELETE, "", "He and ⟦I I⟧ am late.", "He and I am late."),
    ],
)
def test_a_slip_is_marked_and_mended(
    write_rule: WriteRule, text: str, at: str, change: Change, new: str, marked: str, fixed: str
) -> None:
    got, became = mended(write_rule, text, at, change, new)
    assert got == marked
    assert became.replace("\n", " ") == fixed


def test_what_is_not_likely_enough_is_not_said(write_rule: WriteRule) -> None:
    text = "It would of rained."
    assert mended(write_rule, text, "of", Change.REPLACE, "have", sensitivity="quiet")[0] == text


@pytest.mark.parametrize("change", list(Change))
def test_known_names_are_never_marked(write_rule: WriteRule, change: Change) -> None:
    text = "The band Of rained on us."
    assert mended(write_rule, text, "Of", change, "have")[0] != text
    assert mended(write_rule, text, "Of", change, "have", "Band Of Rain")[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "He says: “it would of rained on all of us today.”",
        "In *Would of Rained* the sun shines.",
        "So `would of rained` is code.",
        "# It would of rained\n",
        "> It would of rained.\n",
    ],
)
def test_what_others_wrote_is_not_marked(write_rule: WriteRule, text: str) -> None:
    assert mended(write_rule, text, "of", Change.REPLACE, "have")[0] == text


@pytest.mark.parametrize("text", ["It rains of, the sun shines.", "It rains of", "- It rains of\n- the sun"])
def test_a_word_is_not_deleted_where_none_follows_it_at_once(write_rule: WriteRule, text: str) -> None:
    assert mended(write_rule, text, "of", Change.DELETE, "")[0] == text


def test_no_fix_is_offered_across_markup(write_rule: WriteRule) -> None:
    text = "It rains in the *the* garden."
    assert mended(write_rule, text, "the", Change.DELETE, "")[1] == text


def test_the_message_says_what_to_write(write_rule: WriteRule) -> None:
    text = "He has dog."
    document = parse(Source("draft.md", text))
    reading = reading_of(document, {}, {2: Slip(2, Edit(Change.PUT_IN, "a", 3.0, -4.0, 2.0))})
    _, _, findings = check(write_rule, "form", text, reading)
    assert [f.message for f in findings] == ["“dog”: “a dog”."]


def phrases(write_rule: WriteRule, text: str, odd: str, *known: str, sensitivity: str = "normal") -> str:
    document = parse(Source("draft.md", text))
    spoiled = {n: 9.0 for n, word in enumerate(document.words) if word.text in odd.split()}
    return check(write_rule, "spoiled", text, reading_of(document, spoiled, {}), *known, sensitivity=sensitivity)[0]


def test_odd_words_are_marked_as_one_phrase(write_rule: WriteRule) -> None:
    text = "It rains on the loud wet walls today."
    assert phrases(write_rule, text, "loud wet walls") == "It rains on the ⟦loud wet walls⟧ today."
    assert phrases(write_rule, text, "loud wet walls", sensitivity="quiet") == text


def test_no_name_number_or_foreign_word_opens_a_phrase(write_rule: WriteRule) -> None:
    for word in ("Walls", "1999", "café"):
        text = f"Then it rains, {word}, today."
        assert phrases(write_rule, text, word) == text
    assert phrases(write_rule, "Then it rains, walls, today.", "walls", "The Walls") == "Then it rains, walls, today."


def test_odd_words_of_others_are_not_marked(write_rule: WriteRule) -> None:
    for text in ("In *Loud Walls* the sun shines.", "So `loud walls` is code.", "He says: “loud walls are all I see.”"):
        assert phrases(write_rule, text, "Loud Walls loud walls") == text


@pytest.mark.parametrize("head", ["spoiled", "form", "missing"])
def test_without_a_reading_nothing_is_said(write_rule: WriteRule, head: str) -> None:
    assert check(write_rule, head, "It would of rained.", None)[2] == []


def test_a_head_that_there_is_not_is_an_error(write_rule: WriteRule) -> None:
    info = load_rule(write_rule(ALL + SENSITIVITY, kind='"reader"', head='"spoilt"'))
    with pytest.raises(ReviewlintError, match="no head “spoilt”") as caught:
        Rule(info).verify()
    assert "spoiled" in (caught.value.hint or "")


@pytest.mark.parametrize("table", ["quiet = 1\nnormal = 0\n", 'quiet = 1\nnormal = 0\nstrict = "low"\n', "loud = 1\n"])
def test_a_threshold_that_is_missing_is_an_error(write_rule: WriteRule, table: str) -> None:
    info = load_rule(write_rule(f"[thresholds]\n{table}" + SENSITIVITY, kind='"reader"', head='"form"'))
    with pytest.raises(ReviewlintError, match="quiet, normal and strict"):
        Rule(info).verify()


SOUND = "The children are playing in the garden. He has a dog, and the dog has a bone."
SLIPS = "They could of left the house in the morning. She have written three books about the sea."


def said(text: str) -> list[tuple[int, str, str]]:
    """Return what the rules of the reader say of a text, at strict: place, rule, message."""
    document = parse(Source("draft.md", text))
    reading = read(document)
    found = []
    for rule in load_rules():
        if rule.info.kind == "reader":
            context = Context(rule.info, document, Vocabulary.of(()), {"sensitivity": "strict"}, reading=reading)
            found += [(f.span.start, f.rule, f.message) for f in rule.check(context)]
    return sorted(found)


def test_plain_prose_is_sound_to_every_rule() -> None:
    assert said(SOUND) == []


def test_a_sentence_is_judged_the_same_each_time() -> None:
    assert said(SLIPS) == said(SLIPS) != []


def spoiled_draft(places: int, words: int) -> tuple[Document, Reading]:
    """Return a draft with so many odd words, each a sentence's third, the later the odder."""
    text = " ".join(["It is odd today."] * places + ["All fine."] * ((words - 4 * places) // 2))
    document = parse(Source("draft.md", text))
    odd = [n for n, word in enumerate(document.words) if word.text == "odd"]
    return document, reading_of(document, {word: 12.0 + n / 8 for n, word in enumerate(odd)}, {})


@pytest.mark.parametrize(
    ("places", "words", "spoiled"),
    [(SHOWN, 60, False), (SHOWN + 1, 60, True), (SHOWN + 2, (SHOWN + 2) * APART, True),
     (SHOWN + 2, (SHOWN + 2) * APART + 2, False)],
)  # fmt: skip
def test_a_draft_that_is_spoiled_throughout_is_said_to_be(
    write_rule: WriteRule, places: int, words: int, spoiled: bool
) -> None:
    document, reading = spoiled_draft(places, words)
    assert len(document.words) == words
    text = document.source.text
    marked, _, findings = check(write_rule, "draft", text, reading)
    assert marked == (text.replace("odd", "⟦odd⟧", 1) if spoiled else text)
    assert [f.message for f in findings] == ([f"{places} places in {words} words."] if spoiled else [])
    assert len(check(write_rule, "spoiled", text, reading)[2]) == places


def test_the_verdict_lists_the_worst_places(write_rule: WriteRule) -> None:
    document, reading = spoiled_draft(SHOWN + 2, 60)
    (finding,) = check(write_rule, "draft", document.source.text, reading)[2]
    assert [related.message for related in finding.related] == ["“odd”"] * SHOWN
    assert {related.line for related in finding.related} == {1}
    assert {related.path for related in finding.related} == {"draft.md"}


def test_the_verdict_stands_on_the_first_word_of_the_first_phrase(write_rule: WriteRule) -> None:
    document, reading = spoiled_draft(SHOWN + 1, 60)
    scores = (*reading.scores[0][:7], 12.0, *reading.scores[0][8:])  # "odd today" of the second sentence
    (finding,) = check(
        write_rule, "draft", document.source.text, replace(reading, scores=(scores, *reading.scores[1:]))
    )[2]
    assert (finding.span.start, finding.span.end) == (document.words[6].start, document.words[6].end)
