"""Whether a clause can begin with the noun phrase that stands after a word or mark."""

from __future__ import annotations

from collections.abc import Sequence

from reviewlint.lexicon import Tag
from reviewlint.rules.grammar.clauses import CLAUSE_OPENERS, FINITE, NOMINAL, VERBAL, Item
from reviewlint.rules.grammar.number import is_plural
from reviewlint.rules.wordsets import SHARED, words

# Verbs that take a clause: “I think the lamps are out”. After the sure ones a noun phrase is always its subject.
SURE_THINKS = words("think thinks thought thinking believe believes say says said saying guess suppose admit")
THINKS = SURE_THINKS | words("know knows knew mean hope hopes means wonder feel feels felt find argue")
_POINTED = words("fact idea feeling impression problem point reason way shame pity hope sense extent day time moment")
# They open a clause after a comma or at the start, and are prepositions elsewhere.
_AFTER_PAUSE = words("since as until before after")
_FINITE = FINITE | Tag.VERB
_OPENS = Tag.DETERMINER | Tag.POSSESSIVE
_TIMES = words("night day morning evening afternoon year week month summer winter time moment minute hour weekend")
_ALONE = words("neither either each all any both some such another")  # “what neither names”
_WITH_AS = words("such known same well so much many far long soon as seen serves served used regarded described")


def opens_clause(items: Sequence[Item], before: int, start: int) -> bool:
    """Tell whether the item at `before` lets a clause begin with the phrase at `start`."""
    item = items[before]
    previous = items[before - 1] if before else None
    if item.word == "how" and items[start].word in ("many", "much"):
        return False
    if item.word in CLAUSE_OPENERS or item.word in (";", ":", "—", "–", "sure"):
        return True
    if item.word in _AFTER_PAUSE:
        return previous is None or previous.word == "," or _follows_clause(items, before, start)
    if previous is None and item.tag & Tag.CONJUNCTION:
        return True  # “And all of the lamps is out”
    if item.word in ("what", "which", "whom"):
        named = any(i.capital for i in items[start : start + 3]) or items[start].word in _ALONE
        return bool(items[start].tag & _OPENS) and not named  # “what the people say”
    if item.word == "that":
        relates = bool(items[start].tag & _OPENS) and not any(i.capital for i in items[start : start + 3])
        return previous is not None and (_is_conjunction(item, previous) or (relates and bool(previous.tag & NOMINAL)))
    if item.word in THINKS and item.tag & VERBAL:
        opened = items[start].tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PLURAL)
        return (item.word in SURE_THINKS and bool(opened)) or (
            before <= 3 and (previous is None or previous.word in SHARED["subject"])
        )
    if item.tag & Tag.ADJECTIVE:
        return previous is not None and previous.word == "how"  # “how funny the jokes are”
    if item.tag & Tag.ADVERB:
        return previous is None or opens_clause(items, before - 1, start)  # “Even the lamps is out”
    return _opens_loosely(items, before, start)


def _follows_clause(items: Sequence[Item], before: int, start: int) -> bool:
    """Tell whether “as”, “until” and the like join a second clause to a first: “he reads as the lights is lit”."""
    if not items[start].tag & _OPENS or items[before - 1].word in _WITH_AS:
        return False
    first = next((k + 1 for k in range(before - 1, -1, -1) if items[k].tag & Tag.MARK), 0)
    return any(item.tag & FINITE for item in items[first:before]) and not any(
        item.tag & Tag.WH or item.word == "that" for item in items[first:before]
    )


def _is_conjunction(that: Item, previous: Item) -> bool:
    """Tell whether “that” joins a clause to a verb or to “the fact”, and is no relative pronoun."""
    if previous.word in _POINTED or previous.word in THINKS:
        return True
    return bool(that.tag & Tag.PREPOSITION) and not previous.tag & (NOMINAL | Tag.CONJUNCTION)


