"""What a rule is given to look at, and how it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewlint.document import Document
from reviewlint.facts.known import NO_FACTS, Facts
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Span
from reviewlint.rules.anatomy import RuleInfo


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

    @property
    def text(self) -> str:
        """Return the text that the rule reads."""
        return self.document.prose.masked(self.info.reads)

    def finding(
        self,
        start: int,
        end: int,
        *,
        replace: str | None = None,
        related: tuple[Related, ...] = (),
        **slots: object,
    ) -> Finding:
        """Return a finding on view offsets `start` to `end`; `slots` fill the rule's message.

        `replace` offers the text to put there, as safe as the rule's file says. The fix is left out where markup
        stands in between, or where it would change a name that the facts know.
        """
        span = self.document.prose.to_source(start, end)
        fix = None
        if replace is not None and self.info.fix != "none" and self._may_replace(start, end, replace):
            fix = Fix(replace.strip() or "remove", Safety(self.info.fix), self._edit(span, replace))
        return self.source_finding(
            span, fix=fix, related=related, match=self.text[start:end], replace=replace, **slots
        )

    def source_finding(
        self, span: Span, *, fix: Fix | None = None, related: tuple[Related, ...] = (), **slots: object
    ) -> Finding:
        """Return a finding on a source span, for rules that look at the source itself."""
        message = self.info.message.format(**slots)
        return Finding(self.info.name, span, message, self.info.severity, fix, related)

    def _may_replace(self, start: int, end: int, replace: str) -> bool:
        if not self.document.prose.is_exact(start, end):
            return False
        return not self.vocabulary.would_lose(self.document.prose.text[start:end], replace)

    def _edit(self, span: Span, replace: str) -> tuple[Edit, ...]:
        """Return the smallest edit that puts `replace` in place of `span`."""
        old = self.document.source.text[span.start : span.end]
        head = 0
        while head < min(len(old), len(replace)) and old[head] == replace[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(replace)) - head and old[-1 - tail] == replace[-1 - tail]:
            tail += 1
        return (Edit(Span(span.start + head, span.end - tail), replace[head : len(replace) - tail]),)
