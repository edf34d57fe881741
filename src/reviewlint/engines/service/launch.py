"""How a server is started, as data that a keeper is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

PORT, FOLDER = "{port}", "{folder}"


@dataclass(frozen=True, slots=True)
class Launch:
    """A server: what it is called, the command that starts it, and the path that answers once it is ready.

    PORT and FOLDER in the command stand for the port it is to listen at and the folder it may write to. `files` are
    put into that folder first. `signs` explain its end: a word of its last lines, or “exit 3”, and what that means
    and what to do, each a sentence without its stop.
    """

    title: str
    command: tuple[str, ...]
    ready: str
    files: Mapping[str, str] = field(default_factory=dict)
    signs: tuple[tuple[str, str, str], ...] = ()

    def as_json(self) -> str:
        """Return it as a line for another process."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(line: str) -> Launch:
        """Return what `as_json` made a line of."""
        said = json.loads(line)
        signs = tuple((sign, reason, remedy) for sign, reason, remedy in said["signs"])
        return Launch(said["title"], tuple(said["command"]), said["ready"], said["files"], signs)
