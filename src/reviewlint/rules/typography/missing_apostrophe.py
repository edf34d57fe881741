"""Contractions and possessives without their apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, is_word, share
from reviewlint.rules.context import Context

_ALWAYS = {
    word.replace("'", ""): word
    for word in (
        "doesn't don't didn't isn't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't aren't mustn't "
        "needn't ain't that's there's here's what's where's who's how's he's she's you're they're you've they've we've "
        "i've i'm you'll they'll could've would've should've must've might've it'll that'll there'll what're you'd "
        "they'd it'd that'd who'd y'all o'clock ma'am women's children's everyone's someone's nobody's anybody's "
        "everybody's somebody's anyone's today's tomorrow's yesterday's"
    ).split()
} | {"didint": "didn't", "doesent": "doesn't", "dosent": "doesn't", "wasent": "wasn't", "couldent": "couldn't"}
_WHYS = frozenset("hows whys whos whats wheres theres".split())  # "the hows and whys"
# Words of their own elsewhere.
_BEFORE_VERB = {"cant": "can't", "wont": "won't"}
_STARTING = {"id": "I'd", "ill": "I'll", "lets": "let's"}  # only with a capital, before a verb in its base form
_AFTER_ID = frozenset("rather also never always definitely probably have be like love say argue just still".split())
_PERIODS = frozenset("years months weeks nights seasons summers decades centurys".split())
_CANDIDATES = frozenset([*_ALWAYS, *_BEFORE_VERB, *_STARTING]) | _PERIODS
_DETERMINERS = frozenset("the a an this that of his her their its my your our no such religious moral thieves".split())
_NOT_AFTER_BE = Tag.NOUN | Tag.PLURAL | Tag.PROPER | Tag.VERB | Tag.VERB_S
_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_SEVERAL = frozenset("last next this".split())  # "last years film": of one year


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each word that lacks its apostrophe; of words that are sound elsewhere, only those in their place."""
    words = ctx.document.words
    for i, word in enumerate(words):
        if word.text.lower() not in _CANDIDATES:
            continue
        right = _right(ctx, words, i)
        if right is None or ctx.text[word.start : word.end] != word.text or ctx.vocabulary.knows(word.text):
            continue
        if (
            ctx.text[word.start - 1 : word.start] in ("@", "#", "/", "'", "’", "_")
            or ctx.text[word.end : word.end + 1] in "@_"
        ):
            continue
        if word.text[0].isupper() and right[0] != "I" and not _starts_sentence(ctx, word.start):
            continue
        curly = "’" if ctx.text.count("’") > ctx.text.count("'") else "'"
        right = (right[0].upper() + right[1:] if word.text[0].isupper() else right).replace("'", curly)
        yield ctx.finding(word.start, word.end + _has_late_mark(ctx, word), replace=right)


def _has_late_mark(ctx: Context, word: Word) -> bool:
    """Tell whether the mark stands after the word, “isnt'”, and closes no quotation."""
    if ctx.text[word.end : word.end + 1] not in ("'", "’") or ctx.text[word.end + 1 : word.end + 2].isalnum():
        return False
    sentence = ctx.sentence_of(word.start)
    return sentence is None or not _OPENS.search(ctx.text, sentence.start, word.start)


def _right(ctx: Context, words: tuple[Word, ...], i: int) -> str | None:
    """Return what word `i` should be, or None if it is sound or may be a name."""
    word = words[i].text
    low = word.lower()
    if word.isupper():
        return None
    before = words[i - 1].text if i and ctx.text[words[i - 1].end : words[i].start] == " " else ""
    after = words[i + 1].text if i + 1 < len(words) and ctx.text[words[i].end : words[i + 1].start] == " " else ""
    if low == "im" and (not after.islower() or share(after, _NOT_AFTER_BE) > 0.5 or not is_word(after)):
        return None  # “im Regen”
    if low in _ALWAYS:
        if low == "ive" and before[:1].isupper() and (share(before, Tag.PROPER) > 0.3 or not is_word(before)):
            return None
        if before.lower() in ("the", "their", "our", "his", "her", "my") and low in _WHYS:
            return None
        right = _ALWAYS[low]
        return "I" + right[1:] if right[:2] == "i'" else right
    if low in _BEFORE_VERB:
        sound = before.lower() in _DETERMINERS or (after != "be" and share(after, Tag.VERB) < 0.4)
        return None if sound else _BEFORE_VERB[low]
    if low in _STARTING and word[0].isupper():
        return _STARTING[low] if _may_start(low, after) else None
    if low in _PERIODS and before.lower() in _SEVERAL:
        owns = after.islower() and share(after, Tag.NOUN | Tag.PLURAL | Tag.ADJECTIVE | Tag.SUPERLATIVE) > 0.6
        return f"{low[:-1]}'s" if owns else None
    return None


def _may_start(low: str, after: str) -> bool:
    """Tell whether "Id", "Ill" or "Lets" stands where a pronoun and a verb would."""
    if low == "id":
        return after in _AFTER_ID or share(after, Tag.VERB) > 0.4
    if low == "ill":
        return after in ("be", "have", "never", "always", "just", "say", "admit") or share(after, Tag.VERB) > 0.8
    return (
        after in ("be", "just", "not", "hope", "say", "see", "face", "start", "begin") or share(after, Tag.VERB) > 0.8
    )


def _starts_sentence(ctx: Context, start: int) -> bool:
    sentence = ctx.sentence_of(start)
    return sentence is not None and sentence.start == start
