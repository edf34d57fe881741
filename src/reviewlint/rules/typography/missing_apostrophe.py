"""Contractions without their apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, tags
from reviewlint.rules.context import Context

_ALWAYS = {
    word.replace("'", ""): word
    for word in (
        "doesn't don't didn't isn't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't aren't mustn't "
        "needn't that's there's what's where's who's you're they're you've they've we've i've i'm you'll they'll "
        "could've would've should've must've it'll that'll there'll what're"
    ).split()
} | {"didint": "didn't"}
_BEFORE_VERB = {"cant": "can't", "wont": "won't"}  # words of their own elsewhere
_PRONOUNS = frozenset("i you he she it we they who that this there people".split())


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each contraction that lacks its apostrophe; of “cant” and “wont”, only those before a verb."""
    words = ctx.document.words
    for number, word in enumerate(words):
        low = word.text.lower()
        right = _ALWAYS.get(low)
        if low in _BEFORE_VERB:
            before = words[number - 1].text.lower() if number else ""
            after = words[number + 1].text if number + 1 < len(words) else ""
            right = _BEFORE_VERB[low] if before in _PRONOUNS and tags(after) & (Tag.VERB | Tag.ADVERB) else None
        if right is None or ctx.text[word.start : word.end] != word.text or ctx.vocabulary.knows(word.text):
            continue
        if word.text[0].isupper() and low not in ("im", "ive") and not _starts_sentence(ctx, word.start):
            continue
        if word.text.isupper() or (low == "ive" and number and words[number - 1].text[0].isupper()):  # Jonathan Ive
            continue
        curly = "’" if ctx.text.count("’") > ctx.text.count("'") else "'"
        right = (right[0].upper() + right[1:] if word.text[0].isupper() else right).replace("'", curly)
        yield ctx.finding(word.start, word.end, replace=right[0].upper() + right[1:] if low in ("im", "ive") else right)


def _starts_sentence(ctx: Context, start: int) -> bool:
    return any(sentence.start == start for sentence in ctx.document.sentences)
