"""A parsed draft: blocks, prose, sentences and words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from reviewlint.document.sentences import split_sentences
from reviewlint.document.source import Source
from reviewlint.document.view import Kind, ProseView
from reviewlint.document.words import Word, words_of
from reviewlint.finding import Span

__all__ = ["Block", "Comment", "Document", "FrontValue", "Sentence", "Word"]


class Block(NamedTuple):
    """A paragraph, heading, list item or the like: offsets into the prose view, and its kind."""

    start: int
    end: int
    kind: Kind
    level: int = 0  # of a heading, from 1


class Sentence(NamedTuple):
    """A sentence: offsets into the prose view, blanks at the ends left out, and the index of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class FrontValue:
    """One value of the front matter: its keys from the top ("book.author"), the value and where it stands."""

    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment or `%%` remark: what it says and where it stands in the source."""

    text: str
    span: Span


@dataclass(frozen=True)
class Document:
    """A draft as rules see it. All offsets of blocks, sentences and words are offsets into `prose`."""

    source: Source
    prose: ProseView
    blocks: tuple[Block, ...]
    front: tuple[FrontValue, ...] = ()
    comments: tuple[Comment, ...] = ()
    body_start: int = 0  # source offset at which the front matter is over
    opaque: tuple[Span, ...] = ()  # source spans that are no text: front matter, code, template tags
    problems: tuple[tuple[str, int], ...] = ()  # what is wrong with the front matter, and the line it is about

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of all blocks, in order."""
        return tuple(
            Sentence(start, end, index)
            for index, block in enumerate(self.blocks)
            for start, end in split_sentences(self.prose.text, block.start, block.end)
        )

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds a view offset, or None between sentences."""
        index = self.index_at(offset)
        return None if index is None else self.sentences[index]

    def index_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds a view offset, or None between sentences."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    def is_exact(self, start: int, end: int) -> bool:
        """Tell whether the source under view offsets `start` to `end` is the view's text itself, blanks aside.

        Where it is not (markup in between, an entity), an edit of that stretch would lose something.
        """
        span = self.prose.to_source(start, end)
        under = normalize("NFC", self.source.text[span.start : span.end].replace("\r\n", "\n"))  # as the view has it
        if len(under) != end - start:
            return False
        return all(
            a == b or (a.isspace() and b.isspace()) for a, b in zip(under, self.prose.text[start:end], strict=True)
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the words of the prose view, in order."""
        return tuple(words_of(self.prose.text))

    @cached_property
    def word_starts(self) -> dict[str, list[int]]:
        """Return the offsets of each word of the prose view, by the word in lower case."""
        starts: dict[str, list[int]] = {}
        for start, _, text in self.words:
            starts.setdefault(text.lower(), []).append(start)
        return starts

    def starts_of(self, words: Iterable[str]) -> list[int]:
        """Return the view offsets, in order, at which any of the words stand, given in lower case."""
        return sorted(start for word in words if word in self.word_starts for start in self.word_starts[word])

    def sentences_with(self, words: Iterable[str]) -> Iterator[Sentence]:
        """Yield the sentences that hold any of the words, in order: dear patterns need to run only there."""
        done = -1
        for start in self.starts_of(words):
            sentence = self.sentence_at(start) if start >= done else None
            if sentence is not None:
                done = sentence.end
                yield sentence

    @cached_property
    def front_values(self) -> dict[str, str]:
        """Return the front matter as a flat mapping; of a repeated key, the first value."""
        values: dict[str, str] = {}
        for item in self.front:
            values.setdefault(item.key, item.value)
        return values
