"""Names without what spellings differ in: capitals, accents, apostrophes, scripts, romanisations."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that do not fall apart into a base and an accent.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n", "ħ": "h",
    "’": "", "'": "", "‘": "", "ʻ": "", "ʼ": "", "ʿ": "", "´": "", "`": "", "&": " and ",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ђ": "dj",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_BEFORE = str.maketrans(_LETTERS | _CYRILLIC)
_AFTER = str.maketrans(_GREEK)  # once their accents are off
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_GAP = re.compile(r"[\W_]+")
_CJK = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"))  # as a pattern it takes 5 ms to compile


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a text without capitals, accents, apostrophes and punctuation; Greek and Cyrillic in Latin letters."""
    plain = text.casefold().translate(_BEFORE)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
        plain = plain.replace("γγ", "νγ").replace("ου", "ou").translate(_AFTER)
    return _GAP.sub(" ", plain).strip()


def fold_umlauts(text: str) -> str:
    """Return the same with ö as oe, å as aa: the other way people write these without accents."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_GERMAN))


def has_cjk(text: str) -> bool:
    """Tell whether a text holds Chinese, Japanese or Korean letters, which are compared by aliases only."""
    return not text.isascii() and any(first <= letter <= last for letter in text for first, last in _CJK)


_JAPANESE = re.compile(
    r"(?:(?:[bdghjkmnprstz]y|(?:kk|ss|tt|pp)h?|sh|ch|tch|ts|[bdfghjkmnprstwyz])?[aeiou](?:h(?![aeiouy]))?|n|m(?=[bmp]))+"
)
# Patterns are strings: they are compiled when a name first needs them, and kept by `re`.
_KUNREI = (
    (r"sy(?=[auo])", "sh"), (r"ty(?=[auo])", "ch"), (r"[zj]y(?=[auo])", "j"),
    (r"(?<![sc])hu", "fu"), (r"si", "shi"), (r"ti", "chi"),
    (r"(?<!t)tu", "tsu"), (r"[zd]i", "ji"), (r"du", "zu"),
    (r"tch", "cch"), (r"wo$", "o"),
)  # fmt: skip
_LONG = (
    (r"o(?:u|o|h(?!n?$|[aeiouy])|h$)", "o"),  # Ohno and Satoh, but not John
    (r"uu|uh(?![aeiouy])", "u"), (r"aa|ah(?![aeiouy])", "a"),
    (r"ii|ih(?![aeiouy])", "i"), (r"m(?=[bmp])", "n"),
)  # fmt: skip
_KOREAN = (
    (r"eo", "o"), (r"eu", "u"), (r"oo", "u"), (r"ee|ii", "i"),
    (r"ae", "e"), (r"^k(?=[aeiouwy])", "g"), (r"^p(?=[aeiouwy])", "b"),
    (r"^ch(?=[aeiou])", "j"), (r"^t(?=[aeiou])", "d"),
    (r"^(?:l|rh?)(?=[aeiou])", ""), (r"h$", ""), (r"ck$", "k"),
    (r"ar(?=k)", "a"),
)  # fmt: skip
_SLAVIC = (
    (r"(?<=sk)(?:iy|ij|yi|yj)$", "y"), (r"(?:ey|ej|ei|iy|ij)$", "ei"),
    (r"^tch", "ch"), (r"(?<=[aeiouy])ye|^ye", "e"), (r"yev", "ev"),
    (r"yo", "o"), (r"ks", "x"), (r"iou|ju|iu", "yu"),
    (r"ja|ia", "ya"), (r"yy$|ii$", "y"), (r"off$", "ov"),
    (r"ury$", "uri"),
)  # fmt: skip


def _sub(token: str, steps: tuple[tuple[str, str], ...]) -> str:
    for pattern, put in steps:
        token = re.sub(pattern, put, token)
    return token


@lru_cache(maxsize=4096)
def japanese(token: str) -> str | None:
    """Return a folded word in one romanisation, without long vowels; None if it cannot be Japanese."""
    return _sub(_sub(token, _KUNREI), _LONG) if _JAPANESE.fullmatch(token) else None


@lru_cache(maxsize=4096)
def korean(token: str) -> str:
    """Return a folded word as if it were Korean, in one romanisation of many."""
    return _sub(token, _KOREAN)


_SLAVIC_SIGNS = re.compile(
    r"\b(?:\w+(?:sk(?:y|i|iy|ij|aya|aia)|[oe]va?|yeva?|ovi?ch|evi?ch|enko|tseva?|shvili|adze)|serge[iy]|"
    r"ale(?:x|ks)e[iy]|andre[iy]|dmitri[iy]?|dmitry|yuri|yury|nikola[iy]|vas+il[iy]+|ye?vgen[iy]+|f[ye]o?dor|ilya|tat[iy]ana|natal[iy]a)\b"
)


def may_be_slavic(folded: str) -> bool:
    """Tell whether a folded name has the look of one that is written in Cyrillic."""
    return _SLAVIC_SIGNS.search(folded) is not None


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
