"""A verb in a form that the helper before it does not take: “can makes”, “has make”, “is publish”, “want to going”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, inflect, share
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

_MODALS = words("can could would should must may might will")
_REFUSED = words(
    "can't cannot couldn't won't wouldn't shouldn't mustn't don't doesn't didn't i'll you'll he'll she'll it'll we'll "
    "they'll"
)
_HAVE = words("have has had haven't hasn't hadn't i've you've we've they've should've could've would've")
_BE = words("is are was were been being isn't aren't wasn't weren't it's he's she's they're we're you're i'm")
# After these and “to” nothing but the infinitive stands.
_TO_AFTER = words(
    "want wants wanted wanting need needs needed try tries tried trying decide decides decided manage manages managed "
    "able unable fail fails failed failing seem seems seemed tend tends tended allowed supposed forced hope hopes "
    "hoped refuse refuses refused expect expects expected begin begins began start starts started continue continues "
    "continued ought has had going wish wishes learn learns learned "
    "attempt effort reason opportunity chance ability decision desire attempts helps helped enough ready "
    "hesitant eager willing likely easy hard difficult impossible fun nice wonderful entertaining enjoyable happy"
)
_TO_ING = words("effort efforts enough hope reason")  # “devote every effort to ensuring”, “used enough to having”
# With these before it a helper may be the end of its clause: “all he can is”, “as well as she could given”.
_ELLIPTIC = words(
    "what all everything whatever anything nothing as than much most more best only thing things way hard least those "
    "whichever wherever however"
)
_BIDS = words(
    "advice message lesson rule key secret verdict answer motto option plan goal idea job task point trick to can "
    "could do does "
    "did done doing would one whenever if when something part"
)
_SPARED = words(
    "given including considering regarding according depending following concerning been go let say own prompt overlap "
    "mean flush"
)
_SUBJECTS = words("i he she it we they you who which that there everyone everybody nobody someone")
_PARTICIPLES = Tag.PARTICIPLE | Tag.PAST
_OPENS_OBJECT = SHARED["article"] | SHARED["possessive"] | SHARED["object"] | words("this that these those many")
_BACK = 12


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each verb whose form cannot stand after its helper."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(_MODALS | _REFUSED):
        verb = _verb_after(tokens, i)
        linked = tokens.before(i) in ("or", "and") and tokens.lower[i] in _REFUSED  # “whether it can or doesn't is”
        inflected = verb and _is_inflected(tokens.lower[verb]) and not linked
        if inflected and _is_helper(tokens, i) and not _may_end(tokens, i, verb):
            yield _finding(ctx, tokens, verb, inflect.base_form(tokens.lower[verb]))
    for i in tokens.at(("to",)):
        verb = _verb_after(tokens, i)
        if not verb or tokens.before(i) not in _TO_AFTER:
            continue
        gerund = tokens.lower[verb].endswith("ing")
        forward = gerund and (tokens.before(i) in _TO_ING or "forward" in _words_back(tokens, i))
        if _is_inflected(tokens.lower[verb]) and not _may_end(tokens, i, verb) and not forward:
            yield _finding(ctx, tokens, verb, inflect.base_form(tokens.lower[verb]))
    for i in tokens.at(_HAVE | _BE):
        verb = _verb_after(tokens, i)
        wrong = verb and (_is_bare(tokens.lower[verb]) or (tokens.lower[i] in _HAVE and _is_doing(tokens, verb)))
        if wrong and _governs(tokens, i) and not _may_bid(tokens, i, verb):
            yield _finding(ctx, tokens, verb, inflect.participle(tokens.lower[verb]))


def _finding(ctx: Context, tokens: Tokens, verb: int, replace: str) -> Finding:
    helper = tokens.word(verb - 1)
    return ctx.finding(tokens.starts[verb], tokens.ends[verb], replace=replace, helper=helper)


def _verb_after(tokens: Tokens, i: int) -> int:
    """Return the token after a helper, adverbs left out; 0 where something else than a word in small letters stands."""
    at = i + 1
    while tokens.after(at - 1) and at - i < 3 and _is_adverb(tokens.lower[at]):
        at += 1
    word = tokens.after(at - 1)
    return at if word and tokens.word(at).islower() and word not in _SPARED and "'" not in word else 0


def _is_adverb(word: str) -> bool:
    return word in SHARED["adverb"] or (word.endswith("ly") and share(word, Tag.ADVERB) >= 0.9)


@lru_cache(maxsize=4000)
def _is_inflected(word: str) -> bool:
    """Tell whether a word is a verb in -s, -ed or -ing, or an irregular past, and nothing else."""
    if word in ("is", "are", "was", "were", "has", "had", "does", "did"):
        return True
    if share(word, Tag.VERB) >= 0.02 or inflect.base_form(word) == word:
        return False
    if word.endswith("ing"):
        return share(word, Tag.ING) >= 0.3 and share(inflect.base_form(word), Tag.VERB) >= 0.1
    return share(word, Tag.VERB_S | Tag.PAST | Tag.PARTICIPLE | Tag.ING) >= 0.95


@lru_cache(maxsize=4000)
def _is_bare(word: str) -> bool:
    """Tell whether a word hardly is anything but a verb in its plain form, one whose participle is another word."""
    if word == "be":
        return True
    if inflect.base_form(word) != word or inflect.participle(word) == word:
        return False
    known = share(inflect.participle(word), _PARTICIPLES) >= 0.5
    return known and share(word, Tag.VERB) >= 0.85 and share(word, _PARTICIPLES) < 0.02


def _is_doing(tokens: Tokens, verb: int) -> bool:
    """Tell whether a form in -ing with an object stands there, which “have” cannot take: “has making it”."""
    word = tokens.lower[verb]
    if word == "being":
        return True
    ends = word.endswith("ing") and share(word, Tag.ING) >= 0.9
    return ends and tokens.after(verb) in _OPENS_OBJECT


def _is_helper(tokens: Tokens, i: int) -> bool:
    """Tell whether a modal is no noun nor name: something that can be its subject stands before it."""
    if tokens.lower[i] not in _MODALS:
        return True
    before = tokens.before(i)
    if tokens.capital(i) or not before or before.endswith("'s"):
        return False
    return before in _SUBJECTS or share(before, Tag.PLURAL) >= 0.9 or _is_noun_with_article(tokens, i - 1)


def _is_noun_with_article(tokens: Tokens, i: int) -> bool:
    if tokens.lower[i] in ("free", "good", "ill") or tokens.lower[i + 1] == "might":
        return False
    opened = tokens.before(i) in SHARED["article"] | SHARED["possessive"] | SHARED["demonstrative"]
    return (opened or tokens.capital(i)) and share(tokens.lower[i], Tag.NOUN | Tag.PROPER) >= 0.7


def _may_end(tokens: Tokens, i: int, verb: int) -> bool:
    """Tell whether the clause may end with the helper, so that the verb after it belongs to another."""
    if tokens.lower[verb] == "used" and tokens.after(verb) == "to":
        return True
    if tokens.lower[verb].endswith("ing"):
        return tokens.lower[i] not in _REFUSED and any(
            word in ("as", "than", "from") for word in _words_back(tokens, i)
        )
    contact = tokens.before(i) in SHARED["subject"] and share(tokens.before(i - 1), Tag.NOUN | Tag.PLURAL) >= 0.3
    return contact or any(word in _ELLIPTIC for word in _words_back(tokens, i))  # “the ones we don’t are gone”


def _words_back(tokens: Tokens, i: int) -> Iterator[str]:
    """Yield the words before token i in its sentence, the nearest first."""
    for k in range(i - 1, max(-1, i - _BACK - 1), -1):
        if any(mark in tokens.gap(k + 1) for mark in ".!?;:\n"):
            return
        yield tokens.lower[k]


def _governs(tokens: Tokens, i: int) -> bool:
    """Tell whether “have” or “be” has its subject before it, and no clause without “that” is over with it."""
    word, before = tokens.lower[i], tokens.before(i)
    if tokens.after(i + 1) in ("and", "what") or (before in _HAVE and word == "had"):
        return False  # “cease and desist letters”, “pay what you want”, “jobs I have had include”
    if "'" in word and not word.endswith("n't"):
        return True
    if word in ("been", "being") or before in SHARED["adverb"] or (word in _BE and before in SHARED["subject"]):
        return True
    if before in SHARED["preposition"] or before in ("and", "or", "what"):
        return False
    if not before or tokens.lower[i + 1] in ("not", "never") or before in SHARED["modal"] | {"to", "not"}:
        return bool(before)
    ahead = tokens.before(i - 1)
    if before not in SHARED["subject"]:
        return not (tokens.capital(i - 1) and share(ahead, Tag.PLURAL) >= 0.5)  # “the songs Ann has make it easy”
    return not share(ahead, Tag.NOUN | Tag.PLURAL) >= 0.3  # “the tools you have make it easy”


def _may_bid(tokens: Tokens, i: int, verb: int) -> bool:
    """Tell whether a plain verb may stand for itself: “all he does is smile”, “my advice is avoid it”."""
    back = set(_words_back(tokens, i))
    if tokens.lower[i] in _HAVE or tokens.lower[i].endswith("'ve"):
        return bool(back & {"what", "whatever", "all", "everything", "those", "that", "who", "do", "does"})
    return bool(back & (_ELLIPTIC | _BIDS)) or tokens.word(verb)[0].isupper()
