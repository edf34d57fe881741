"""Names without what spellings differ in: capitals, accents, apostrophes, scripts, romanisations."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that do not fall apart into a base and an accent.
_LETTERS = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ŋ": "n", "ħ": "h", "’": None, "'": None, "‘": None,
        "ʻ": None, "ʼ": None, "ʿ": None, "´": None, "`": None, "&": " and ",
    }
)  # fmt: skip
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LATIN_GAP = re.compile(r"[\W_]+")
_OTHER_ALPHABET = re.compile(r"[\u0370-\u052f]")
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def fold(text: str) -> str:
    """Return a text without capitals, accents, apostrophes and punctuation; Greek and Cyrillic in Latin letters."""
    if text.isascii():
        plain = text.replace("'", "").replace("`", "").replace("&", " and ")
    else:
        if _OTHER_ALPHABET.search(text):
            from anyascii import anyascii  # only where there is something for it to do

            text = "".join(anyascii(c) if _OTHER_ALPHABET.match(c) else c for c in text)
        decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _LATIN_GAP.sub(" ", plain.casefold()).strip()


def fold_umlauts(text: str) -> str:
    """Return the same with ö as oe, å as aa: the other way people write these without accents."""
    return fold(unicodedata.normalize("NFC", text).translate(_GERMAN))


def has_cjk(text: str) -> bool:
    """Tell whether a text holds Chinese, Japanese or Korean letters, which are compared by aliases only."""
    return _CJK.search(text) is not None


_JAPANESE = re.compile(
    r"(?:(?:[bdghjkmnprstz]y|[kstp]{2}h?|sh|ch|tch|ts|[bdfghjkmnprstwyz])?[aeiou](?:h(?![aeiouy]))?|n|m(?=[bmp]))+"
)
_KUNREI = (
    (re.compile(r"sy(?=[auo])"), "sh"), (re.compile(r"ty(?=[auo])"), "ch"), (re.compile(r"[zj]y(?=[auo])"), "j"),
    (re.compile(r"(?<![sc])hu"), "fu"), (re.compile(r"si"), "shi"), (re.compile(r"ti"), "chi"),
    (re.compile(r"(?<!t)tu"), "tsu"), (re.compile(r"[zd]i"), "ji"), (re.compile(r"du"), "zu"),
    (re.compile(r"tch"), "cch"), (re.compile(r"wo$"), "o"),
)  # fmt: skip
_LONG = (
    (re.compile(r"o(?:u|o|h(?![aeiouy]))"), "o"), (re.compile(r"uu|uh(?![aeiouy])"), "u"),
    (re.compile(r"aa|ah(?![aeiouy])"), "a"), (re.compile(r"ii|ih(?![aeiouy])"), "i"), (re.compile(r"m(?=[bmp])"), "n"),
)  # fmt: skip
_KOREAN = (
    (re.compile(r"eo"), "o"), (re.compile(r"eu"), "u"), (re.compile(r"oo"), "u"), (re.compile(r"ee|ii"), "i"),
    (re.compile(r"ae"), "e"), (re.compile(r"^k(?=[aeiou])"), "g"), (re.compile(r"^p(?=[aeiou])"), "b"),
    (re.compile(r"^ch(?=[aeiou])"), "j"), (re.compile(r"^t(?=[aeiou])"), "d"),
    (re.compile(r"^(?:l|rh?)(?=[aeiou])"), ""), (re.compile(r"h$"), ""), (re.compile(r"ck$"), "k"),
)  # fmt: skip
_SLAVIC = (
    (re.compile(r"(?<=sk)(?:iy|ij|yi|yj)$"), "y"), (re.compile(r"(?:ey|ej|ei|iy|ij)$"), "ei"),
    (re.compile(r"^tch"), "ch"), (re.compile(r"(?<=[aeiouy])ye|^ye"), "e"), (re.compile(r"yev"), "ev"),
    (re.compile(r"yo"), "o"), (re.compile(r"ks"), "x"), (re.compile(r"iou|ju|iu"), "yu"),
    (re.compile(r"ja|ia"), "ya"), (re.compile(r"yy$|ii$"), "y"), (re.compile(r"off$"), "ov"),
    (re.compile(r"ury$"), "uri"),
)  # fmt: skip


def _sub(token: str, steps: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, put in steps:
        token = pattern.sub(put, token)
    return token


@lru_cache(maxsize=4096)
def japanese(token: str) -> str | None:
    """Return a folded word in one romanisation, without long vowels; None if it cannot be Japanese."""
    return _sub(_sub(token, _KUNREI), _LONG) if _JAPANESE.fullmatch(token) else None


@lru_cache(maxsize=4096)
def korean(token: str) -> str:
    """Return a folded word as if it were Korean, in one romanisation of many."""
    return _sub(token, _KOREAN)


@lru_cache(maxsize=4096)
def slavic(token: str) -> str:
    """Return a folded word as if it were written in Cyrillic, in one romanisation of many."""
    return _sub(token, _SLAVIC)


def one_edit(first: str, second: str) -> bool:
    """Tell whether two words differ in one letter: put in, left out, another, or two changed over."""
    if first == second:
        return False
    short, long = sorted((first, second), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    return short[at : at + 2] == long[at + 1 : at - 1 if at else None : -1] and short[at + 2 :] == long[at + 2 :]
