"""A capital in mid-sentence on a common word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, entry, share
from reviewlint.rules.context import Context

_SEEN = 15  # in 4.5 million words: rarer words may well be names
_RARELY = 0.06  # of a word's occurrences within a sentence have a capital, at most
_CONTENT = Tag.NOUN | Tag.PLURAL | Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.PARTICIPLE | Tag.ING
_LINKS = frozenset(("of", "and", "the", "in", "for", "to", "a", "on", "with", "from", "de", "la", "&"))
_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years page pages".split())
# Words that are also things with a brand.
_PRODUCTS = frozenset(
    "steam windows switch kindle kindles beats chrome edge discord origin epic apple amazon oracle shell visa subway "
    "target gap sprint reprise virgin island decca fire echo alexa word excel access surface office teams pages "
    "numbers notes mail safari finder dock escape enter shift control command option options play pause start "
    "select focus".split()
)
_SOME = 3  # more different words than this in a draft are its way of writing


def check(ctx: Context) -> Iterator[Finding]:
    """Yield words with a capital between two words in small letters that hardly ever carry one."""
    words = ctx.document.words
    starts = {sentence.start for sentence in ctx.document.sentences}
    capitals = Counter(word.text for word in words if word.text[0].isupper())
    found = [
        words[i]
        for i in range(1, len(words))
        if words[i].text[0].isupper() and words[i].start not in starts and _is_stray(ctx, words, i, capitals)
    ]
    if len({word.text for word in found}) <= _SOME:
        for word in found:
            yield ctx.finding(word.start, word.end, replace=word.text[0].lower() + word.text[1:])


def _is_stray(ctx: Context, words: tuple[Word, ...], i: int, capitals: Counter[str]) -> bool:
    word, before = words[i], words[i - 1]
    text = word.text
    if len(text) < 4 or not text[1:].islower() or not text.isalpha() or capitals[text] > 1:
        return False
    if ctx.text[before.end : word.start] != " " or not (before.text.islower() or before.text.isdigit()):
        return False
    if _goes_on_as_name(ctx, words, i) or (before.text in _LINKS and i > 1 and words[i - 2].text[0].isupper()):
        return False
    if re.match(r"\.\w", ctx.text[word.end : word.end + 2]):
        return False
    if ctx.text[word.start : word.end] != text or ctx.vocabulary.knows_folded(text):
        return False
    if before.text.isdigit() or text.lower() in _UNITS:
        return text.lower() in _UNITS and (before.text.isdigit() or share(before.text, Tag.NUMBER) > 0.5)
    known = entry(text)
    if known is None or known.capital > _RARELY or share(text, Tag.PROPER) > _RARELY:
        return False
    if share(text, Tag.VERB_S | Tag.PAST | Tag.ING) > 0.9:
        return True
    if known.seen < _SEEN or text.lower() in _PRODUCTS or _is_person(text, before.text):
        return False
    return share(text, _CONTENT) > 0.9 and not _is_part_of_a_name(ctx, words, i)


def _is_part_of_a_name(ctx: Context, words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a noun stands before another, as in "the Gift shop" or "the Play button": a label, not a slip."""
    if ctx.text[words[i].end : words[i].end + 1] != " " or i + 1 == len(words):
        return False
    return share(words[i + 1].text, Tag.NOUN | Tag.PLURAL | Tag.ADJECTIVE) > 0.5


def _goes_on_as_name(ctx: Context, words: tuple[Word, ...], i: int) -> bool:
    """Tell whether another capital follows, straight or after a small word: "Choir of Young Voices"."""
    after = words[i + 1 : i + 3]
    if after and (after[0].text[0].isupper() or after[0].text[0].isdigit()):
        return ctx.text[words[i].end : after[0].start] == " "
    return len(after) > 1 and after[0].text in _LINKS and after[1].text[0].isupper()


def _is_person(text: str, before: str) -> bool:
    """Tell whether a word names somebody by what they do: "the Writer" may be all the name they have."""
    return text.endswith(("er", "or", "ist", "man", "woman", "ian", "ess", "ant", "ent")) or before in ("mr", "dr")
