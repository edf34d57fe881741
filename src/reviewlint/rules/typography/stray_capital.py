"""A capital in mid-sentence on a common word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, entry, inflect, share, tag_sentence
from reviewlint.lexicon.words import Entry
from reviewlint.rules.context import Context
from reviewlint.rules.typography.capitals import NAMES, bare, counted_capitals, goes_on_as_name
from reviewlint.rules.typography.everyday import EVERYDAY
from reviewlint.rules.wordclass import is_countable
from reviewlint.rules.wordsets import SHARED

_CAPITAL = re.compile(r"(?<=[a-zI\d’'é] )[A-Z][a-z]+")
_MARGIN = 72  # a line so long ended because the margin was reached
_SOME = 4  # more different words than this in a draft are its way of writing
_SEEN = 15  # in 4.5 million words: rarer words may well be names
_SEEN_BARE = 60  # the same, where no article says that it is a noun
_COLOURS = frozenset("white black red green blue brown yellow grey gray pink purple orange".split())
_OWNING = frozenset("a an his her its my your our their".split())
_OWNABLE = frozenset("price page bridge tower wall gate hand nest party house ring stick team church machine".split())
_SHORT = frozenset(
    "car dog cat bus hat bag box cup egg ear eye leg arm key bed job pen pot toy son cow pig bar sky sea".split()
)
_WORN = frozenset(
    "suit suits hat hats coat coats dress dresses shirt shirts jacket jackets shoes boots gloves scarf "
    "tie skirt trousers "
    "jeans car cars van bus bike bicycle truck door doors wall walls curtain curtains light lights paint "
    "paper ink hair "
    "eyes wine tea sauce pepper peppers beans grass sky dot line lines button ribbon rose roses flowers cover".split()
)
_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years page pages euros".split())
_SMALL_WORDS = frozenset(
    "the his her its their our this these those with from for of in on at by to and but or is are was were has have "
    "had an that which when where because into about than then as not very so too also only just".split()
)
# Heads of names that a draft may make up as it goes: "the Hard mode", "the latest Minions film".
_HEADS = frozenset(
    "mode modes difficulty setting settings level levels pace engine timeline timelines edition version cut button "
    "buttons screen screens menu system ability abilities page meter bar spell spells option options icon island "
    "movie movies film films series show album song single game games trilogy franchise novel book trailer remake "
    "sequel store shop app team band studio studios rover era universe program programme project award awards name "
    "names race class skill faction quest mission map character type tool feature function theme logo".split()
)
_BEFORE_TITLE = frozenset(
    "movie film album song book game novel series show episode play track hit called titled named entitled watched saw "
    "watching".split()
)
_NOUN = Tag.NOUN | Tag.PLURAL
_VERB = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.PARTICIPLE | Tag.ING
_BEFORE_NOUN = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_BEFORE_NOUN_TOO = Tag.ADJECTIVE | Tag.COMPARATIVE | Tag.SUPERLATIVE | Tag.PARTICIPLE | Tag.ING | Tag.NOUN
_GOES_ON = (
    Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.PREPOSITION | Tag.ADVERB | Tag.TO | Tag.ADJECTIVE | Tag.NUMBER
)
_FINITE = Tag.VERB | Tag.VERB_S | Tag.PAST
_BEFORE_BASE = frozenset("don't doesn't didn't not never always i we you they to".split())
_NO_PERSON = frozenset(
    "character number matter paper water computer answer corner letter chapter finger shoulder winter dinner weather "
    "theater poster power murder wonder floor door mirror error horror color humor tour moment department apartment "
    "restaurant event content accent comment talent element statement treatment argument document environment "
    "development movement entertainment disappointment achievement improvement list twist cover counter river tower "
    "supper feature creature order timer border layer player-character summer thriller trailer screwdriver flower "
    "shower sweater trigger ladder folder printer speaker charger controller cooker burger poker butter pepper paper "
    "process mess dress success address business access stress press glass class loss grass kindness darkness "
    "happiness sadness weakness elephant plant".split()
)
_ADVERBS = frozenset(
    "also always often never again still already almost even only very quite rather perhaps instead together away here "
    "there soon indeed however therefore too".split()
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield words with a capital between two words in small letters that hardly ever carry one."""
    text = ctx.text
    places = {match.start() for match in _CAPITAL.finditer(text)}
    if not places:
        return
    words = ctx.document.words
    starts = frozenset(sentence.start for sentence in ctx.document.sentences)
    capitals = counted_capitals(ctx.document, starts)
    found = [
        words[i]
        for i in range(1, len(words))
        if words[i].start in places
        and words[i].start not in starts
        and capitals[bare(words[i].text)] == 1
        and not _may_be_name(ctx, i, starts)
        and _is_common(ctx, i)
    ]
    if len({word.text for word in found}) <= _SOME:
        for word in found:
            yield ctx.finding(word.start, word.end, replace=word.text[0].lower() + word.text[1:])


