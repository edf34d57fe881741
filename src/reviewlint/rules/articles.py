"""Which article a word takes: “a” before the sound of a consonant, “an” before that of a vowel."""

from __future__ import annotations

import re

from reviewlint.rules.wordsets import words

VOWEL, CONSONANT = True, False

# Spelt with a vowel, said with a consonant: “a unit”, “a European”, “a one-off”.
_CONSONANT_SOUND = re.compile(
    r"(?:eu|ew(?!o)|u(?:$|-|ni(?!n|mp|mag|mm|d|g|ll)|nan|s[aeu](?!rp|ns)|s(?:ing|ual|ur[iy])|til|top|biq|kul|kra|ran[iu]|ri[nc]|re[at]|"
    r"fo|ganda|rugua|yghur|k(?:$|\W)|sb|tah|vula)|one(?:$|\W|s|ness|rous(?!$)|plus|drive|note)|once|ouija|oui|o'(?!c)|ouz)"
)
_UNI_VOWEL = re.compile(r"uni(?:nt|ns|nf|nh|nv|nc|nd|nj|mp|mag|mm|mp|den|dea|gn|ron)")
_SILENT_H = re.compile(r"(?:hour|honest|honou?r(?!if)|honorary|heir|hors d)")
# Both articles are in use: “an historic”, “a herb”, “an homage”.
_EITHER_H = re.compile(
    r"(?:histor|horrif|hotel|heroic|habitual|hyster|hilar|hallucin|herb|hereditar|hispan|homage|honorif|haitu|humble|hypno|"
    r"habit|harmon|hypothe|horrend|heret|hiatus|hello|hawai)"
)
_LETTER_VOWEL = frozenset("AEFHILMNORSX")
_SPELT_OUT = words(
    "FBI HBO LP LPs MP MP3 MP4 NPC NPCs RPG RPGs NBA NFL NHL MLB MTV FPS MMO MMOs MMORPG MMORPGs SUV SMS SOS HIV "
    "HDMI HD LCD LED LGBT LGBTQ MRI MBA MC NHS SNL HR HTML HTTP MCU MGM NYPD LAPD RV SF NDA NGO XLR XL SD SSD RTS "
    "NRA LSD LA FM MI5 MI6 MVP RNA HQ SS S&M RKO MSG NSFW"
)
_WORD_ACRONYM = words("EUR ONE ONCE UNO EU US UK UN USA USB UFO USSR")


def with_article(word: str) -> str:
    """Return a word with “a” or “an” before it, whichever its sound asks for."""
    return f"{'an' if sound_of(word) is VOWEL else 'a'} {word}"


def sound_of(word: str) -> bool | None:
    """Tell whether a word, as written, begins with a VOWEL or a CONSONANT sound; None where both are said."""
    if word[0].isdigit():
        return _sound_of_number(word)
    head = re.split(r"[-'’]", word, maxsplit=1)[0] or word
    if (head.isupper() or head[:-1].isupper() or re.fullmatch(r"[A-Z]+\d+s?", head)) and (
        len(head) > 1 or head == word or "-" in word
    ):
        return _sound_of_letters(head)
    if head[:2].isupper() and not head.isupper():
        return None  # “SQLite”: said as it pleases
    lower = word.lower()
    if not re.search(r"[aeiouy]", re.split(r"[-'\d]", lower)[0]) or not lower[0].isascii():
        return None
    if lower[0] in "aeiou":
        if _CONSONANT_SOUND.match(lower) and not _UNI_VOWEL.match(lower):
            return None if word[0].isupper() and not _sure_name(lower) else CONSONANT
        return None if word[0] in "U" and not lower.startswith("un") else VOWEL
    if lower[0] == "h":
        if _SILENT_H.match(lower):
            return VOWEL
        return None if word[0] == "H" or _EITHER_H.match(lower) else CONSONANT
    if lower[0] == "y" and lower[1:2] not in "aeiou":
        return None
    if lower[0] == "x":
        return None
    if word[0].isupper() and not re.match(
        r"[b-df-hj-np-tv-z](?:[aeiouy]|[lrhw][aeiouy]|[chkmnpqt][hlrw]?[aeiouy])", lower
    ):
        return None
    return CONSONANT


def _sure_name(lower: str) -> bool:
    return lower.startswith(
        ("euro", "univers", "unite", "unit", "union", "unicorn", "unique", "utop", "ukrain", "one", "eugen")
    )


def _sound_of_letters(head: str) -> bool | None:
    letters = head.rstrip("s0123456789") or head
    if letters in _WORD_ACRONYM:
        return None if letters in ("EUR", "UNO") else CONSONANT
    if letters[0] in "AEIO":
        return VOWEL
    if len(letters) == 1 or head in _SPELT_OUT or letters in _SPELT_OUT:
        return letters[0] in _LETTER_VOWEL
    if letters[0] in _LETTER_VOWEL:
        return None
    return None if letters[0] == "U" else CONSONANT


def _sound_of_number(word: str) -> bool | None:
    digits = re.match(r"\d+", word)
    if digits is None:  # “①” and “²” are digits to Unicode and no numbers to read out
        return None
    number = digits.group()
    if word[digits.end() : digits.end() + 1] in (",", "."):
        return None
    if number[0] == "8":
        return VOWEL
    if number[:2] in ("11", "18") and len(number) in (2, 5):
        return VOWEL
    if len(number) == 4 and number[:2] in ("11", "18"):
        return None if number[:2] == "11" else VOWEL
    return CONSONANT
