"""Cuts a draft into stretches of whole sentences, as the model was trained on them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from reviewlint.document import Document, Kind, Sentence
from reviewlint.document.view import HIDDEN

LONGEST = 70  # tokens of a stretch, as in training; a longer sentence is read in windows
MOST = 50_000  # words of a draft that are read, a long novella; a megabyte takes minutes otherwise
OVERLAP = 20  # tokens that a window shares with the one before, so that each word has its context
_READS = Kind.PROSE | Kind.LIST | Kind.BLOCKQUOTE | Kind.QUOTE | Kind.TITLE | Kind.LABEL
_BLOCKS = Kind.PROSE | Kind.LIST
_MARK = re.compile(rf"[^\s{HIDDEN}]")


class Token(NamedTuple):
    """A word or mark as the model reads it; `word` is the index of the word in the document, or None for a mark."""

    text: str
    word: int | None


def stretches_of(document: Document) -> Iterator[list[Token]]:
    """Yield the running prose of a document in runs of at most LONGEST tokens; headings and tables are left out.

    Only the first MOST words are read.
    Runs are whole sentences of one block. A word of a longer sentence may be in two runs; the first one that has it
    counts.
    """
    text = document.prose.masked(_READS)
    run: list[Token] = []
    block = -1
    last = document.words[MOST].start if len(document.words) > MOST else len(text)
    for sentence in document.sentences:
        if not document.blocks[sentence.block].kind & _BLOCKS:
            continue
        if sentence.start >= last:
            break
        tokens = _tokens(document, text, sentence)
        if run and (sentence.block != block or len(run) + len(tokens) > LONGEST):
            yield run
            run = []
        block = sentence.block
        run += tokens
        if len(run) > LONGEST:
            yield from _windows(run)
            run = []
    if run:
        yield run


def _windows(tokens: list[Token]) -> Iterator[list[Token]]:
    for start in range(0, len(tokens) - OVERLAP, LONGEST - OVERLAP):
        yield tokens[start : start + LONGEST]


def _tokens(document: Document, text: str, sentence: Sentence) -> list[Token]:
    words = document.words
    index = bisect_left(words, (sentence.start,))
    tokens: list[Token] = []
    at = sentence.start
    while index < len(words) and words[index].start < sentence.end:
        word = words[index]
        tokens += _marks(text, at, word.start)
        if text[word.start] != HIDDEN:
            tokens.append(Token(word.text, index))
        at, index = word.end, index + 1
    return [*tokens, *_marks(text, at, sentence.end)]


def _marks(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _MARK.finditer(text, start, end):
        yield Token(found[0], None)
