"""Words of a sentence on their way through the corruptions, with what was done to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntFlag

from reviewlint.document.words import words_of
from reviewlint.lexicon import Tag, tag_sentence


class Fault(IntFlag):
    """What is wrong at a token."""

    SPOILED = 1  # no fluent writer would have this word here
    FORM = 2  # the right word in a wrong form: agreement, article, preposition
    MISSING = 4  # a word or phrase is missing before this token


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: its text, the blanks before it, its tag in the sound sentence, and its faults.

    `sure` is False where a corruption may by chance have left sound prose; the training leaves such tokens out.
    """

    text: str
    before: str = " "
    tag: Tag = Tag(0)
    faults: Fault = Fault(0)
    sure: bool = True

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word rather than a mark."""
        return self.text[0].isalnum()

    def marked(self, fault: Fault, *, sure: bool = True) -> Token:
        """Return this token with one more fault."""
        return replace(self, faults=self.faults | fault, sure=self.sure and sure)


def tokens_of(sentence: str) -> list[Token]:
    """Return the tokens of a sound sentence, tagged."""
    words = list(words_of(sentence))
    tags = tag_sentence([word.text for word in words])
    tokens: list[Token] = []
    at = 0
    for word, tag in zip(words, tags, strict=True):
        tokens += _marks(sentence[at : word.start])
        before = sentence[at : word.start]
        blank = before[len(before.rstrip()) :]
        tokens.append(Token(word.text, blank, tag))
        at = word.end
    return tokens + _marks(sentence[at:])


def _marks(between: str) -> list[Token]:
    tokens: list[Token] = []
    blank = ""
    for char in between:
        if char.isspace():
            blank += char
        else:
            tokens.append(Token(char, blank))
            blank = ""
    return tokens


def text_of(tokens: list[Token]) -> str:
    """Return the text of tokens."""
    return "".join(token.before + token.text for token in tokens)
