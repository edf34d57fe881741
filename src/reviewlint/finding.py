"""What a rule says of a draft: findings, their fixes and the facts beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; `error` weighs most."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Safety(StrEnum):
    """Whether `--fix` may apply a fix by itself (`safe`) or only with `--unsafe-fixes`."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open pair of code-point offsets into a decoded source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; `title` says in a few words what comes out."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A fact or passage that a finding rests on: a message, and where it stands (line from 1)."""

    message: str
    path: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the rule that saw it, the span it stands in and what to say of it.

    `code` is a finer name within the rule, such as an engine's own rule id.
    """

    rule: str
    span: Span
    message: str
    severity: Severity
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    code: str | None = None
