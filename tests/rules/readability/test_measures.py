"""Measures of a draft: textstat's formulas on our own sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reviewlint.document import Source, parse
from reviewlint.rules.readability.measures import Measures, ease_in_words, measure, rough_grade
from reviewlint.rules.readability.offline_textstat import Pronunciations, cmu_dictionary, textstat

DRAFT = "The cat sat on the mat. It scored 3.5/5 from Dr. Strand. A dog barked at the moon!"


def document(text: str):
    return parse(Source("draft.md", text))


def test_scores_follow_the_formulas_on_our_sentences() -> None:
    measures = measure(document(DRAFT))
    assert measures.sentences == 3
    # 18 words; "3.5/5" and "Dr" hold no syllable but their own: by hand 20 to 22 syllables.
    assert measures.ease is not None
    assert 206.835 - 1.015 * 6 - 84.6 * 22 / 17 < measures.ease < 206.835 - 1.015 * 5 - 84.6 * 18 / 18


def test_harder_words_score_lower() -> None:
    easy = measure(document("The man ate the pie. The pie was good. He had more pie. It was a good day."))
    hard = measure(document("Gastronomical gratification necessitates considerable deliberation. " * 4))
    assert easy.ease is not None
    assert hard.ease is not None
    assert easy.ease > 90 > 0 > hard.ease


@pytest.mark.parametrize("text", ["", "# A heading\n", "One.", "```\ncode\n```\n"])
def test_nothing_to_measure_gives_no_scores(text: str) -> None:
    measures = measure(document(text))
    assert measures.ease is None
    assert measures.sentences == 0
    assert "reading ease" not in str(measures)


def test_the_line_names_the_ease() -> None:
    assert str(Measures(1200, 60, 5, 64.6, 8.2)) == (
        "1,200 words, 5 min to read, reading ease 65 (plain), school grade 8"
    )
    assert str(Measures(1, 0, 1)) == "1 word, 1 min to read"


@pytest.mark.parametrize(("ease", "word"), [(95, "very easy"), (60, "plain"), (29.9, "very hard"), (-5, "very hard")])
def test_ease_in_words(ease: float, word: str) -> None:
    assert ease_in_words(ease) == word


def test_pronunciations_find_first_middle_last_and_variants() -> None:
    text = "a AH0\na(2) EY1\na's EY1 Z\nbee B IY1\nzoo Z UW1\n"
    found = Pronunciations(text)
    assert [found[word] for word in ("a", "a's", "bee", "zoo")] == [
        [["AH0"]],
        [["EY1", "Z"]],
        [["B", "IY1"]],
        [["Z", "UW1"]],
    ]
    for word in ("", "aardvark", "zz"):
        with pytest.raises(KeyError):
            found[word]


def test_the_whole_dictionary_can_be_searched() -> None:
    text = cmu_dictionary()
    found = Pronunciations(text)
    lines = [line for line in text.splitlines() if "(" not in line]
    missed = [line.split()[0] for line in lines[::97] if not _has(found, line.split()[0])]
    assert len(missed) <= len(lines) // 97 // 100


def _has(found: Pronunciations, word: str) -> bool:
    try:
        return bool(found[word])
    except KeyError:
        return False


def test_syllables_come_from_the_dictionary() -> None:
    # A hyphenator sees two in "queue"; the dictionary hears one.
    assert textstat().syllable_count("queue") == 1


def test_no_nltk_is_imported_and_no_network_used() -> None:
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise OSError('network')\n"
        "socket.socket.connect = no; socket.create_connection = no\n"
        "from reviewlint.rules.readability.offline_textstat import textstat\n"
        "assert textstat().syllable_count('strange pharmaceutical') == 6\n"
        "assert 'nltk' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_rough_grade_is_near_the_real_one() -> None:
    text = "The film, which opens on a quiet road in winter, asks for patience. It repays it. " * 5
    draft = document(text)
    real = measure(draft).grade
    assert real is not None
    assert abs(rough_grade(draft, list(draft.sentences)) - real) < 3


def test_addresses_and_code_are_not_read_word_by_word() -> None:
    plain = document("He ran to it then. " * 12)
    linked = document("He ran to https://example.org/a-very/long-and-windy/address-of-a-page.html then. " * 12)
    assert measure(linked).grade == pytest.approx(measure(plain).grade, abs=1)
    assert measure(linked).words < measure(plain).words
