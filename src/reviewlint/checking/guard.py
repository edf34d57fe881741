"""Keeps back the fixes that would bring a finding: whoever lets a program fix a draft must not get a new fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from reviewlint.config.setup import Setup
from reviewlint.finding import Finding, Safety
from reviewlint.fix import apply_fixes

# What these say of a place depends on the whole draft, so that any change anywhere may bring or take a finding.
_OF_THE_WHOLE = ("reader", "engine", "consistency")
_MOST = 40  # texts that are tried out to find the fix that is at fault


class Guard:
    """Sorts out the fixes of a draft. `check` returns the findings in a text, each text checked once."""

    def __init__(self, setup: Setup, safeties: Sequence[Safety], check: Callable[[str], Sequence[Finding]]) -> None:
        self._safeties, self._check, self._left = safeties, check, _MOST
        self._whole = {
            name for name, info in setup.known.items() if info.kind in _OF_THE_WHOLE or info.group == "readability"
        }

    def harmless(self, text: str, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings whose fixes bring no finding that is not there now; a fix for what they bring is none."""
        fixed, applied = apply_fixes(text, findings, self._safeties)
        if not applied or not self._brings(text, fixed):
            return applied
        self._left -= 1
        if len(applied) == 1 or self._left <= 0:
            return []
        half = len(applied) // 2
        first, second = self.harmless(text, applied[:half]), self.harmless(text, applied[half:])
        both = apply_fixes(text, [*first, *second], self._safeties)[0]
        return first if first and second and self._brings(text, both) else [*first, *second]

    def _brings(self, before: str, after: str) -> bool:
        there, then = self._rules(before), self._rules(after)
        for finding in self._check(after):
            if finding.fix is not None and finding.fix.safety in self._safeties:
                then[finding.rule] -= 1  # the next round fixes it
        return bool(then - there)

    def _rules(self, text: str) -> Counter[str]:
        return Counter(finding.rule for finding in self._check(text) if finding.rule not in self._whole)
