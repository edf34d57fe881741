"""`reviewlint check --fix --ask`: goes through the fixes one by one."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import click

from reviewlint.cli.terminal import put, terminal
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Finding, Fix, Safety
from reviewlint.report import FileReport, Report
from reviewlint.report.applied import before_and_after, stretch_of
from reviewlint.report.text import write_findings

_HELP = "y: fix it · n: leave it · a: fix this and all that follow · e: write your own words · q: fix no more"
_ANSWERS = {"yes": "y", "no": "n", "all": "a", "edit": "e", "quit": "q"}


@dataclass(slots=True)
class Asker:
    """Asks about the fixes of one draft after the other, and remembers what it was told.

    `safeties` are the fixes it asks about. `declined` are the findings that are asked about no more, each by
    its path and fingerprint.
    """

    safeties: tuple[Safety, ...]
    declined: set[tuple[str, str]] = field(default_factory=set)
    all: bool = False
    over: bool = False

    @classmethod
    def at_terminal(cls, safeties: tuple[Safety, ...]) -> Asker:
        """Return an asker; raise ReviewlintError where nobody is there to answer."""
        if not sys.stdin.isatty():
            hint = "Use --diff to see the fixes, and --fix to apply them."
            raise ReviewlintError("--ask needs a terminal, for somebody must answer.", hint=hint)
        return cls(safeties)

    def __call__(self, report: FileReport) -> Sequence[Finding]:
        """Return the findings of a draft to fix, with the user's own words where they were given."""
        chosen: list[Finding] = []
        for finding, name in zip(report.findings, report.fingerprints, strict=True):
            key = report.path, name
            if self.over or finding.fix is None or finding.fix.safety not in self.safeties or key in self.declined:
                continue
            answer = "y" if self.all else _asked(report, finding, name)
            self.all, self.over = self.all or answer == "a", answer == "q"
            if answer in "ya":
                chosen.append(finding)
            elif answer == "e":
                chosen.append(_in_own_words(report, finding, finding.fix))
                self.declined.add(key)  # the words of the user are not asked about again
            else:
                self.declined.add(key)
        return chosen


def _asked(report: FileReport, finding: Finding, name: str) -> str:
    """Show a finding and return what to do: y, n, a, e or q."""
    style, width = terminal(sys.stdout)
    text = io.StringIO()
    only = replace(report, findings=(finding,), fingerprints=(name,))
    write_findings(Report((only,), colour=style.on, width=width), text)
    put(text.getvalue().rstrip("\n"), colour=style.on)
    while True:
        words = _prompt("  Fix it? y, n, all, edit, quit, ?", default="y", shown=False)
        answer = _ANSWERS.get(words.strip().lower(), words.strip().lower())
        if answer in _ANSWERS.values():
            put()
            return answer
        put(f"  {_HELP}")


def _in_own_words(report: FileReport, finding: Finding, fix: Fix) -> Finding:
    """Ask for the words that are to stand there, and return the finding with a fix that puts them there."""
    text = report.source.text
    old, new = before_and_after(text, fix.edits)
    words = _prompt(f"  In place of “{old}”", default=new, shown=True)
    put()
    return replace(finding, fix=replace(fix, title=words, edits=(Edit(stretch_of(text, fix.edits), words),)))


def _prompt(words: str, default: str, *, shown: bool) -> str:
    try:
        answer: str = click.prompt(words, default=default, show_default=shown)
    except click.Abort:  # which would pass for a fault of a rule
        raise KeyboardInterrupt from None
    return answer
