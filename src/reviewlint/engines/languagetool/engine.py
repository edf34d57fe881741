"""LanguageTool as an engine: its server on this machine, or one elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewlint.engines.base import Step
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.languagetool import client
from reviewlint.engines.languagetool.place import JAR, VERSION, identity, install_folder, missing
from reviewlint.engines.match import Match
from reviewlint.engines.passages import Passage
from reviewlint.engines.service.asked import asked
from reviewlint.engines.service.launch import FOLDER, PORT, Launch
from reviewlint.engines.service.server import Server
from reviewlint.engines.trouble import Trouble

# What these look at goes beyond a passage, so that what they say of one would change with its neighbours.
_NEVER = (
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE", "EN_WORD_COHERENCY", "EN_REPEATEDWORDS", "TOO_LONG_SENTENCE",
    "TOO_LONG_PARAGRAPH",
)  # fmt: skip
# The collector that starts soonest and takes least; and a Java without memory ends, so that it is told of.
_BOUNDS = ("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
_CONFIG = "pipelineCaching=true\nmaxCheckThreads=2\n"
_MORE = "Raise grammar.memory"
_SIGNS = (
    ("UnsupportedClassVersionError", "The Java here is too old for LanguageTool", "Install Java 17 or later."),
    ("exit 3\n", "LanguageTool ran out of memory", f"{_MORE}."),
    ("OutOfMemoryError", "LanguageTool ran out of memory", f"{_MORE}."),
    ("Could not reserve enough space", "There is too little memory for LanguageTool", "Lower grammar.memory."),
    (
        "ClassNotFoundException",
        "LanguageTool is not complete",
        "Delete its folder, which `reviewlint engine status` names, then run `reviewlint engine install`.",
    ),
)


def options_of(language: str) -> dict[str, str]:
    """Return what LanguageTool is asked with, as parameters of its `/check`."""
    return {"language": language, "disabledRules": ",".join(_NEVER)}


@dataclass(frozen=True, slots=True)
class LanguageTool:
    """LanguageTool, at the address of a server elsewhere, or with `memory` megabytes for Java on this machine."""

    url: str | None = None
    memory: int = 1000
    name: str = "languagetool"
    title: str = client.TITLE
    cold: float = 13.0

    @property
    def server(self) -> Server | None:
        """Return its server on this machine, which differs by version; None where it is elsewhere."""
        if self.url is not None:
            return None
        jar, place = install_folder() / JAR, str(install_folder())
        command = ("java", *_BOUNDS, f"-Xmx{self.memory}m", "-cp", str(jar), "org.languagetool.server.HTTPServer")
        config = "server.properties"
        signs = (*_SIGNS, ("Unable to access jarfile", f"LanguageTool in {place} cannot be read", "Install it again."))
        launch = Launch(
            self.title,
            (*command, "-p", PORT, "--config", f"{FOLDER}/{config}"),
            "/v2/healthcheck",
            {config: _CONFIG},
            signs,
        )
        return Server(f"{self.name}-{VERSION}", launch)

    def lacks(self) -> Trouble | None:
        """Return what is missing for it to run here."""
        return None if self.url is not None else missing()

    def is_warm(self) -> bool:
        """Tell whether it would answer at once."""
        return self.url is not None or (
            self.lacks() is None and (server := self.server) is not None and bool(server.found())
        )

    def identity(self) -> str:
        """Return words that change with its version, or its address."""
        return f"server {self.url}" if self.url is not None else identity()

    def begin(self) -> None:
        """Start its server unless it lives."""
        if (server := self.server) is not None:
            server.begin()

    def ask(self, passages: Sequence[Passage], language: str) -> list[tuple[Match, ...]]:
        """Return the matches in each passage."""
        options = options_of(language)
        server = self.server
        if server is None:
            return client.ask((self.url or "").rstrip("/").removesuffix("/v2"), passages, options)
        return asked(server, lambda url, used: client.ask(url, passages, options, used))

    def close(self) -> None:
        """Leave the server for the next run."""

    def steps(self) -> Iterator[Step]:
        """Yield what its doctor tries."""
        from reviewlint.engines.languagetool.doctor import steps

        return steps(self)


def make(grammar: Grammar) -> LanguageTool:
    """Return LanguageTool as it is configured."""
    return LanguageTool(grammar.url, grammar.memory)