def _may_be_name(ctx: Context, i: int, starts: frozenset[int]) -> bool:
    """Tell whether a word with a capital may be a name, or begin a line or a sentence, by what stands around it."""
    text, words = ctx.text, ctx.document.words
    word, before = words[i], words[i - 1]
    if not (before.text.islower() or before.text.isdigit() or before.text == "I") or before.text.endswith(("'s", "’s")):
        return True
    low = bare(word.text)
    if not low.isalpha() or not low[1:].islower() or text[before.end : word.start] != " ":
        return True
    if text[word.start : word.end] != word.text or text[word.end : word.end + 1] in ("-", "/", "&", "@", "_"):
        return True
    if re.match(r"\.\w", text[word.end : word.end + 2]) or ctx.vocabulary.knows_folded(word.text):
        return True
    view = ctx.document.prose
    if not view.is_exact(before.start, word.end):
        return True
    begins = _begins_line(ctx.document.source.text, view.to_source(word.start, word.end).start)
    if begins and not (begins == "margin" and before.text in _OWNING | _SMALL_WORDS):
        return True
    return goes_on_as_name(words, i, text, starts)


def _begins_line(source: str, at: int) -> str:
    """Return "margin" where a long line was broken before `at`, "line" where another begins there, else nothing."""
    if source[at - 1] == " ":
        return ""
    length = at - 1 - (source.rfind("\n", 0, at - 1) + 1)
    return "margin" if source[at - 1] == "\n" and length >= _MARGIN and source[at - 2].isalpha() else "line"


def _is_common(ctx: Context, i: int) -> bool:
    """Tell whether a word is a common one in its place, whatever its capital."""
    text, words = ctx.text, ctx.document.words
    before, low = words[i - 1].text, bare(words[i].text).lower()
    follows = words[i + 1].text if i + 1 < len(words) and text[words[i].end : words[i + 1].start] == " " else ""
    if before.isdigit() or low in _UNITS:
        return low in _UNITS and (before.isdigit() or share(before, Tag.NUMBER) > 0.5)
    if low in _SMALL_WORDS:
        return follows[:1].islower() and len(low) > 1
    if low in _COLOURS:  # "a White suit"; not "the White House", a White man, Black music
        return before in _OWNING and follows in _WORN
    known = entry(low)
    owned = low in _OWNABLE and before in _OWNING and not follows[:1].isupper()
    if known is None or (low in NAMES and not owned) or before in _BEFORE_TITLE:
        return False
    tag_before, tag, tag_after = _tags(text, words, i, low)
    if len(low) < 4 and not (low in _SHORT and (before in _OWNING or tag_before & Tag.ADJECTIVE)):
        return False
    if owned:
        return True
    if known.seen < _SEEN:  # a rare word may be a name, unless it is a verb and can be nothing else
        sure = share(low, Tag.VERB_S) > 0.9 and known.capital == 0
        return sure and bool(tag_before & _NOUN and tag_after & (Tag.DETERMINER | Tag.POSSESSIVE))
    if tag & _NOUN:
        return _is_common_noun(low, known, before, tag_before, follows if tag_after & _NOUN else "")
    if known.capital > 0.06:
        return False
    if tag & _VERB:
        return _is_common_verb(before, tag_before, tag, tag_after)
    if known.capital > 0.02:
        return False
    if tag & Tag.ADVERB:
        return low.endswith("ly") or low in _ADVERBS
    if not tag & Tag.ADJECTIVE:
        return False
    return (bool(tag_after & _NOUN) and follows not in _HEADS) or bool(tag_before & (_FINITE | Tag.ADVERB))


def _is_common_verb(before: str, tag_before: Tag, tag: Tag, tag_after: Tag) -> bool:
    if tag & Tag.VERB:
        return bool(tag_before & (Tag.TO | Tag.MODAL) or before.replace("’", "'") in _BEFORE_BASE)
    if tag_before & Tag.PRONOUN and tag & (Tag.VERB_S | Tag.PAST):
        return True
    if not tag_after & _GOES_ON:
        return False
    if tag & (Tag.VERB_S | Tag.PAST):
        return bool(tag_before & (_NOUN | Tag.PRONOUN | Tag.WH | Tag.ADVERB))
    return bool(tag_before & (_FINITE | Tag.ADVERB | Tag.PREPOSITION)) and before not in ("like", "as")


def _tags(text: str, words: tuple[Word, ...], i: int, low: str) -> list[Tag]:
    """Return the tags of the word before, the word itself, written small, and the word or mark after it."""
    first = max(0, i - 5)
    around = [word.text for word in words[first:i]] + [low]
    after = text[words[i].end : words[i].end + 1]
    around += [word.text for word in words[i + 1 : i + 4]] if after == " " else [after.strip() or "."]
    tags = [*tag_sentence(around), Tag.MARK]
    return tags[i - first - 1 : i - first + 2]


def _is_common_noun(low: str, known: Entry, before: str, tag_before: Tag, joined: str) -> bool:
    if joined and (joined in _HEADS or known.capital > 0.02):
        return False
    everyday = low in EVERYDAY or known.capital <= 0.06
    if before == "the":
        return everyday and not _is_person(low)
    if tag_before & _BEFORE_NOUN:
        return everyday or known.capital <= 0.3
    if tag_before & _BEFORE_NOUN_TOO:
        return everyday and not joined
    # No article: a single thing without one is a title, "in Contact"; what cannot be counted is none.
    if not tag_before & (Tag.PREPOSITION | Tag.VERB | Tag.VERB_S | Tag.PAST):
        return False
    return known.capital <= 0.05 and known.seen >= _SEEN_BARE and not joined and not is_countable(low)


def _is_person(low: str) -> bool:
    """Tell whether a word names somebody by what they do: "the Writer" may be all the name they have."""
    if low in SHARED["person"] or low in SHARED["persons"]:
        return True
    one = inflect.singular_of(low)
    return one.endswith(("er", "or", "ist", "man", "woman", "ian", "ess", "ant", "ent")) and one not in _NO_PERSON
