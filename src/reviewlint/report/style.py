"""Colours of a terminal, or none."""

from __future__ import annotations

from dataclasses import dataclass

_CODES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "cyan": 36, "reverse": 7}


@dataclass(frozen=True, slots=True)
class Style:
    """Puts a text in a colour if `on`; else returns it as it is."""

    on: bool

    def colour(self, text: str, *names: str) -> str:
        """Return a text in the named colours."""
        if not self.on or not text:
            return text
        return f"\x1b[{';'.join(str(_CODES[name]) for name in names)}m{text}\x1b[0m"

    def plain(self, text: str) -> str:
        """Return the text as it is."""
        return text

    def bold(self, text: str) -> str:
        """Return a text in bold."""
        return self.colour(text, "bold")

    def dim(self, text: str) -> str:
        """Return a text that stands back."""
        return self.colour(text, "dim")

    def red(self, text: str) -> str:
        """Return a text in red."""
        return self.colour(text, "red")

    def green(self, text: str) -> str:
        """Return a text in green."""
        return self.colour(text, "green")
