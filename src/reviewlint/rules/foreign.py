"""Whether words of another language stand around a place: its spelling and spacing are not those of English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import is_word
from reviewlint.rules.context import Context

_REACH = 60  # characters on either side in which words are looked at
_WORDS = 4  # on either side
_ENOUGH = 2.0
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_STOP = re.compile(r"(?<=\w)[.!?…][*_\"”’»)]*\s")  # another sentence may be in another language
_ELIDED = re.compile(r"(?:[cdjln]|qu|dell|nell|all|un)['’][aeiouhàâéèêëîïôùú]", re.IGNORECASE)
# The small words of other languages, less those that are English too, or stand in names (“de”, “la”, “van”).
_SMALL = frozenset(
    # German
    "der das und ist nicht ein eine einen einem einer dem zum zur vom auf für mit von zu nach bei aus wie auch noch "
    "nur oder aber wenn ich du er sie wir ihr mein dein sein sich nichts alles über unter zwischen durch gegen des "
    # French
    "les une est et dans sur avec qui que quoi où ne pas ce cette ces mes ses nous vous ils elles je tu aux "
    # Spanish, Portuguese, Italian
    "los las del una uno y con para por como más pero su sus es está yo ella nosotros qué cómo os uma dos das em nos "
    "não sim é lo gli di della dei delle nel nella che è per sono mio tua il "
    # Polish, Czech
    "nie się jest że są był była ona oni jego jej już na z w jak czy tak ale za od dla przez je se ve pro "
    # Swedish, Danish, Norwegian, Dutch
    "och är inte att det som en ett på av för med jag han vi de ikke og til af jeg har het een niet met voor dat zijn "
    # Irish, Welsh, Latin
    "agus ar na yn y'r et ad ex".split()
) - {
    "unter",
    "per",
    "pro",
    "ex",
    "ad",
    "de",
    "es",
    "se",
    "ve",
    "em",
    "os",
    "ale",
    "har",
    "ar",
    "za",
    "na",
    "met",
    "dos",
}
# English speakers know these from names; in small letters they hint.
_KNOWN = frozenset(
    "de la le el un en al di da do du mon ma ton ta sa san van von den te lo si y e o casa noche vida amor".split()
)


def in_english(check: Callable[[Context], Iterable[Finding]]) -> Callable[[Context], Iterator[Finding]]:
    """Return a check of a rule whose fix is safe, less what it says of words of another language."""

    def only_english(ctx: Context) -> Iterator[Finding]:
        text = ctx.document.source.text
        for finding in check(ctx):
            if not is_foreign(text, finding.span.start, finding.span.end):
                yield finding

    return only_english


def _composed(text: str) -> str:
    """Return a text with each letter and its accents as one; apart, the letter alone would pass for English."""
    return unicodedata.normalize("NFC", text)


def is_foreign(text: str, start: int, end: int) -> bool:
    """Tell whether the words around `text[start:end]`, on its line, are of another language than English."""
    first = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    newline = text.find("\n", end, end + _REACH)
    last = newline if newline != -1 else end + _REACH
    if text.rfind("«", first, start) > text.rfind("»", first, start):
        return True  # a quotation after the manner of French, or of its neighbours
    before = _WORD.findall(_composed(_STOP.split(text[first:start])[-1]))[-_WORDS:]
    after = _WORD.findall(_composed(_STOP.split(text[end:last])[0]))[:_WORDS]
    return sum(map(_weight, before)) + sum(map(_weight, after)) >= _ENOUGH


def _weight(word: str) -> float:
    """Return how much a word speaks for another language: one small word and one unknown word are enough."""
    if word.lower() in _SMALL and not word.isupper():
        return 1.5
    if _ELIDED.match(word):
        return 1.5
    if word in _KNOWN:
        return 0.75
    if is_word(word):
        return 0.0
    if not word.isascii():
        return 1.0
    return 0.5
