"""Prints the oldest versions that pyproject.toml allows of what reviewlint needs, one a line, as pip's constraints."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_BOUND = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?>=(?P<version>[\w.]+)")


def lowest(project: dict[str, object]) -> list[str]:
    """Return a constraint for each dependency; raise ValueError for one without a lower bound."""
    extras = project["optional-dependencies"]
    own = [need for extra in ("html", "lsp", "serve", "word") for need in extras[extra]]  # type: ignore[index]
    needs = [*project["dependencies"], *own]  # type: ignore[misc]
    found = []
    for need in needs:
        bound = _BOUND.match(need)
        if bound is None:
            raise ValueError(f"{need} has no lower bound.")
        found.append(f"{bound['name']}=={bound['version']}")
    return found


if __name__ == "__main__":
    print("\n".join(lowest(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"])))
