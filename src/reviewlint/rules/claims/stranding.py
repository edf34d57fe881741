"""Prepositions that stand at the end of a clause, and whether something earlier is their object.

"the film I was waiting for", "something to look at", "what it is about" are sound; "a treasury of." is not.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from reviewlint.document.view import HIDDEN
from reviewlint.lexicon import Tag, tag_sentence
from reviewlint.lexicon import tags as tags_of_word
from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.context import Context

_TOKEN = Pattern(rf"[^\W_](?:\w|['’\-](?=[^\W_]))*|{HIDDEN}+|[^\w\s]")
_FAR = 400  # code points before a preposition in which its object is looked for; a sentence may have no end
_SOME_NAME = "Anna"  # what a hidden title or quotation is tagged as
_SUBJECT_TAGS = Tag.DETERMINER | Tag.PRONOUN | Tag.PROPER | Tag.POSSESSIVE | Tag.CONTRACTION
_JOINING = ("and", "but", "so", "yet", "or")
_NOMINAL = Tag.NOUN | Tag.PLURAL | Tag.PROPER
_FINITE = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.MODAL | Tag.CONTRACTION
_INFLECTED = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.MODAL
# After one of these a base form is no finite verb: "can see", "to see", "a sharp contrast".
_BEFORE_BASE = (
    Tag.MODAL | Tag.TO | Tag.VERB_S | Tag.PAST | Tag.ADVERB | Tag.ADJECTIVE | Tag.DETERMINER | Tag.PREPOSITION
)
_FILLERS = frozenset("what which who whom whose that whatever whichever whoever too enough".split())
_PLACES = frozenset("where wherever how".split())  # fill a preposition of place only: "where it comes from"
_NOT_OF_PLACE = frozenset("of for with by than as upon among against during without despite via between".split())
_NEEDS = frozenset("worth need needs needed needing want wants wanted deserve deserves deserved bear bears".split())
_SUBJECTS = frozenset(
    "i he she we they you it one i'm i've i'd i'll he's he'd she's she'd we're we've we'd we'll they're "
    "they've they'd you're you've you'd you'll it's it'd everyone everybody people nobody anyone anybody "
    "someone somebody".split()
)
_BE = frozenset("be is are was were been being am isn't wasn't aren't weren't".split())
_PRONOUNS = _SUBJECTS - {"you", "it", "one", "people"}
_TIMES = frozenset("then now here there still also later soon never often once only perhaps maybe well so yet".split())
_QUOTES = frozenset("\"“”'‘’()[]")
_COMPARED = _SUBJECTS | {"the", "most", "many", "some", "anyone", "anything", "everything", "my", "his", "their", "our"}
_AFTER_ANTECEDENT = frozenset("many most some several few all both each every no only".split())
_ANTECEDENTS = frozenset(
    "all everything something anything nothing everyone someone anyone one ones some those much more most "
    "else little less few any".split()
)
# "nominated for, but did not win, the prize"; "in and around the town"
_SHARED_OBJECT = Pattern(
    r"(?i),\s+(?:and|or|but|nor|if not|though not|as well as)\s[^,.;:]{1,50},\s|\s+(?:and|or|but not) (?:for|against|"
    r"in|on|of|to|from|by|with|without|at|into|out|around|about|through|over|under|after|before|above|below|beyond|"
    r"between|behind|beside|eventually|within|won|wins|lost|winning|received|starring|featuring|stars|starred)\b"
)
_LATE_OBJECT = Pattern(r"(?i),\s+(?:the|an?|its|his|her|their|this|that|these)\s")


class Token(NamedTuple):
    """A word, a mark, or a hidden stretch, with its view offsets and its lower-case form."""

    start: int
    end: int
    low: str


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`; what the rule does not read is one token a stretch."""
    return [Token(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in _TOKEN.finditer(text, start, end)]


def follows_noun(ctx: Context, start: int) -> bool:
    """Tell whether a noun stands right before view offset `start`, adverbs left out."""
    sentence = sentence_at(ctx, start)
    tokens = tokens_between(ctx.text, max(sentence.start, start - _FAR), start)
    for tag in reversed(tags_of(ctx.text, tokens)):
        if not tag & Tag.ADVERB:
            return bool(tag & (Tag.NOUN | Tag.PLURAL))
    return False


def tags_of(text: str, tokens: list[Token]) -> list[Tag]:
    """Return the part of speech of each token; a hidden stretch counts as a name."""
    return tag_sentence([_SOME_NAME if token.low[0] == HIDDEN else text[token.start : token.end] for token in tokens])


def may_be_stranded(ctx: Context, at: int) -> bool:
    """Tell whether the preposition that ends at view offset `at` may have its object elsewhere in the sentence.

    In doubt the answer is yes: no finding is better than a false one.
    """
    text = ctx.text
    sentence = sentence_at(ctx, at - 1)
    if text[sentence.start : sentence.end].rstrip("\"'”’)]").endswith("?") or _SHARED_OBJECT.match(text, at):
        return True
    if _LATE_OBJECT.match(text, at) and "," in text[max(sentence.start, at - 60) : at]:
        return True
    tokens = [t for t in tokens_between(text, max(sentence.start, at - _FAR), at) if t.low not in _QUOTES]
    if not tokens:
        return False
    tags = tags_of(text, tokens)
    begin = _last_clause(tokens, tags)
    return has_filler([token.low for token in tokens[begin:-1]], tags[begin:-1], tokens[-1].low)


def _last_clause(tokens: list[Token], tags: list[Tag]) -> int:
    """Return the index of the token after the last semicolon, colon or dash, or comma with "and" and a subject."""
    for index in range(len(tokens) - 2, -1, -1):
        low = tokens[index].low
        if low in (";", ":", "—", "–"):
            return index + 1
        joined = low == "," and index + 2 < len(tokens) and tokens[index + 1].low in _JOINING
        if joined and tags[index + 2] & _SUBJECT_TAGS:
            return index + 1
    return 0


def has_filler(lows: list[str], tags: list[Tag], preposition: str) -> bool:
    """Tell whether the words before a clause-final preposition hold something that may be its object."""
    for index, low in enumerate(lows):
        if low in _FILLERS and not (low == "that" and preposition == "than") and not _is_used_up(lows, tags, index):
            return True
        if low in _PLACES and preposition not in _NOT_OF_PLACE:
            return True
        if low == "to" and index and lows[index - 1] in ("you", "me", "us", "him", "her", "them", "it"):
            return True
        if index + 1 < len(lows) and _opens_gap(lows, tags, index, preposition):
            return True
        if _starts_relative(lows, tags, index):
            return True
    return (preposition != "by" and _is_phrasal_passive(lows, tags)) or _holds_two_clauses(tags)


def _holds_two_clauses(tags: list[Tag]) -> bool:
    """Tell whether two finite verbs stand with no mark or conjunction between: "knows the group they aim (at)"."""
    seen = -1
    for index, tag in enumerate(tags):
        if tag & (Tag.MARK | Tag.CONJUNCTION):
            seen = -1
        elif index and tags[index - 1] & Tag.WH:
            continue
        elif tag & (Tag.VERB_S | Tag.PAST | Tag.MODAL) or (tag & Tag.VERB and not tags[index - 1] & _BEFORE_BASE):
            if seen >= 0 and index - seen > 2:
                return True
            seen = index if seen < 0 or index - seen > 1 else seen
    return False


def _is_used_up(lows: list[str], tags: list[Tag], index: int) -> bool:
    """Tell whether a relative has its place already: "that begins", or "what it lacks is a"."""
    if lows[index] not in ("who", "which", "that", "what"):
        return False
    after = index + 1
    while after < len(tags) and tags[after] & Tag.ADVERB:
        after += 1
    if lows[index] != "what" and after < len(tags) and tags[after] & (Tag.VERB_S | Tag.PAST | Tag.MODAL | Tag.VERB):
        rest = list(takewhile(lambda tag: not tag & (Tag.MARK | Tag.CONJUNCTION), tags[after:]))
        return not any(tag & (Tag.PARTICIPLE | Tag.TO) for tag in rest) and not any(
            tag & _INFLECTED for tag in rest[1:]
        )
    verbs = [at for at in range(after, len(tags)) if tags[at] & (Tag.VERB | Tag.VERB_S | Tag.PAST)]
    return (
        len(verbs) > 1
        and lows[verbs[-1]] in ("is", "was")
        and bool(tags[min(verbs[-1] + 1, len(tags) - 1)] & Tag.DETERMINER)
    )


def _opens_gap(lows: list[str], tags: list[Tag], index: int, preposition: str) -> bool:
    """Tell whether the word at `index` opens a phrase with a gap: "to look (at)", "worth waiting (for)", "than I …"."""
    low, following, tag = lows[index], lows[index + 1], tags[index + 1]
    if low == "to":
        may_be_verb = following.isalpha() and bool(tag & Tag.NOUN) and bool(tags_of_word(following) & Tag.VERB)
        return may_be_verb or bool(tag & (Tag.VERB | Tag.PARTICIPLE | Tag.PAST | Tag.ADVERB))
    if low in ("as", "than"):
        clause = any(tag & (_FINITE | Tag.PARTICIPLE) for tag in tags[index + 1 :])
        return preposition != "than" and following in _COMPARED and clause
    return low in _NEEDS and following.endswith("ing")


def _starts_relative(lows: list[str], tags: list[Tag], index: int) -> bool:
    """Tell whether a clause follows right upon a noun: "the film | I was", "the manga | the show lifts"."""
    if index == 0:
        return False
    before, low = lows[index - 1], lows[index]
    after_noun = bool(tags[index - 1] & (_NOMINAL | Tag.SUPERLATIVE | Tag.NUMBER)) or before in _ANTECEDENTS
    if low in _PRONOUNS or tags[index] & Tag.CONTRACTION:
        return after_noun or bool(tags[index - 1] & (Tag.ADJECTIVE | Tag.PRONOUN) and before not in _TIMES)
    if before in _ANTECEDENTS and low in _AFTER_ANTECEDENT:
        return True
    if not after_noun or not any(tag & (_FINITE | Tag.PARTICIPLE) for tag in tags[index:]):
        return False
    if low in ("it", "you", "one", "people", "there") or tags[index] & Tag.DETERMINER:
        return True
    if tags[index] & Tag.POSSESSIVE:
        return not tags[index - 1] & Tag.PROPER
    if low in _AFTER_ANTECEDENT:
        return True
    return bool(tags[index] & Tag.PROPER and not tags[index - 1] & Tag.PROPER)


def _is_phrasal_passive(lows: list[str], tags: list[Tag]) -> bool:
    """Tell whether the words end in a passive that keeps its preposition: "is well cared (for)"."""
    if any(low in _PHRASAL for low in lows[-2:]):
        return True
    for back in (1, 2):
        if back <= len(tags) and tags[-back] & (Tag.PARTICIPLE | Tag.PAST):
            passive = any(low in _BE for low in lows[-back - 4 : -back])
            return passive and lows[-back] not in _WANT_OBJECT
    return False


# Passives whose preposition has an object of its own: "is made of tin", "was greeted with cheers".
_WANT_OBJECT = frozenset(
    "made composed written directed filled named nominated known based greeted met set followed rewarded "
    "shot released given sold covered blessed gifted decorated adorned packed loaded crammed stuffed lined "
    "laced peppered drawn taken translated adapted inspired banned translated opened born named famed "
    "renowned praised hailed awarded shown seen screened premiered premièred debuted presented staged "
    "performed published printed recorded filmed planned offered intended meant destined compared dedicated "
    "devoted addressed limited reduced returned sent moved brought transferred upgraded".split()
)
_PHRASAL = frozenset(
    "cared looked laughed dealt spoken talked heard thought accounted called asked paid provided catered "
    "taken made lived slept played sat stepped trodden tampered messed trifled reckoned relied counted "
    "depended acted worked waited listened referred lied yelled shouted screamed shot fired stared sworn "
    "spat built believed done hoped wished longed prayed argued voted rooted fought disposed approved "
    "disapproved written walked gotten trampled experimented operated reported commented expanded elaborated "
    "frowned shied run put ripped decided insisted touched remarked tended toyed fooled conned robbed "
    "deprived".split()
)
