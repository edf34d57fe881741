"""Where the reader misses something between two words, or between a word and a mark: "a letter to, called".

The model is wrong above all where English leaves something out soundly: the object of a stranded preposition ("the
room they live in"), what an auxiliary repeats ("as good as it was"), a noun that "any" or "some" stand for. Names and
titles it does not know, so that it misses a word beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Sentence, Word
from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, tags
from reviewlint.reader import Reading
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.context import Context

_SURE = 0.9  # log odds above the threshold from which "and" before a comma has lost what it joins
_SHOWN = 2  # words that a finding marks before the gap
_CLOSE = ("..", "…", "/", ")", "—", "–", "-")  # what is put in, or breaks off on purpose
_STRANDED = Tag.PREPOSITION | Tag.TO
# They stand for what they leave out: "nobody has any", "as good as it was".
_STANDS_ALONE = frozenset(
    "any some none few many most all both each either neither enough more less much several his hers theirs mine yours "
    "ours own one ones other another this that these those it him her them me us you there here".split()
)
_AUXILIARY = frozenset(
    "is are was were am be been being has have had do does did can could will would should might may must isn't "
    "aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shouldn't "
    "not".split()
)
_REPEATS = Pattern(
    r"(?i)\b(?:as|than|so|what|how|who|which|that)\b|\b(?:where|when|why|like|neither|nor|whatever|whoever|too|either|"
    r"if|there|here|yes|no|but)\b[^,;:]*$"
)
_AFTER_PRONOUN = Pattern(
    r"(?i)\b(?:i|you|he|she|it|we|they|this|that|there|never|always|seldom|rarely|hardly|still|probably|certainly|"
    r"usually|often|sometimes|ever|also|really|definitely)\s$"
)
_PARTICLES = frozenset("in on up down out off over through along around about by back away under after before".split())
_JOINING = ("and", "or")  # what stands between commas may part them from what they join
_ARTICLES = frozenset("the a an this that these those his her their its my our your".split())
_DETERMINERS = _ARTICLES | {"every", "no", "any"}
_PLACED = Pattern(r"(?:\w\wed|began|shot|written|made|set|born|held|built) (?:in|on)$")
# Where the next word tells that nothing is missing: "of a piece", "the how and the why", "look for and find".
_SOUND_AFTER = Pattern(
    r"(?i)(?:(?:\w+ly|is|was|are|were|be|been|being|not|or|instead) (?:of|to)|(?:the|a|an) (?:before|after|where|how|"
    r"why|when|what|now|then|here|there|who|do|up|down|in|out|if|but|yes|no)s?|(?:of|for|with|to|at|from|in|on|by) "
    r"(?:and|or|but|what|where|how|if|whatever|whoever|whom|who|when)|(?:and|or|but|nor) (?:of|to|for|with|on|at|from|"
    r"by|in|into|through|over)|in (?:is|are|was|were|come|comes|came|go|goes|went|I|we|you|they|he|she|it)|"
    r"(?:these|those|this|that|its|his) (?:out|up|down|off|in|on|over|away|back|apart|together))\b"
)
# Only a blank or a mark that ends something shows a gap: no hyphen, bracket, slash or star does.
_SHOWS = Pattern(r"\s|[.,;:!?…]")
# "introduction to, and metaphor for, the whole": what follows is the object of both.
_SHARED = Pattern(r",\s+(?:and|or|but|if not|as well as)\s[^,.;:]{1,30}$")
_SOUND_BEFORE = Pattern(
    r"(?i)(?:\b(?:speaking of|not limited to|instead of|anything but|nothing but|all but|said this|to say|oh my|"
    r"and my|if need|if need be|(?:than|like|as|but|if not) the (?:last|first|next|other|rest|best|former|latter)|"
    r"ha(?:ve|s|d) to be|the day of|(?:but|as) with|like|based|"
    r"(?:scattered|sprinkled|mixed|blended|thrown|crammed|tuned|zoomed|logged|dropped) in|"
    r"(?:minutes|hours|pages|episodes|seasons|days|weeks|months|years|chapters|moments|halfway|part-?way|way) "
    r"in|(?:is|are|was|were|'s|be|gets?|got|getting|good|bad) (?:in|on|out|up|down|off|over)))$"
)
# What breaks in between a word and what it takes: "akin to, although less than, …", "boils down to, “…”".
_BREAKS_IN = Pattern(
    r"(?i)[\"”’)\]]*(?::|,\s*(?:[\"“‘(]|(?:and|or|but|yet|though|although|albeit|not|if|even|as well as|rather|let "
    r"alone|at least|in|on|for|at|to|with|from|by|of|well|say|perhaps|maybe|like)\b))"
)


def gaps(ctx: Context, reading: Reading, threshold: float) -> Iterator[Finding]:
    """Yield a finding for each place where something is missing; it marks the words around it."""
    words = ctx.document.words
    for index, score in enumerate(reading.gaps):
        if score < threshold:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if _is_gap(ctx, words[index], following, sure=score >= threshold + _SURE):
            yield ctx.finding(words[_first_shown(ctx, index)].start, words[_last_shown(ctx, index)].end, perhaps="")


def _is_gap(ctx: Context, word: Word, following: Word | None, sure: bool) -> bool:
    """Tell whether no name, idiom or sound ellipsis explains what the reader misses after a word."""
    text = ctx.text
    between = text[word.end : following.start] if following else text[word.end : word.end + 3]
    joined = between.isspace()
    if not word.text[0].islower() or HIDDEN in text[word.start] + between or between.lstrip().startswith(_CLOSE):
        return False
    sentence = ctx.sentence_of(word.start)
    if not _SHOWS.match(text, word.end) or (between[:1] == "," and _SHARED.search(text, 0, word.end)):
        return False
    if sentence is None or (joined and following is not None and not following.text[0].islower()):
        return False
    low = word.text.lower().replace("’", "'")
    if (low in _STANDS_ALONE and not (joined and low in _ARTICLES)) or low.endswith(("'s", "s'")):
        return False
    if _SOUND_BEFORE.search(text, sentence.start, word.end) or _SOUND_AFTER.match(text, word.start):
        return False
    if _BREAKS_IN.match(text, word.end) and not (sure and low in _JOINING):
        return False
    return not _is_elliptic(ctx, sentence, word, following if joined else None, sure)


def _is_elliptic(ctx: Context, sentence: Sentence, word: Word, following: Word | None, sure: bool) -> bool:
    """Tell whether English may leave out here what a sentence has said; `following` is None before a mark."""
    text, low = ctx.text, word.text.lower().replace("’", "'")
    if text[sentence.start : sentence.end].rstrip("\"'”’)]").endswith("?"):
        return True
    if low in _AUXILIARY or low.endswith("n't"):
        return bool(_REPEATS.search(text, sentence.start, word.start) or _AFTER_PRONOUN.search(text, 0, word.start))
    if low in _JOINING and following is None:
        return not sure
    if low in _PARTICLES and following is None and not _PLACED.search(text, sentence.start, word.end):
        return True
    if low in _PARTICLES or tags(low) & _STRANDED:
        return may_be_stranded(ctx, word.end)
    return following is not None and low not in _DETERMINERS and following.text.lower() in _ARTICLES


def _last_shown(ctx: Context, index: int) -> int:
    """Return the index of the last word that a finding marks: the one after the gap, where no mark parts them."""
    words = ctx.document.words
    joined = index + 1 < len(words) and ctx.text[words[index].end : words[index + 1].start].isspace()
    return index + joined


def _first_shown(ctx: Context, index: int) -> int:
    """Return the index of the first word that a finding marks: no further back than the sentence or a hidden title."""
    words, text = ctx.document.words, ctx.text
    sentence = ctx.sentence_of(words[index].start)
    first = index
    while first > max(0, index - _SHOWN + 1) and sentence is not None and words[first - 1].start >= sentence.start:
        if HIDDEN in text[words[first - 1].start : words[first].start]:
            break
        first -= 1
    return first
