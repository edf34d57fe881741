"""“A” before a vowel sound, “an” before a consonant."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding, Safety
from reviewlint.lexicon import Tag, is_word, share
from reviewlint.rules.articles import VOWEL, sound_of
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import words

# After these “a” is a letter or mark, not an article.
_GRADES = words(
    "vitamin hepatitis grade plan type class side schedule category option exhibit level series team serie group "
    "section point triple double straight column part 'n la le el"
)
# A word is missing after the article, or the article is no article: nothing to say of its form.
_NO_NOUN = words(
    "and or of as in on at is are was were if it its it's i i'm he his she they we us am an a our other's about "
    "into onto up upon over under us among against after although all also above out off else even ever"
)
# “an” before these is a slip for another word, or German: “an die Freude”.
_AFTER_SLIP = words("an a the to then that this with by die der das den dem ihn mich dich sich einen einem einer")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each article that does not suit the sound of the word after it."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(("a", "an")):
        if not tokens.joined(i, i + 1) or not _is_article(tokens, i):
            continue
        word = tokens.word(i + 1).replace("’", "'")
        sound = sound_of(word)
        if sound is None or sound is (tokens.lower[i] == "an"):
            continue
        article = "an" if sound is VOWEL else "a"
        if tokens.capital(i):
            article = article.capitalize()
        # Nobody knows how an unknown word is said.
        safety = Safety.UNSAFE if word[0].islower() and word.isalpha() and not is_word(word) else None
        said = f"{article} {tokens.word(i + 1)}"
        yield ctx.finding(tokens.starts[i], tokens.ends[i], replace=article, safety=safety, word=said)


def _is_article(tokens: Tokens, i: int) -> bool:
    following = tokens.lower[i + 1]
    written = tokens.word(i)
    if following in ("a", "an"):
        return False  # one of the two is too many, which another rule says
    if written == "AN" or (written in ("A", "An") and not _opens_sentence(tokens, i)):
        return False  # a letter, or a name: “An Post”
    if written != "an" and written != "An" and (tokens.before(i) in _GRADES or following in _NO_NOUN):
        return False
    if written == "A" and share(following, Tag.VERB_S | Tag.PAST | Tag.MODAL) > 0.5:
        return False  # “A equals B”
    if following.startswith("-") or tokens.gap(i).endswith(("-", "&", "/", "'", "’", ".")):
        return False
    return not (written == "an" and following in _AFTER_SLIP)


def _opens_sentence(tokens: Tokens, i: int) -> bool:
    return tokens.starts_sentence(i) and not tokens.capital(i + 1)
