"""Whether two spellings name one person: order, initials, particles, accents, romanisation, short forms.

The rules were measured on pairs of real spellings; a difference is only called one if every rule says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from reviewlint.facts.compare.folding import (
    fold,
    japanese,
    korean,
    may_be_slavic,
    one_edit,
    slavic,
)
from reviewlint.facts.compare.likeness import jaro_winkler, share_letters, sorted_ratio
from reviewlint.facts.compare.name_words import ParsedName, Tokens, parse_name
from reviewlint.facts.compare.nicknames import are_two_names, may_be_one
from reviewlint.facts.compare.verdict import Comparison, Reason, Verdict, best
from reviewlint.facts.values import Named

_PARTICLES = frozenset(
    "de la le les du des del della di da dos das do van von der den het ter ten zu zur af av el al bin ibn ben bint "
    "st san santa mac mc".split()
)
Folding = Callable[[str], str | None]


def compare_names(claim: str, known: str) -> Comparison:
    """Return whether two spellings name one person. The order of the two matters for a claim of one word only."""
    held = _compare(claim, known)
    return Comparison(held.verdict, held.reason, known)


def compare_named(claim: str, named: Named) -> Comparison:
    """Return how a claimed name stands to a person, whichever of the names it is closest to.

    A claim of two words and more that fits none of them is different, even where one of them, an alias in another
    script or of one word, cannot tell.
    """
    held = [compare_names(claim, name) for name in named.names]
    closest = best(held)
    if closest.verdict is Verdict.UNKNOWN and len(fold(claim).split()) > 1:
        return next((comparison for comparison in held if comparison.contradicts), closest)
    return closest


@lru_cache(maxsize=8192)
def _compare(claim: str, known: str) -> Comparison:
    a, b = parse_name(claim), parse_name(known)
    if a.raw == b.raw:
        return Comparison(Verdict.SAME, Reason.EXACT)
    if not a.variants or not b.variants:
        return Comparison(Verdict.UNKNOWN, Reason.SCRIPT)
    if a.generation and b.generation and a.generation != b.generation:
        return Comparison(Verdict.DIFFERENT, Reason.GENERATION)
    if (
        a.umlauts == b.umlauts
        or a.variants[0] == b.variants[0]
        or a.umlauts == b.variants[0]
        or a.variants[0] == b.umlauts
    ):
        return Comparison(Verdict.SAME, _why_same(a, b))
    if a.cjk != b.cjk:
        return Comparison(Verdict.UNKNOWN, Reason.SCRIPT)
    return best(_compare_words(x, y) for x in a.variants for y in b.variants)


def _why_same(a: ParsedName, b: ParsedName) -> Reason:
    """Return in what two names differ whose folded words are the same."""
    if a.raw.casefold() == b.raw.casefold():
        return Reason.CAPITALS
    if a.titled != b.titled or a.generation != b.generation:
        return Reason.TITLE
    letters_a, letters_b = ("".join(c for c in p.raw.casefold() if c.isalnum()) for p in (a, b))
    plain = letters_a == letters_b or (a.raw.isascii() and b.raw.isascii())
    return Reason.SPACING if plain else Reason.ACCENTS


def _compare_words(a: Tokens, b: Tokens) -> Comparison:
    if a == b:  # by a nickname in quotes
        return Comparison(Verdict.COMPATIBLE, Reason.NICKNAME)
    if sorted(a) == sorted(b):
        return Comparison(Verdict.SAME, Reason.ORDER)
    if "".join(a) in _rotations(b):
        return Comparison(Verdict.SAME, Reason.SPACING)
    if len(a) == 1 or len(b) == 1:
        return _compare_one_word(a, b)
    if _far_apart(a, b):
        return Comparison(Verdict.DIFFERENT, Reason.OTHER)
    if _romanised(a, b):
        return Comparison(Verdict.SAME, Reason.ROMANISED)
    shorter, longer = sorted((a, b), key=len)
    if longer[-len(shorter) :] == shorter and all(word in _PARTICLES for word in shorter[:-1]):
        return Comparison(Verdict.PARTIAL, Reason.SURNAME)  # van Gogh
    shorter, longer = sorted((_bare(a), _bare(b)), key=len)
    if sorted(shorter) == sorted(longer):
        return Comparison(Verdict.COMPATIBLE, Reason.PARTICLE)
    if len(shorter) >= 2 and _is_part(shorter, longer):
        return Comparison(Verdict.COMPATIBLE, Reason.MIDDLE)
    return best(_aligned(x, y, turned) for x, y, turned in _orders(_bare(a), _bare(b)))


def _rotations(words: Tokens) -> set[str]:
    """Return the words run together, started at each of them: a Japanese name may begin with either."""
    return {"".join((*words[i:], *words[:i])) for i in range(len(words))}


def _bare(words: Tokens) -> Tokens:
    """Return the words without particles, unless nothing like a name were left."""
    bare = tuple(word for word in words if word not in _PARTICLES)
    return bare if len(bare) >= 2 else words


def _is_part(shorter: Tokens, longer: Tokens) -> bool:
    """Tell whether all words of one name stand in the other in this order, initials for words included."""
    rest = iter(longer)
    matches = [next((other for other in rest if _is_same_or_initial(word, other)), None) for word in shorter]
    whole = sum(word == match and len(word) > 1 for word, match in zip(shorter, matches, strict=True))
    return None not in matches and whole >= 2


def _is_same_or_initial(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _romanised(a: Tokens, b: Tokens) -> bool:
    """Tell whether two names are one in Japanese, Korean or Russian, in either order of their words."""
    left, right = _all_japanese(a), _all_japanese(b)
    if left and right and ("".join(left) in _rotations(right) or sorted(left) == sorted(right)):
        return True
    if _may_be_slavic(a, b) and sorted(map(slavic, a)) == sorted(map(slavic, b)):
        return True
    return bool({a[0], a[-1]} & _KOREAN_SURNAMES) and "".join(map(korean, a)) in _rotations(tuple(map(korean, b)))


def _may_be_slavic(a: Tokens, b: Tokens) -> bool:
    return may_be_slavic(" ".join(a)) and may_be_slavic(" ".join(b))


def _all_japanese(words: Tokens) -> Tokens:
    """Return the words in one romanisation, or nothing if one of them cannot be Japanese."""
    folded = tuple(japanese(word) for word in words)
    return tuple(word for word in folded if word is not None) if None not in folded else ()


_KOREAN_SURNAMES = frozenset(
    "kim gim lee yi rhee park pak bak choi choe jung jeong chung chong kang gang cho jo yoon yun jang chang lim im "
    "rim han oh seo suh shin sin kwon gwon hwang ahn an song jeon chun hong yoo yu ryu ko koh go moon mun son sohn "
    "bae pae baek paik heo hur huh nam no noh roh ha joo ju chu ku koo gu bong na ra min".split()
)


def _compare_one_word(a: Tokens, b: Tokens) -> Comparison:
    """Compare where one of the two is a single word: a surname, a given name, or a stage name."""
    (word,), others = sorted((a, b), key=len)
    for at, other in enumerate(others):
        last = at == len(others) - 1
        verdict = Verdict.PARTIAL if len(others) > 1 else Verdict.COMPATIBLE
        if word == other:
            return Comparison(verdict, Reason.SURNAME if last else Reason.GIVEN if at == 0 else Reason.PART)
        if japanese(word) is not None and japanese(word) == japanese(other):
            return Comparison(verdict, Reason.ROMANISED)
        if word == other + "s":  # the Wachowskis
            return Comparison(verdict, Reason.SURNAME)
        if len(word) > 4 and one_edit(word, other):
            return Comparison(verdict, Reason.SPELLING)
    bare = _bare(others)
    if len(others) > 2 and word in ("".join(others[1:]), "".join(others[:-1])):
        return Comparison(Verdict.PARTIAL, Reason.SURNAME)
    if len(others) > 1 and may_be_one(word, bare[0]):
        return Comparison(Verdict.PARTIAL, Reason.GIVEN)
    if len(others) == 1:
        return _floor(a, b) or Comparison(Verdict.DIFFERENT, Reason.OTHER)
    return Comparison(Verdict.UNKNOWN, Reason.ONE_WORD)


def _orders(a: Tokens, b: Tokens) -> Iterator[tuple[Tokens, Tokens, bool]]:
    """Yield the two names as they stand, and with the surname of one moved to the other end (True)."""
    yield a, b, False
    yield (*a[1:], a[0]), b, True
    if len(b) > 2:
        yield (a[-1], *a[:-1]), b, True


def _aligned(a: Tokens, b: Tokens, turned: bool) -> Comparison:
    """Compare given names with given names and surnames with surnames."""
    fold_as = _folding_of(a, b)
    surname = _likeness(a[-1], b[-1], given=False, fold_as=fold_as)
    given = _likeness(a[0], b[0], given=True, fold_as=fold_as)
    if surname is Reason.EXACT and given is None and (_run_together(a, b) or _run_together(b, a)):
        return Comparison(Verdict.COMPATIBLE, Reason.INITIALS)
    if surname is not None and given is not None:
        if _middles_differ(a[1:-1], b[1:-1]):
            return Comparison(Verdict.DIFFERENT, Reason.OTHER_MIDDLE)
        reasons = [reason for reason in (surname, given) if reason is not Reason.EXACT]
        return Comparison(Verdict.COMPATIBLE, max(reasons, key=_WEIGHT.index, default=Reason.MIDDLE))
    if surname is Reason.EXACT:
        skipped = _skips_given(a, b, fold_as) if given is None and len(a) != len(b) else None
        return skipped or Comparison(Verdict.DIFFERENT, Reason.OTHER_GIVEN)
    alike = None if turned or given is Reason.EXACT else _floor(a, b)
    return alike or Comparison(Verdict.DIFFERENT, Reason.OTHER_SURNAME if given is Reason.EXACT else Reason.OTHER)


def _folding_of(a: Tokens, b: Tokens) -> Folding | None:
    """Return what makes one of two romanisations, if both names may be Japanese or Russian."""
    if _all_japanese(a) and _all_japanese(b):
        return japanese
    return slavic if _may_be_slavic(a, b) else None


def _run_together(a: Tokens, b: Tokens) -> bool:
    """Tell whether the given name of `a` is the initials of `b`'s: PT Anderson, Paul Thomas Anderson."""
    return 2 <= len(a[0]) <= 3 and len(a) == 2 and "".join(word[0] for word in b[:-1]) == a[0]


