"""What a run found, as reports show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Safety, Severity
from reviewlint.rules.anatomy import RuleInfo


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file. `fixed` counts the findings that `--fix` has mended already."""

    source: Source
    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]  # one for each finding
    measures: str | None = None
    fixed: int = 0

    @property
    def path(self) -> str:
        """Return the path as the user gave it, or as it was found."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class Report:
    """All of a run: files in order, the errors of the tool itself, and the rules by name."""

    files: tuple[FileReport, ...]
    errors: tuple[ReviewlintError, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    colour: bool = False
    width: int = 80

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity == severity for file in self.files for finding in file.findings)

    def fixable(self, safety: Safety) -> int:
        """Return the number of findings with a fix of this safety."""
        return sum(f.fix is not None and f.fix.safety == safety for file in self.files for f in file.findings)
