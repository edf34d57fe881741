"""Which model is asked, about what, and how much of it in one run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_CHAT = "/chat/completions"


class Ask(StrEnum):
    """What a model is asked about: sentences that the reader or a rule doubts, all paragraphs, or nothing."""

    DOUBTS = "doubts"
    ALL = "all"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The table `[model]` of the configuration.

    `sentences`, `tokens` and `seconds` are the most that one run asks about, reads and writes, and waits.
    """

    url: str | None = None
    name: str = ""
    ask: str = Ask.DOUBTS
    allow_remote: tuple[str, ...] = ()
    sentences: int = 40
    tokens: int = 40_000
    seconds: float = 120

    @property
    def is_on(self) -> bool:
        """Tell whether a model is to be asked."""
        return self.url is not None and self.ask != Ask.OFF

    @property
    def host(self) -> str:
        """Return the host of the address, in small letters."""
        from urllib.parse import urlsplit  # few runs ask a model

        return (urlsplit(self.url or "").hostname or "").lower()

    @property
    def endpoint(self) -> str:
        """Return the address that questions go to; users give it with /v1, with the whole path, or with neither."""
        base = (self.url or "").rstrip("/")
        if base.endswith(_CHAT):
            return base
        return base + _CHAT if base.endswith("/v1") else f"{base}/v1{_CHAT}"

    @property
    def is_remote(self) -> bool:
        """Tell whether the address is another machine's."""
        return not is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine: localhost, 127.0.0.0/8 or ::1. Other names are not looked up."""
    if host == "localhost":
        return True
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