# From the most harmless difference to the one most worth telling.
_WEIGHT = (
    Reason.EXACT, Reason.INITIALS, Reason.NICKNAME, Reason.ROMANISED, Reason.SPACING, Reason.SPELLING, Reason.ALIKE,
)  # fmt: skip


def _likeness(a: str, b: str, *, given: bool, fold_as: Folding | None) -> Reason | None:
    """Return how two words of a name agree, or None if they do not; `fold_as` undoes the romanisation."""
    if a == b:
        return Reason.EXACT
    if given and min(len(a), len(b)) == 1:
        return Reason.INITIALS if a[0] == b[0] else None
    if fold_as is not None and fold_as(a) == fold_as(b):
        return Reason.ROMANISED
    if given and may_be_one(a, b):
        return Reason.NICKNAME
    if max(len(a), len(b)) > 3 and one_edit(a, b):
        return Reason.SPELLING
    if given and are_two_names(a, b):
        return None
    shorter, longer = sorted((a, b), key=len)
    if given and len(shorter) >= 3 and longer.startswith(shorter):
        return Reason.NICKNAME
    return Reason.ALIKE if jaro_winkler(a, b) >= (0.9 if given else 0.92) else None


def _middles_differ(a: Tokens, b: Tokens) -> bool:
    """Tell whether both names have middle names, and none of them agrees: Paul Thomas and Paul W. S. Anderson."""
    return bool(a and b) and not any(_is_same_or_initial(x, y) or one_edit(x, y) for x in a for y in b)


def _skips_given(a: Tokens, b: Tokens, fold_as: Folding | None) -> Comparison | None:
    """Compare where one name leaves the first given name out: Casey Roberts, Edwin Casey Roberts."""
    shorter, longer = sorted((a, b), key=len)
    for at in range(1, len(longer) - 1):
        likeness = _likeness(shorter[0], longer[at], given=True, fold_as=fold_as)
        if likeness in (Reason.EXACT, Reason.NICKNAME, Reason.SPELLING):
            return Comparison(Verdict.COMPATIBLE, Reason.MIDDLE if likeness is Reason.EXACT else likeness)
    return None


def _floor(a: Tokens, b: Tokens) -> Comparison | None:
    """Return that two names are much alike, if they are, so that no rule above may call them different."""
    first, second = " ".join(a), " ".join(b)
    if sorted_ratio(first, second) >= 0.82 or jaro_winkler(first, second) >= 0.93:
        return Comparison(Verdict.COMPATIBLE, Reason.ALIKE)
    return None


def _far_apart(a: Tokens, b: Tokens) -> bool:
    """Tell whether no word of one name is anything like a word of the other: most pairs are settled by this."""
    return not any(len(x) == 1 or len(y) == 1 or share_letters(x, y) for x in a for y in b)
