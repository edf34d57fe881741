"""All that is known for one draft. Imported for every draft, so it imports nothing that only some need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewlint.errors import ReviewlintError
    from reviewlint.facts.model import Work


@dataclass(frozen=True)
class Facts:
    """All facts for one draft. `works[0]` is the work under review; a draft may review several.

    `problems` are what is wrong with the sources; `files` are the facts files that were read.
    """

    works: tuple[Work, ...] = ()
    problems: tuple[ReviewlintError, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def main(self) -> Work:
        """Return the work under review, or one of which nothing is known."""
        if self.works:
            return self.works[0]
        from reviewlint.facts.model import UNKNOWN_WORK

        return UNKNOWN_WORK

    def __bool__(self) -> bool:
        """Tell whether anything is known."""
        return any(work.facts for work in self.works)


NO_FACTS = Facts()
