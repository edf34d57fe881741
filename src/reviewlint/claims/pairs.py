"""Two quantities of one sort in a draft: what speaks for their being said of the same thing.

“Six weapons” and “the seven weapons” are likely the same weapons; “two men” here and “three men” there are not. The
features leave the numbers themselves out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewlint.claims.quantities import Quantity
from reviewlint.claims.scorer import probability
from reviewlint.document import Document
from reviewlint.lexicon import Tag, entry, tag_sentence

MOST_VALUES, MOST_MENTIONS = 4, 8  # of a sort; more are a table or a list
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()—–.!?“”]")
_POSSESSIVE = re.compile(r"['’]s?$")
_AROUND = 80  # code points on either side of a number
_STOP = frozenset(
    "the and that this with from for are was were has have had but not you they their its his her our your which who when "
    "what than then there here been just only about into over after before more most some very all one two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand she him them will would could can may "
    "might also even ever never still much many such other others another first last next out off down back like make made "
    "get got goes going come came take took see saw know said say says time way thing things good great".split()
)
# Words beside a number that pick some out, count others, or compare.
_CUES = {
    word: sort
    for sort, words in {
        "other": "other others another more additional extra different else separate remaining rest third",
        "later": "later ago earlier before after since until previous previously past next last following",
        "than": "than least most up over under between almost nearly",
        "per": "per each every apiece a",
        "neg": "not no never neither nor without",
        "hedge": "about around roughly some maybe perhaps approximately odd",
        "half": "half both either first main only younger older elder",
        "to": "to or",
    }.items()
    for word in words.split()
}
_DETERMINERS = frozenset("the a an this that these those its his her our their your my all both of".split())
_PRONOUNS = frozenset("he she they i we you it who".split())
_PEOPLE = frozenset(
    "player member person actor character man woman child kid friend brother sister son daughter".split()
)
_LONG_TIMES = frozenset("year month week decade century".split())
_VERB = Tag.VERB | Tag.VERB_S | Tag.PAST
_NOUN = Tag.NOUN | Tag.PLURAL
_ENDINGS = ("ing", "ed", "es", "s", "ly")


class _Setting(NamedTuple):
    """What stands around a quantity: words on both sides, names and stems of the sentence, the nearest verbs and nouns."""

    before: list[str]
    after: list[str]
    names: set[str]
    stems: dict[str, int]  # with how rare each is, from 0 to 3
    near: set[str]
    cues: set[str]
    modifiers: list[str]
    nearest: tuple[str, str, str, str]  # verb and noun before, verb and noun after
    holder: tuple[str, str]  # who is spoken of: a name, a pronoun or nobody
    past: bool


def likely_pairs(
    document: Document, text: str, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity, float]]:
    """Yield for each sort of quantity the two different ones that are likeliest said of one thing, and how likely.

    Where both numbers are said again nothing is yielded: there are two things.
    """
    settings: dict[Quantity, _Setting] = {}
    for group in groups_of(quantities):
        many = [one.value for one in group]
        scored = [
            (probability(pair_features(document, text, one, two, len(group), settings), "pairs"), one, two)
            for one, two in pairs_in(group)
            if one.value != two.value and not (many.count(one.value) > 1 and many.count(two.value) > 1)
        ]
        if scored:
            likely, one, two = max(scored)
            yield one, two, likely


def groups_of(quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Yield the quantities by sort, those of which there are two, and not so many that they are a list."""
    groups: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for one in quantities:
        groups[one.kind, one.noun].append(one)
    for group in groups.values():
        if 1 < len(group) <= MOST_MENTIONS and len({one.value for one in group}) <= MOST_VALUES:
            yield group


