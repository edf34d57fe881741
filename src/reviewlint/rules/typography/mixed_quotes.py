"""Straight and curly quotation marks in one draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_LOW = re.compile("„[^“”\n]*[“”]")  # German and Polish marks say nothing of the English ones
_STRAIGHT = re.compile(r"(?<!\d)\"")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield one finding at the first mark of the rarer kind."""
    text = _LOW.sub(lambda match: " " * len(match.group()), ctx.text) if "„" in ctx.text else ctx.text
    straight = [match.start() for match in _STRAIGHT.finditer(text)]
    curly = [match.start() for match in re.finditer("[“”]", text)]
    if straight and curly:
        rarer, this, other = (
            (straight, "straight", "curly") if len(straight) <= len(curly) else (curly, "curly", "straight")
        )
        yield ctx.finding(rarer[0], rarer[0] + 1, this=this, other=other)
