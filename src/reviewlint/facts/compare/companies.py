"""Whether two names are one company: words that come and go, initials, parents and labels."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from reviewlint.facts.compare.folding import fold, has_cjk, one_edit
from reviewlint.facts.compare.likeness import sorted_ratio
from reviewlint.facts.compare.verdict import Comparison, Reason, Verdict, best
from reviewlint.facts.values import Named

# Words that companies' names carry or drop.
_GENERIC = frozenset(
    "pictures picture films film studios studio entertainment inc incorporated ltd limited llc corp corporation "
    "company co games game interactive productions production media group holdings holding international worldwide "
    "records record recordings music publishing publishers publisher publications press books book house label "
    "labels television tv network networks channel animation distribution distributors digital software gmbh ag sa "
    "srl plc kk kaisha the and of cinema theatrical home video motion originals plus releasing features".split()
)
_SPELT = {"twentieth": "20th", "brothers": "bros", "first": "1st", "one": "1", "two": "2", "three": "3"}


@cache
def _houses() -> dict[str, frozenset[str]]:
    """Return the houses that each name belongs to."""
    houses: dict[str, set[str]] = {}
    text = Path(__file__).with_name("data").joinpath("houses.txt").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        head, _, members = line.partition(":")
        for member in (head, *members.split(",")):
            houses.setdefault(_key(member), set()).add(head)
    return {name: frozenset(heads) for name, heads in houses.items()}


def _key(name: str) -> str:
    """Return what is left of a name without the words that come and go, or the whole if that is nothing."""
    words = [_SPELT.get(word, word) for word in fold(name.replace("+", " plus ")).split()]
    return " ".join(word for word in words if word not in _GENERIC) or " ".join(words)


def compare_company(claim: str, named: Named) -> Comparison:
    """Return how a claimed name stands to a company: to its names, then to its parents and labels."""
    held = best(compare_companies(claim, name) for name in named.names)
    if held.contradicts and any(compare_companies(claim, kin).agrees for kin in named.kin):
        return Comparison(Verdict.COMPATIBLE, Reason.HOUSE, named.name)
    return held


def compare_companies(claim: str, known: str) -> Comparison:
    """Return whether two names are one company, or of one house."""
    return replace(_compare(claim, known), against=known)


@lru_cache(maxsize=4096)
def _compare(claim: str, known: str) -> Comparison:
    if claim == known:
        return Comparison(Verdict.SAME, Reason.EXACT)
    if claim.casefold() == known.casefold():
        return Comparison(Verdict.SAME, Reason.CAPITALS)
    a, b = fold(claim), fold(known)
    if not a or not b or has_cjk(a) != has_cjk(b):
        return Comparison(Verdict.UNKNOWN, Reason.SCRIPT)
    if a.replace(" ", "") == b.replace(" ", ""):
        plain = claim.isascii() and known.isascii()
        return Comparison(Verdict.SAME, Reason.SPACING if plain else Reason.ACCENTS)
    first, second = _key(claim), _key(known)
    if first.replace(" ", "") == second.replace(" ", ""):
        return Comparison(Verdict.COMPATIBLE, Reason.GENERIC)
    if _is_acronym(claim, b, second) or _is_acronym(known, a, first):
        return Comparison(Verdict.COMPATIBLE, Reason.ACRONYM)
    if _leads(first.split(), second.split()):
        return Comparison(Verdict.PARTIAL, Reason.PART)
    if _one_slip(first, second):
        return Comparison(Verdict.COMPATIBLE, Reason.SPELLING)
    if _houses().get(first, frozenset()) & _houses().get(second, frozenset()):
        return Comparison(Verdict.COMPATIBLE, Reason.HOUSE)
    return _alike(first, second) or Comparison(Verdict.DIFFERENT, Reason.OTHER)


def _is_acronym(short: str, full: str, key: str) -> bool:
    """Tell whether a name in capitals is the initials of the other: MGM, EA, BBC."""
    letters = "".join(c for c in short if c.isalnum())
    if not 2 <= len(letters) <= 5 or letters.upper() != letters or " " in short:
        return False
    return any("".join(word[0] for word in text.split()) == letters.casefold() for text in (full, key))


def _leads(a: list[str], b: list[str]) -> bool:
    """Tell whether one name begins with the whole of the other: Penguin, Penguin Random House."""
    shorter, longer = sorted((a, b), key=len)
    return longer[: len(shorter)] == shorter and len("".join(shorter)) > 2


def _one_slip(a: str, b: str) -> bool:
    first, second = a.split(), b.split()
    if len(first) != len(second):
        return len(a) > 5 and one_edit(a.replace(" ", ""), b.replace(" ", ""))
    apart = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    return len(apart) == 1 and min(map(len, apart[0])) > 4 and one_edit(*apart[0])


def _alike(a: str, b: str) -> Comparison | None:
    alike = min(len(a), len(b)) > 4 and sorted_ratio(a, b) >= 0.88
    return Comparison(Verdict.COMPATIBLE, Reason.ALIKE) if alike else None
