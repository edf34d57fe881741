"""A capital in mid-sentence on a word that can be no name.

Nouns and adjectives are left alone: in published prose, a capital on one of them is a term of a game, a part of a
program, a title without its marks or a joke, in three cases of four. Words for kin and “century” are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, entry, tag_sentence
from reviewlint.rules.context import Context
from reviewlint.rules.typography.capitals import bare, counted_capitals, goes_on_as_name

_CAPITAL = re.compile(r"(?<=[a-zI\d’'é] )[A-Z][a-z]+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|[a-z-]+(?:th|first|second|third)")
_MARGIN = 72  # a line so long ended because the margin was reached
_SEEN = 15  # in 4.5 million words: rarer words may well be names
_SOME = 4  # more different words than this in a draft are its way of writing
_OWNING = frozenset("a an his her its my your our their".split())
_KIN = frozenset(
    "mother father brother sister grandmother grandfather husband wife daughter cousin nephew niece".split()
)
# “His” is not among them: it may stand for God. Nor are words that name a key or a button, as “On” and “To” do.
_SMALL_WORDS = frozenset(
    "the her its their our this these those with from for of in at by and but or is are was were has have "
    "had an that which when where because into than then as very so too also only just".split()
)
_BEFORE_BASE = frozenset("don't doesn't didn't".split())
_ADVERBS = frozenset("also always often never again still already almost even quite rather perhaps indeed".split())


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
    if not ctx.document.is_exact(before.start, word.end):
        return True
    begins = _begins_line(ctx.document.source.text, view.to_source(word.start, word.end).start)
    if begins and not (begins == "margin" and before.text in _OWNING | _SMALL_WORDS):
        return True
    return goes_on_as_name(words, i, text, starts)


def _begins_line(source: str, at: int) -> str:
    """Return "margin" where a long line was broken before `at`, "line" where another begins there, else nothing."""
    if source[at - 1] == " ":
        return ""
    end = at - 1 - (source[at - 2 : at] == "\r\n")
    length = end - (source.rfind("\n", 0, end) + 1)
    return "margin" if source[at - 1] == "\n" and length >= _MARGIN and source[end - 1].isalpha() else "line"


def _is_common(ctx: Context, i: int) -> bool:
    """Tell whether a word is a common one in its place, whatever its capital."""
    text, words = ctx.text, ctx.document.words
    before, low = words[i - 1].text, bare(words[i].text).lower()
    follows = words[i + 1].text if i + 1 < len(words) and text[words[i].end : words[i + 1].start] == " " else ""
    if low in _SMALL_WORDS:
        return follows[:1].islower() and len(low) > 1
    if low in _KIN:
        return before in ("my", "his", "her", "their") and not follows[:1].isupper()
    if low in ("century", "centuries"):
        return _ORDINAL.fullmatch(before) is not None and not follows[:1].isupper()
    known = entry(low)
    if known is None or known.seen < _SEEN or known.capital > 0.02 or len(low) < 4:
        return False
    tag_before, tag = _tags(words, i, low)
    if tag & Tag.VERB:
        return bool(tag_before & Tag.MODAL) or before.replace("’", "'") in _BEFORE_BASE
    return bool(tag & Tag.ADVERB) and (low.endswith("ly") or low in _ADVERBS)


def _tags(words: tuple[Word, ...], i: int, low: str) -> list[Tag]:
    """Return the tags of the word before and of the word itself, written small."""
    first = max(0, i - 5)
    tags = tag_sentence([*(word.text for word in words[first:i]), low, *(word.text for word in words[i + 1 : i + 4])])
    return tags[i - first - 1 : i - first + 1]
