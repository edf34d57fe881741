"""Words that are none, close to one that is common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon import frequency, is_word
from reviewlint.lexicon.english import american_words, pairs
from reviewlint.lexicon.words import common_words
from reviewlint.rules.context import Context
from reviewlint.rules.foreign import is_foreign

_PLAIN = re.compile(r"[a-z]{4,20}\Z")
_STRETCHED = re.compile(r"(.)\1\1|(?:ha|he|la|na|bla){2,}|^(?:h+m+|m+h*m+|u+h+|a+r+g*h+|g+r+|s+h+|z+)$")
_FOREIGN = re.compile(r"\b(?:je|ne|ex|la|le|les|de|du|des|et|el|il|da|di|der|das|una|un|une|en|au) \Z")
_FOREIGN_AFTER = re.compile(r"[ -][dl][’']\w")  # “objet d’art”
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VARIANTS = ("eable", "able"), ("eables", "ables")
_ENDINGS = (
    "ity",
    "ities",
    "ize",
    "izes",
    "izing",
    "ized",
    "ise",
    "ises",
    "ising",
    "ised",
    "s",
    "y",
    "ie",
    "ies",
    "ing",
    "ed",
    "er",
    "ers",
    "ish",
    "esque",
    "able",
    "ness",
    "less",
    "ly",
    "ism",
    "ist",
)
# Words that published prose of two sites or more uses, and no dictionary here holds.
_CURRENT = frozenset("protestors bizarro formulae machina clojure prepended grepping".split())
_COMMON = 4.0  # per million words: a correction must be at least as common
_PART = 4.0  # per million words: as common must both words be of which a new one is made
_RARE = 0.4  # the same where the word is very long: there is hardly another that is as close
_VERY_LONG = 9  # letters
_LONG = 7  # letters of a word that may be judged by closeness alone
_AROUND = frozenset("@#/\\_.=+~$&")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield lower-case words that a list of known slips holds, or that no dictionary does and a letter would mend."""
    counts = Counter(word.text for word in ctx.document.words)
    unknown = {
        text
        for text, count in counts.items()
        if count == 1 and _PLAIN.match(text) and not _is_sound(text) and not _STRETCHED.search(text)
    }
    for word in ctx.document.words if unknown else ():
        if word.text not in unknown or not _stands_alone(ctx, word):
            continue
        if ctx.vocabulary.knows_folded(word.text):
            continue
        right = correction(word.text)
        place = ctx.document.prose.to_source(word.start, word.end)
        if right is not None and not is_foreign(ctx.document.source.text, place.start, place.end):
            yield ctx.finding(word.start, word.end, replace=right)


def _is_sound(word: str) -> bool:
    return is_word(word) or word in _CURRENT or word in pairs() or word in american_words()


def _stands_alone(ctx: Context, word: Word) -> bool:
    text = ctx.text
    if text[word.start : word.end] != word.text or _FOREIGN.search(text, max(0, word.start - 8), word.start):
        return False
    if _FOREIGN_AFTER.match(text, word.end):
        return False
    if text[word.end : word.end + 1] in ("'", "’") and not text[word.end + 1 : word.end + 2].isalpha():
        return False  # “shoppin'”
    return not (
        text[word.start - 1 : word.start] in _AROUND | {":"} or text[word.end : word.end + 1] in _AROUND - {"."}
    )


def correction(word: str) -> str | None:
    """Return what a word should be, or None where that is not clear."""
    listed = _listed(word)
    if listed is not None:
        return None if _doubles_a_letter(word, listed) else listed or None
    if len(word) < _LONG or _is_coined(word):
        return None
    common = common_words(_RARE if len(word) >= _VERY_LONG else _COMMON)
    near = _likeliest(close for close in _one_edit_away(word) & common if _begins_alike(word, close))
    return None if near is None or _is_another_form(word, near) or _in_dictionary(word) else near


def _likeliest(words: Iterable[str]) -> str | None:
    """Return the word that is five times as common as any other, or None."""
    found = sorted(words, key=frequency, reverse=True)
    return found[0] if found and not (len(found) > 1 and frequency(found[1]) * 5 > frequency(found[0])) else None


def _is_coined(word: str) -> bool:
    """Tell whether a word is another with an ending put to it ("slapsticky"), or two in one ("minimap")."""
    stems = [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    stems += [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]  # “summitted”
    stems += [word.replace(*variant) for variant in _VARIANTS if word.endswith(variant[0])]
    stems += [word[2:]] if word.startswith(("re", "un")) else []
    if any(is_word(stem) or is_word(stem + "e") for stem in stems if len(stem) > 2):
        return True
    cuts = range(3, len(word) - 2)
    return any(min(frequency(word[:cut]), frequency(word[cut:])) >= _PART for cut in cuts)


def _begins_alike(word: str, other: str) -> bool:
    """Tell whether two words begin with the same letter: a slip of the hand seldom falls on the first."""
    return word[0] == other[0] or word[:2] == other[1::-1] or word == other[1:]


def _doubles_a_letter(word: str, right: str) -> bool:
    """Tell whether the two differ in a doubled letter before an ending, which both Englishes do at times."""
    return len(word) == len(right) + 1 and re.sub(r"(.)\1(?=(?:es|ed|ing)$)", r"\1", word) == right


def _listed(word: str) -> str | None:
    """Return the likeliest correction that codespell's list has for a word, "" if none, None if it is not there."""
    text = _slips()
    at = text.find(f"\n{word}->")
    if at == -1:
        return None
    right = text[at + len(word) + 3 : text.find("\n", at + 1)]
    if "," not in right:
        return right if right.isalpha() and (frequency(right) > 0 or _in_dictionary(right)) else ""
    every = [each for part in right.split(",") if (each := part.strip()).isalpha()]
    return _likeliest(each for each in every if frequency(each) > 0) or ""


def _is_another_form(word: str, near: str) -> bool:
    """Tell whether two words may be forms of one, both in use: “disproven”, “whodunnit”, “animatronic”."""
    doubled = len(word) > len(near) and re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", near)
    return doubled or word.startswith(near) or (near == f"{word}s" and not word.endswith("s"))


@cache
def _slips() -> str:
    """Return codespell's list of misspellings. The file is read, not its package: that would cost start-up."""
    spec = find_spec("codespell_lib")
    if spec is None or spec.origin is None:
        return ""
    return "\n" + Path(spec.origin).with_name("data").joinpath("dictionary.txt").read_text(encoding="utf-8")


@cache
def _hunspell() -> Any:
    import hunspell  # 55 ms; only a word that no list knows gets here

    return hunspell.Hunspell("en_US", hunspell_data_dir=str(Path(hunspell.__file__).parent / "dictionaries"))


def _in_dictionary(word: str) -> bool:
    return bool(_hunspell().spell(word))


def _one_edit_away(word: str) -> set[str]:
    """Return what one letter more, less, other or in another place makes of `word`, be it a word or not."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = {a + b[1:] for a, b in splits if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    found |= {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    found |= {a + c + b for a, b in splits for c in _LETTERS}
    return found - {word}
