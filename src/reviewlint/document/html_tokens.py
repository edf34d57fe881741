"""The tokens of HTML with their places, in one pass, as browsers tell them apart (WHATWG HTML, 13.2.5).

Python's own html.parser reads on to the end of the text for each tag or comment that is never closed, so that a text of
them takes time with the square of its length, and what it makes of broken markup has changed from release to release.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"[<&]")
_START = re.compile(r"<(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^=>]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))*+)>")
_PLAIN_START = re.compile(r"<(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>[^>]*+)>")
_END = re.compile(r"</(?P<name>[a-zA-Z][^\s/>]*+)[^>]*+>")
_OTHER = re.compile(r"<(?:[!?]|/(?![a-zA-Z]))[^>]*+>")  # a declaration, an instruction, a comment that is none
_REFERENCE = re.compile(
    r"&(?:#(?P<number>\d{1,7}|[xX][\da-fA-F]{1,6})(?![\da-fA-F])|(?P<name>[a-zA-Z][a-zA-Z\d]{0,40}+));?"
)
_RAW = {name: re.compile(rf"</\s*{name}\s*>", re.IGNORECASE) for name in ("script", "style")}


class Tokens:
    """Reads a text and calls a method for each token; `at` and `end` are then its place in the text.

    What is never closed is text. Who reads tokens overrides the methods.
    """

    def __init__(self) -> None:
        self.at = self.end = 0
        self._last = -1  # of the marks that close a tag
        self._comments_close = True
        self._start = _START

    def read(self, text: str) -> None:
        """Read the whole of a text."""
        self._last = text.rfind(">")
        while self.end < len(text):
            mark = _MARK.search(text, self.end)
            stop = mark.start() if mark else len(text)
            if stop > self.end:
                self._take(stop)
                self.handle_data(text[self.at : stop])
            if mark is not None and not (self._reference(text) if mark[0] == "&" else self._tag(text)):
                self._take(stop + 1)
                self.handle_data(mark[0])

    def _take(self, end: int) -> None:
        """Make what stands up to an offset the token at hand."""
        self.at, self.end = self.end, end

    def _reference(self, text: str) -> bool:
        found = _REFERENCE.match(text, self.end)
        if found is None:
            return False
        self._take(found.end())
        self.handle_reference(found[0])
        return True

    def _tag(self, text: str) -> bool:
        """Tell whether a tag, a comment or the like stands here, and hand it on."""
        at = self.end
        if at > self._last:
            return False
        if text.startswith("<!--", at):
            return self._comment(text)
        if found := _END.match(text, at):
            self._take(found.end())
            self.handle_endtag(found["name"].lower())
        elif found := _OTHER.match(text, at):
            self._take(found.end())
            self.handle_other()
        elif found := self._start_tag(text, at):
            self._take(found.end())
            name = found["name"].lower()
            self.handle_starttag(name)
            if found["rest"].endswith("/"):
                self.handle_endtag(name)
            elif name in _RAW:
                close = _RAW[name].search(text, self.end)
                self._take(close.start() if close else len(text))
        return found is not None

    def _start_tag(self, text: str, at: int) -> re.Match[str] | None:
        found = self._start.match(text, at)
        if found is None and self._start is _START and _PLAIN_START.match(text, at):
            self._start = (
                _PLAIN_START  # the quotation marks are in disorder to the end: from here on they close nothing
            )
            found = _PLAIN_START.match(text, at)
        return found

    def _comment(self, text: str) -> bool:
        close = text.find("-->", self.end + len("<!--")) if self._comments_close else -1
        self._comments_close = close != -1
        if close == -1:
            return False
        self._take(close + len("-->"))
        self.handle_comment(text[self.at + len("<!--") : close])
        return True

    def handle_starttag(self, tag: str) -> None:
        """Take a tag that opens an element; of one that is empty, as <br/>, its end follows."""

    def handle_endtag(self, tag: str) -> None:
        """Take a tag that closes an element."""

    def handle_data(self, data: str) -> None:
        """Take text."""

    def handle_reference(self, reference: str) -> None:
        """Take what may be a reference to a character, with its semicolon if it has one."""

    def handle_comment(self, data: str) -> None:
        """Take what a comment says."""

    def handle_other(self) -> None:
        """Take a declaration, an instruction or the like, which say nothing to readers."""
