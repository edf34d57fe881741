"""A comma between a subject and its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, tag_sentence, tags
from reviewlint.rules.context import Context

_VERB = re.compile(
    r"(?P<comma>,) (?P<verb>is|was|are|were|has|will|can|should|would|must|may|might|could)"
    r"(?P<next> (?!(?:it|he|she|they|this|that|there|you|we|I|these|those|who|what|not|something|anyone|anything"
    r"|everything|nothing)\b)[\w’'-]+)"
)
_PEOPLE = re.compile(
    r"(?:Anyone|Everyone|Anybody|Everybody|Those|People|Fans|Viewers|Readers|Players|Someone|Whoever|Nobody)"
    r"(?: (?:of|in) [^,.;:]{1,40})? ?(?:who|that|whose)?\b"
)
_SUBJECT_WORDS = 9
# A sentence that starts with one of these starts with something before its subject.
_OPENERS = frozenset(
    "in on at by for from with without after before during since until when while if although though because as once "
    "unless where whereas despite given to like unlike set yes no well oh so then now here there still yet but and or "
    "nor perhaps maybe sadly luckily finally first second third also instead even just only what how why whether which "
    "who whom whose not never rarely often sometimes today tonight yesterday please".split()
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each comma that alone parts a plain subject at the head of a sentence from its verb."""
    text = ctx.text
    if not _VERB.search(text):
        return
    for sentence in ctx.document.sentences:
        part = text[sentence.start : sentence.end]
        match = _VERB.search(part)
        if match is None:
            continue
        subject = part[: match.start("comma")]
        first = "," not in subject
        if (first and _is_subject(subject)) or (_PEOPLE.match(subject) and (first or _lists_adjectives(subject))):
            at = sentence.start + match.start("comma")
            yield ctx.finding(at, at + 1, replace="")


def _lists_adjectives(part: str) -> bool:
    """Tell whether the one comma in a subject stands between adjectives: "slow, sad films"."""
    before, _, after = part.partition(",")
    if "," in after:
        return False
    return bool(tags(before.split()[-1]) & Tag.ADJECTIVE and tags(after.split()[0]) & (Tag.ADJECTIVE | Tag.NOUN))


def _is_subject(part: str) -> bool:
    """Tell whether the words before the comma are a noun phrase and nothing else."""
    words = part.split()
    if not words or len(words) > _SUBJECT_WORDS or words[0].lower() in _OPENERS:
        return False
    if any(mark in part for mark in '"“”‘():;—–!?') or " - " in part:
        return False
    plain = [word.strip("*_") for word in words]
    if not all(word and (word[0].isalnum()) for word in plain):
        return False
    found = tag_sentence(plain)
    if any(tag & (Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.MODAL | Tag.CONTRACTION | Tag.PRONOUN) for tag in found[:-1]):
        return _is_title(plain)
    if not found[-1] & (Tag.NOUN | Tag.PLURAL | Tag.PROPER) and not _is_title(plain):
        return False
    # A name alone may be spoken to: "Ann, will you come?"
    return len(plain) > 1 or tags(plain[0]) & Tag.NOUN != 0


def _is_title(words: list[str]) -> bool:
    """Tell whether all words but small ones carry a capital: a title may hold a verb."""
    main = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(main) and all(word[0].isupper() for word in main) and words[0][0].isupper()
