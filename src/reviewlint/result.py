"""What a run found, as reports show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Safety, Severity
from reviewlint.rules.anatomy import RuleInfo


class Applied(NamedTuple):
    """A fix that was applied: its rule, the line it stood on (from 1), its title, and the words before and after."""

    rule: str
    line: int
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file.

    `fingerprints` has one name for each finding. `measures` is the line on readability, if it was asked for. `applied`
    are the fixes that `--fix` has put in already. A finding as grave as `fail_on` makes the exit status 1.
    """

    source: Source
    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    measures: str | None = None
    applied: tuple[Applied, ...] = ()
    fail_on: Severity = Severity.WARNING

    @property
    def path(self) -> str:
        """Return the path as the user gave it, or as it was found."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier report counted: by severity, and for each path its findings but those for information."""

    name: str
    drafts: Mapping[str, int]
    counts: Mapping[Severity, int]


@dataclass(frozen=True, slots=True)
class Report:
    """All of a run: files in order, the errors of the tool itself, and the built-in rules by name.

    `notices` say what was left out without being an error, as an engine that was not there in time. `told` are the
    fingerprints of findings that stand before the reader's eyes already. `quiet` asks for no summary.
    Errors are printed on standard error, whatever the format: a format shows them only where tools look for them.
    """

    files: tuple[FileReport, ...]
    errors: tuple[ReviewlintError, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    colour: bool = False
    width: int = 80
    earlier: tuple[Earlier, ...] = ()
    notices: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    quiet: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all files, in order."""
        return tuple(finding for file in self.files for finding in file.findings)

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity == severity for file in self.files for finding in file.findings)

    def fixable(self, safety: Safety) -> int:
        """Return the number of findings with a fix of this safety."""
        return sum(f.fix is not None and f.fix.safety == safety for file in self.files for f in file.findings)

    @property
    def fixed(self) -> int:
        """Return the number of fixes that were applied."""
        return sum(len(file.applied) for file in self.files)

    @property
    def status(self) -> int:
        """Return the exit status: 2 if the tool failed somewhere, 1 if a finding is grave enough, else 0."""
        if self.errors:
            return 2
        return int(any(f.severity.rank >= file.fail_on.rank for file in self.files for f in file.findings))
