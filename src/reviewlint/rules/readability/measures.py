"""How hard a draft is to read, by textstat, on our own sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewlint.document import Document, Kind, Sentence
from reviewlint.document.view import HIDDEN
from reviewlint.document.words import words_of

# Running text; headings, tables and set-apart quotations say nothing of the author's style.
_PROSE = Kind.PROSE | Kind.LIST | Kind.FRONT
WORDS_A_MINUTE = 238  # silent reading of English non-fiction; Brysbaert 2019, doi 10.1016/j.jml.2019.104047
_VOWELS = re.compile(r"[aeiouy]+")
_STOPS = re.compile(r"[.!?…\s]+")


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts and scores of a draft; the scores are None without a sentence.

    `minutes` is the time a reader takes. `ease` is the Flesch reading ease (100 easy, 0 hard) and `grade` the
    Flesch-Kincaid grade (years of school), both by textstat.
    """

    words: int
    sentences: int
    minutes: int
    ease: float | None = None
    grade: float | None = None

    def __str__(self) -> str:
        """Return the line that closes a report on a draft."""
        size = f"{self.words:,} {'word' if self.words == 1 else 'words'}, {self.minutes} min to read"
        if self.ease is None or self.grade is None:
            return size
        ease = f"reading ease {self.ease:.0f} ({ease_in_words(self.ease)})"
        return f"{size}, {ease}, school grade {max(0, round(self.grade))}"


def ease_in_words(ease: float) -> str:
    """Return Flesch's own word for a reading ease (The Art of Readable Writing, 1949)."""
    steps = (
        (90, "very easy"),
        (80, "easy"),
        (70, "fairly easy"),
        (60, "plain"),
        (50, "fairly hard"),
        (30, "hard"),
    )
    return next((word for least, word in steps if ease >= least), "very hard")


def own_sentences(document: Document) -> list[Sentence]:
    """Return the sentences of running text that are long enough to count as such: three words or more."""
    text = words_shown(document)
    return [
        sentence
        for sentence in document.sentences
        if document.blocks[sentence.block].kind & _PROSE and word_count(text[sentence.start : sentence.end]) > 2
    ]


def words_shown(document: Document) -> str:
    """Return the prose view with signs in place of addresses and code: nobody reads them word by word."""
    return document.prose.masked(~(Kind.URL | Kind.CODE))


def word_count(text: str) -> int:
    """Return the number of words of a sentence: what stands between blanks and holds a letter or digit."""
    return sum(1 for piece in text.split() if any(map(str.isalnum, piece)))


def measure(document: Document) -> Measures:
    """Return the measures of a draft."""
    sentences = own_sentences(document)
    text = "\n".join(_line(document, sentence) for sentence in sentences)
    words = len(words_of(words_shown(document)))
    minutes = max(1, round(words / WORDS_A_MINUTE))
    if not sentences:
        return Measures(words, 0, minutes)
    from reviewlint.rules.readability.offline_textstat import textstat  # not before a draft is measured

    stat = textstat()
    return Measures(
        words,
        len(sentences),
        minutes,
        ease=stat.flesch_reading_ease(text),
        grade=stat.flesch_kincaid_grade(text),
    )


def rough_grade(document: Document, sentences: list[Sentence]) -> float:
    """Return a guess of the Flesch-Kincaid grade without textstat: syllables are runs of vowels."""
    words = syllables = 0
    shown = words_shown(document)
    for sentence in sentences:
        text = shown[sentence.start : sentence.end].lower()
        words += word_count(text)
        syllables += len(_VOWELS.findall(text))
    return 0.39 * words / len(sentences) + 11.8 * syllables / words - 15.59 if words else 0.0


def _line(document: Document, sentence: Sentence) -> str:
    shown = words_shown(document)[sentence.start : sentence.end].replace(HIDDEN, "")
    return _STOPS.sub(" ", shown).strip() + "."
