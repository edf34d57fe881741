"""Examples for the scorer of casts: an actor, a character near by, and whether the one plays the other.

In one review, wordings that are nearly always right say who plays whom; what else the review says of the same names
is learnt from, and pairs of an actor with somebody else's character are what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims.examples import Example
from claims.who_is_who import NAME
from reviewlint.claims.construction import Token, cast_features, tokens_of
from reviewlint.claims.mentions import mentions_in
from reviewlint.document import Source, parse

ROLE = r"([A-Z][\w’'-]+(?: (?:of |the )?[A-Z][\w’'-]+){0,2})"
FRAMES = (
    (rf"{ROLE},? \((?:played by |voiced by )?{NAME}\)", 1),
    (rf"{ROLE},? (?:is |who is |as )?(?:played|portrayed|voiced) by {NAME}", 1),
    (rf"{NAME},? as (?:the )?{ROLE}", 2),
    (rf"{NAME} (?:plays|portrays|voices|played|portrayed) (?:the )?{ROLE}", 2),
)  # fmt: skip
FAR = 24  # tokens between the two


def of_casts(texts: Iterable[str], source: str) -> Iterator[Example]:
    """Yield the examples of reviews."""
    frames = [(re.compile(frame), role) for frame, role in FRAMES]
    for text in texts:
        played: dict[str, str] = {}  # role -> actor
        for frame, role in frames:
            for match in frame.finditer(text):
                played.setdefault(match[role].split(" (")[0], re.sub(r"['’]s?$", "", match[3 - role]))
        actors = set(played.values())
        played = {role: actor for role, actor in played.items() if role not in actors and role != actor}
        if played:
            yield from _in_review(text, played, source)


def _in_review(text: str, played: dict[str, str], source: str) -> Iterator[Example]:
    document = parse(Source("review.txt", text))
    actors = set(played.values())
    for sentence in document.sentences:
        mentions = list(mentions_in(document.prose.text, sentence))
        names = {one.name for one in mentions}
        if len(mentions) < 2 or not names & actors or not names & played.keys():
            continue
        tokens = tokens_of(document.prose.text, sentence.start, sentence.end, mentions)
        for at, token in enumerate(tokens):
            if token.word in actors and token.mention >= 0:
                yield from _of_actor(tokens, at, played, source)


def _of_actor(tokens: list[Token], at: int, played: dict[str, str], source: str) -> Iterator[Example]:
    for other, role in enumerate(tokens):
        if role.mention >= 0 and role.word in played and other != at and abs(other - at) <= FAR:
            right = played[role.word] == tokens[at].word
            yield Example(cast_features(tokens, at, other), right, "cast", tokens[at].word, source)
