"""How engines are configured."""

from __future__ import annotations

from typing import NamedTuple


class Grammar(NamedTuple):
    """The configuration's table `grammar`: which engine, the address of a server, the memory, and the patience.

    `memory` is in megabytes. `wait` is how many seconds a run waits for answers once its own rules are done; None
    leaves it to the run.
    """

    engine: str = "auto"
    url: str | None = None
    memory: int = 1000
    wait: float | None = None
