"""What is printed where a program may read along: a terminal obeys escapes, the runner of a CI lines of its own kind.

Drafts, file names and configurations are written by anybody, and much of what is printed quotes them.
"""

from __future__ import annotations

import json
import re
from typing import Any

from reviewlint.report.cells import visible

_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# A line that begins so is a command to GitHub's runner, whatever blanks stand before it. The others are commands to the
# runners of Azure, of GitHub in its first form, and of TeamCity, wherever they stand in a line.
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_COMMAND_INSIDE = re.compile(r"##(?=\[|(?i:vso|teamcity)\[)")
_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|#(?=#(?:\\[|(?i:vso|teamcity)\\[))")


def guarded(text: str, *, colour: bool = False) -> str:
    """Return lines that no terminal and no runner obeys: controls show as pictures, a mark of a command is parted.

    With `colour`, changes of colour stay. A text that holds none of all that stays as it is.
    """
    if not text.isascii() or not text.replace("\n", "").isprintable():
        parts = _COLOUR.split(text) if colour else [text]
        text = "".join(part if at % 2 else _CONTROL.sub(_shown, part) for at, part in enumerate(parts))
    return _COMMAND_INSIDE.sub("# #", _COMMAND.sub(r"\1: ", text))


def _shown(found: re.Match[str]) -> str:
    return visible(found[0])


def guarded_diff(text: str) -> str:
    """Return a diff as `guarded` does, but for carriage returns at the ends of lines, which belong to the draft."""
    return "\n".join(guarded(line.removesuffix("\r")) + "\r" * line.endswith("\r") for line in text.split("\n"))


def json_text(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON in which nothing is left that a terminal or a runner obeys; it means the same."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def xml_text(text: str) -> str:
    """Return an XML document in which no line begins as a command to a runner; it means the same."""
    text = _COMMAND.sub(r"\1&#58;", text.replace("\r", "&#13;"))
    return _COMMAND_INSIDE.sub("#&#35;", text)
