"""What a rule's file says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewlint.document.view import Kind
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Severity

OPEN, CLOSE = "⟦", "⟧"
GROUPS = {
    "grammar": "Grammar: agreement, articles, pronouns, verb forms, confused words.",
    "garbled": "Words that no fluent writer would have chosen, as paraphrasing tools leave them.",
    "claims": "Claims without their number, name or object, and praise without a source.",
    "facts": "What the facts of the work, or the draft itself, contradict: names, roles, years, lengths, ratings.",
    "typography": "Spaces, commas, quotation marks, capitals, broken Markdown, and suppression comments.",
    "readability": "Sentences that are hard to follow, and drafts that are hard to read.",
}
FIXES = ("safe", "unsafe", "none")
# Where a rule is silent: nowhere, on what lies inside what another rule marks, or on what another rule touches.
YIELDS = ("never", "inside", "touching")


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule: its default (whose type it must keep) and a sentence on it."""

    default: Any
    doc: str


@dataclass(frozen=True, slots=True)
class Precision:
    """How many findings of a rule were right or useful, of those that an editor read; and in what texts."""

    right: int
    read: int
    on: str

    def __str__(self) -> str:
        return f"{self.right} of {self.read} findings read in {self.on} were right or useful"


@dataclass(frozen=True, slots=True)
class Example:
    """A text for a rule to judge. `spans` are what it must mark (none in a good example).

    `becomes` is the text once every fix is applied; `facts` stands for a facts file; `format` is a file suffix.
    `said` is what an engine says of it: tables with the words that it speaks of (`at`), its `code`, `category`,
    `message` and `replacements`; or what a language model does: `at`, and what is `better` or the `claim` made.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    becomes: str | None = None
    facts: Mapping[str, Any] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    format: str = "md"
    said: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """All that a rule's file says. `keys` holds what belongs to the rule's kind; `yields` is one of YIELDS.

    `former` are names that it had in earlier versions, which configurations and suppression comments may still use.
    """

    name: str
    path: Path
    summary: str
    message: str
    why: str
    severity: Severity
    fix: str
    since: str
    preview: bool
    yields: str
    precision: Precision | None
    reads: Kind
    kind: str
    keys: Mapping[str, Any]
    options: Mapping[str, Option]
    former: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """Return the part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def has_codes(self) -> bool:
        """Tell whether its findings have finer codes, by which they can be selected."""
        return self.kind in ("engine", "model")

    @property
    def bad(self) -> tuple[Example, ...]:
        """Return the texts with the fault in them; raise ReviewlintError where the file has them wrong."""
        return self._examples("bad")

    @property
    def good(self) -> tuple[Example, ...]:
        """Return the near misses; raise ReviewlintError where the file has them wrong."""
        return self._examples("good")

    def _examples(self, key: str) -> tuple[Example, ...]:
        from reviewlint.rules.marked_examples import read_examples  # a check of drafts needs none of them

        return read_examples(self, key)

    def error(self, message: str, *key: str | int, hint: str | None = None) -> ReviewlintError:
        """Return an error about this rule's file, with the line of a key ("patterns", 2: the third pattern)."""
        return file_error(self.path, message, *key, hint=hint)


def file_error(path: Path, message: str, *key: str | int, hint: str | None = None) -> ReviewlintError:
    """Return an error about a rule's file, with the line on which a key stands, or else what it stands in."""
    from reviewlint.reach import read_text
    from reviewlint.toml_places import key_lines  # only somebody's slip needs it

    lines = key_lines(read_text(path))
    while key and key not in lines:
        key = key[:-1]
    return ReviewlintError(message, path=path, line=lines.get(key), hint=hint)
