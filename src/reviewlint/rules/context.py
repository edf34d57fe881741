"""What a rule is given to look at, and how it reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewlint.document import Block, Document, Sentence, Word
from reviewlint.engines import Match
from reviewlint.facts.known import NO_FACTS, Facts
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Span
from reviewlint.reader import Reading
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.second_opinion.answer import Opinion

_LONGEST_QUOTE = 60  # characters of the draft that a message quotes
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """One rule's sight of one draft. Rules are pure: this is all they may know.

    `text` is the prose view with HIDDEN in place of what the rule does not read. All offsets that a rule handles
    are offsets into it, the same as those of `document.sentences`, `document.words` and `document.blocks`.
    """

    info: RuleInfo
    document: Document
    vocabulary: Vocabulary
    options: Mapping[str, Any]
    facts: Facts = NO_FACTS
    reading: Reading | None = None  # what the reader says of the draft; None where no rule asks for it
    matches: tuple[Match, ...] = ()  # what an engine says of the draft
    opinions: tuple[Opinion, ...] = ()  # what a language model says of it, in offsets of the text

    @property
    def text(self) -> str:
        """Return the text that the rule reads."""
        return self.document.prose.masked(self.info.reads)

    def sentence_text(self, sentence: Sentence) -> str:
        """Return what the rule reads of a sentence."""
        return self.text[sentence.start : sentence.end]

    def words_in(self, stretch: Sentence | Block) -> Sequence[Word]:
        """Return the words of a sentence or block, those that the rule does not read included."""
        words = self.document.words
        first = bisect_left(words, (stretch.start,))
        return words[first : bisect_left(words, (stretch.end,), lo=first)]

    def block_of(self, offset: int) -> Block | None:
        """Return the block that holds an offset, or None between blocks."""
        blocks = self.document.blocks
        index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
        return blocks[index] if index >= 0 and offset <= blocks[index].end else None

    def sentence_of(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset, or None between sentences."""
        sentences = self.document.sentences
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[index] if index >= 0 and offset <= sentences[index].end else None

    def line_of(self, offset: int) -> int:
        """Return the line of the source, from 1, in which an offset stands."""
        return self.document.source.position(self.document.prose.to_source(offset, offset).start).line

    def changes_name(self, start: int, end: int, replace: str | None) -> bool:
        """Tell whether putting `replace` there would change a name that the facts know."""
        return replace is not None and self.vocabulary.would_lose(self.document.prose.text[start:end], replace)

    def finding(
        self,
        start: int,
        end: int,
        *,
        replace: str | None = None,
        safety: Safety | None = None,
        related: tuple[Related, ...] = (),
        **slots: object,
    ) -> Finding:
        """Return a finding on view offsets `start` to `end`; `slots` fill the rule's message.

        `replace` offers the text to put there, as safe as the rule's file says or, where one case is less sure, as
        `safety` does. The fix is left out where markup stands in between, or where it would change a name that the
        facts know.
        """
        span = self.document.prose.to_source(start, end)
        old = self.document.prose.text[start:end]
        fix = None
        if replace is not None and self.info.fix != "none" and self._may_replace(start, end, replace):
            fix = Fix(
                replace.strip() or "remove",
                safety or Safety(self.info.fix),
                (self._smallest_edit(start, old, replace),),
            )
        match = quotable(old)
        filled = {"match": match, "replace": replace or ""} | slots
        return self.source_finding(span, fix=fix, related=related, **filled)

    def source_finding(
        self, span: Span, *, fix: Fix | None = None, related: tuple[Related, ...] = (), **slots: object
    ) -> Finding:
        """Return a finding on a source span, for rules that look at the source itself."""
        message = self.info.message.format(**slots)
        return Finding(self.info.name, span, message, self.info.severity, fix, related)

    def _may_replace(self, start: int, end: int, replace: str) -> bool:
        return self.document.is_exact(start, end) and not self.changes_name(start, end, replace)

    def _smallest_edit(self, start: int, old: str, new: str) -> Edit:
        """Return the smallest edit that puts `new` in place of `old`, which stands at view offset `start`.

        What is the same at both ends stays as the source has it: a blank may be a line break there.
        """
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        first, last = (self._end_in_source(start, start + at) for at in (head, len(old) - tail))
        return Edit(Span(first, last), new[head : len(new) - tail])

    def _end_in_source(self, start: int, end: int) -> int:
        """Return where a stretch of the view ends in the source; markup that follows it is behind that."""
        span = self.document.prose.to_source(start, end)
        return span.end if end > start else span.start


def quotable(text: str) -> str:
    """Return a stretch of a draft as a message quotes it: on one line, its middle left out where it is long."""
    line = _BLANKS.sub(lambda blank: " " if "\n" in blank[0] else blank[0], text)
    if len(line) <= _LONGEST_QUOTE:
        return line
    half = _LONGEST_QUOTE // 2
    head, tail = line[:half].rsplit(" ", 1)[0], line[-half:].partition(" ")[2]
    return f"{head} … {tail}" if head and tail else f"{line[:half]}…"
