"""What an engine says of a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewlint.finding import Span


@dataclass(frozen=True, slots=True)
class Match:
    """A fault that an engine sees: where it stands in the source, and the engine's own words on it.

    `code` is the engine's id of the rule, `category` that of its category; `replacements` are what might stand there
    instead, the likeliest first.
    """

    span: Span
    code: str
    category: str
    message: str
    replacements: tuple[str, ...] = ()

    def moved(self, by: int) -> Match:
        """Return the same match `by` code points later."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))