def _opens_loosely(items: Sequence[Item], before: int, start: int) -> bool:
    """Judge what opens a clause only where the phrase has a determiner: a noun, a comma, “and”."""
    item = items[before]
    sure = bool(items[start].tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PROPER))
    if item.word in _TIMES and _is_time(items[:before]):
        return bool(items[start].tag & _OPENS)  # “One rainy night the lamps is out”
    if item.tag & NOMINAL:  # “In this room the lamps is out”
        inside = items[_last_opener(items, before) : before + 1]
        return (
            sure and bool(inside) and bool(inside[0].tag & Tag.PREPOSITION) and not any(i.tag & _BREAKS for i in inside)
        )
    if item.word == ",":
        alone = bool(items[0].tag & (Tag.PREPOSITION | Tag.ADVERB)) and not any(i.word == "," for i in items[:before])
        return (sure or alone) and _is_introduction(items[:before])
    if item.word == "and" and is_plural(items[_head_after(items, start)].word):
        return sure and _ends_clause(items[:before])
    if item.word == "and" and _follows_comma(items, before):
        return sure and _is_whole(items[: before - 1])
    return False


def _is_time(items: Sequence[Item]) -> bool:
    """Tell whether the items can be what stands before “night” at the head of a sentence, and nothing more."""
    first = Tag.DETERMINER | Tag.NUMBER | Tag.ADJECTIVE
    return 0 < len(items) < 4 and bool(items[0].tag & first) and all(i.tag & (first | Tag.ADVERB) for i in items)


def _last_opener(items: Sequence[Item], before: int) -> int:
    """Return where the clause begins that holds the item at `before`: after “that”, “because” or “how”."""
    openers = (k for k in range(before, -1, -1) if items[k].word in CLAUSE_OPENERS or items[k].word == "that")
    return next(openers, -1) + 1


def _follows_comma(items: Sequence[Item], at: int) -> bool:
    return at > 0 and items[at - 1].word == ","


def _is_whole(items: Sequence[Item]) -> bool:
    """Tell whether the items are one plain clause: no list, no second clause, that “, and” could go on."""
    if any(item.tag & (Tag.MARK | Tag.CONJUNCTION | Tag.WH) or item.word in CLAUSE_OPENERS for item in items):
        return False
    verbs = [k for k, item in enumerate(items) if item.tag & FINITE]
    return len(verbs) == 1 and verbs[0] > 0 and not any(item.tag & Tag.TO for item in items)


_BREAKS = (VERBAL & ~Tag.ING) | Tag.MARK | Tag.CONJUNCTION


def _is_introduction(items: Sequence[Item]) -> bool:
    """Tell whether what stands before a comma is an introduction or a clause, and no list nor “we, the readers”."""
    if not items or (items[-1].tag & Tag.PRONOUN and not (len(items) == 2 and items[0].tag & Tag.PREPOSITION)):
        return False
    opens = Tag.PREPOSITION | Tag.ADVERB | Tag.WH | Tag.TO | Tag.ING | Tag.CONJUNCTION
    return bool(items[0].tag & opens) or any(item.tag & _FINITE for item in items)


def _ends_clause(items: Sequence[Item]) -> bool:
    """Tell whether a clause, not an item of a list or what a preposition governs, ends here, before “and”."""
    end = len(items) - 1 if items and items[-1].word == "," else len(items)
    first = next((k for k in range(end - 1, -1, -1) if items[k].word == ","), -1)
    last = [k for k in range(first + 1, end) if items[k].tag & _FINITE]
    return bool(last) and not any(item.tag & (Tag.PREPOSITION | Tag.ING | Tag.TO) for item in items[last[-1] : end])


def _head_after(items: Sequence[Item], start: int) -> int:
    """Return the last noun of the phrase that begins at `start`."""
    end = start
    while end + 1 < len(items) and items[end + 1].tag & (NOMINAL | Tag.ADJECTIVE):
        end += 1
    return end