def pairs_in(group: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each two of a group, in order."""
    for at, one in enumerate(group):
        for two in group[at + 1 :]:
            yield one, two


def pair_features(
    document: Document, text: str, one: Quantity, two: Quantity, many: int, settings: dict[Quantity, _Setting]
) -> list[str]:
    """Return what speaks for or against two quantities being of one thing; `many` there are of the sort.

    `settings` keeps what stands around each, for the next call.
    """
    for quantity in (one, two):
        if quantity not in settings:
            settings[quantity] = _setting(document, text, quantity)
    first, second = settings[one], settings[two]
    kind = _kind(one)
    found = [kind, f"n={one.noun}", f"{kind}many{min(many, 6)}", f"{kind}size{_size(one.value)}"]
    found += _by_sides(kind, first, second)
    found += _by_words(kind, one, two, first, second)
    digits = text[one.start].isdigit(), text[two.start].isdigit()
    found.append(f"form{digits[0]}{digits[1]}")
    found += (f"ac={cue}" for cue in first.cues)
    found += (f"bc={cue}" for cue in second.cues)
    found += (f"c={cue}" for cue in first.cues | second.cues)
    found += (f"both={cue}" for cue in first.cues & second.cues)
    return found


def _by_sides(kind: str, first: _Setting, second: _Setting) -> list[str]:
    """Return the features of the words that touch the numbers."""
    left = [side.before[-1].lower() if side.before else "^" for side in (first, second)]
    right = [side.after[0].lower() if side.after else "$" for side in (first, second)]
    pairs = [" ".join(side.before[-2:]).lower() for side in (first, second)]
    one, two = first.modifiers, second.modifiers
    same = "none" if not one and not two else "same" if one == two else "diff" if one and two else "one"
    alike = left[0] == left[1], right[0] == right[1]
    determiners = [word if word in _DETERMINERS else "-" for word in left]
    return [
        f"{kind}a-={left[0]}", f"{kind}b-={left[1]}", f"{kind}a+={right[0]}", f"{kind}b+={right[1]}",
        f"a-={left[0]}", f"b-={left[1]}", f"a+={right[0]}", f"b+={right[1]}", f"a--={pairs[0]}", f"b--={pairs[1]}",
        f"same-{alike[0]}", f"same+{alike[1]}", f"same{alike[0]}{alike[1]}", f"{kind}ab-={left[0]}|{left[1]}",
        f"mods{same}", f"det{determiners[0]}|{determiners[1]}",
    ]  # fmt: skip


def _by_words(kind: str, one: Quantity, two: Quantity, first: _Setting, second: _Setting) -> list[str]:
    """Return the features of what the two sentences have in common."""
    own = {one.noun, _stem(one.noun)}
    shared = (first.stems.keys() & second.stems.keys()) - own
    near = (first.near & second.near) - own
    names = first.names & second.names
    clash = bool(first.names and second.names and not names)
    rarest = max((first.stems[word] for word in shared), default=-1)
    rare = sum(first.stems[word] > 1 for word in shared)
    alike = [_alike(*both) for both in zip(first.nearest, second.nearest, strict=True)]
    crossed = sum(word in second.stems for word in first.nearest if word)
    crossed += sum(word in first.stems for word in second.nearest if word)
    apart = _apart(two.sentence - one.sentence)
    found = [
        f"{kind}sh{min(len(shared), 4)}", f"sh{min(len(shared), 4)}", f"{kind}rare{rarest}", f"nr{min(rare, 3)}",
        f"{kind}near{min(len(near), 3)}", f"near{min(len(near), 3)}", f"{kind}names{min(len(names), 2)}{clash}",
        f"names{min(len(names), 2)}{clash}", f"kd{kind}{apart}", f"{kind}shd{min(len(shared), 3)}{apart}",
        f"{kind}v{''.join(alike)}", f"{kind}past{first.past}{second.past}", f"{kind}cross{min(crossed, 3)}",
        f"cross{min(crossed, 3)}",
    ]  # fmt: skip
    found += (f"{kind}{what}{how}" for what, how in zip(("vb", "nb", "va", "na"), alike, strict=True))
    if kind == "age" or kind.startswith("time"):
        same = "=" if first.holder[1] == second.holder[1] else "#"
        found.append(f"{kind}h{first.holder[0]}{second.holder[0]}{same}")
    return found


def _setting(document: Document, text: str, one: Quantity) -> _Setting:
    sentence = document.sentences[one.sentence]
    before = _TOKEN.findall(text, max(sentence.start, one.start - _AROUND), one.start)
    after = _TOKEN.findall(text, one.end, min(sentence.end, one.end + _AROUND))
    words = _TOKEN.findall(text, sentence.start, sentence.end)
    names = {_bare(word) for at, word in enumerate(words) if _names(word, at == 0)}
    tags, rest = (tag_sentence(part) if part else [] for part in (before, after))
    verb, noun = (_nearest(reversed(list(zip(before, tags, strict=True))), sort) for sort in (_VERB, _NOUN))
    next_verb, next_noun = (_nearest(zip(after, rest, strict=True), sort) for sort in (_VERB, _NOUN))
    cues = {
        _CUES[word.lower()] + side
        for part, side in ((before[-3:], "-"), (after[:2], "+"))
        for word in part
        if word.lower() in _CUES
    }
    return _Setting(
        before, after, names,
        {_stem(word): _rarity(word) for word in words if _tells(word) and not word[0].isupper()},
        {_stem(word) for word in before[-5:] + after[:5] if _tells(word)},
        cues, text[one.start : one.end].split()[1:-1], (verb, noun, next_verb, next_noun),
        _holder(before, after, "year" in text[one.start : one.end]), any(tag & Tag.PAST for tag in tags),
    )  # fmt: skip


def _holder(before: list[str], after: list[str], years: bool) -> tuple[str, str]:
    """Return who is spoken of before a number: “name” and the name, “pron” and the pronoun, or “none”."""
    if years and after and after[0][0].isupper():
        return "name", after[0]
    for word in reversed(before):
        pronoun = re.split(r"['’]", word.lower())[0]
        if pronoun in _PRONOUNS:
            return "pron", pronoun
        if _names(word, opens=True):
            return "name", _bare(word)
    return "none", ""


def _names(word: str, opens: bool) -> bool:
    """Tell whether a word is part of a name; one that opens a sentence must be no ordinary word."""
    if not word[0].isupper() or len(word) < 3:
        return False
    found = entry(word) if opens else None
    return found is None or found.capital > 0.6


def _nearest(tagged: Iterable[tuple[str, Tag]], sort: Tag) -> str:
    return next((_stem(word) for word, tag in tagged if tag & sort), "")


def _alike(one: str, two: str) -> str:
    return "-" if not one or not two else "Y" if one == two else "N"


def _apart(sentences: int) -> str:
    return (
        "0"
        if sentences == 0
        else "1"
        if sentences == 1
        else "4"
        if sentences < 5
        else "12"
        if sentences < 13
        else "far"
    )


def _kind(one: Quantity) -> str:
    if one.kind == "count" and one.noun in _PEOPLE:
        return "people"
    if one.kind == "time":
        return "time-long" if one.noun in _LONG_TIMES else "time-short"
    return one.kind


def _size(value: float) -> str:
    return "few" if value < 4 else "some" if value < 13 else "many" if value < 100 else "lots"


def _tells(word: str) -> bool:
    return len(word) > 3 and word.lower() not in _STOP


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _stem(word: str) -> str:
    bare = _bare(word.lower())
    return next((bare[: -len(end)] for end in _ENDINGS if bare.endswith(end) and len(bare) - len(end) > 2), bare)


def _rarity(word: str) -> int:
    found = entry(word) or entry(word.lower())
    seen = found.seen if found else 0
    return 3 if seen < 30 else 2 if seen < 300 else 1 if seen < 2000 else 0
