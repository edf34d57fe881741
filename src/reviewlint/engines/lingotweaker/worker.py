"""The process that runs lingotweaker: `python -m reviewlint.engines.lingotweaker.worker PORT`.

It answers `POST /check` with {"language": …, "texts": […]} by a list for each text of what is wrong there: start and
end in code points, the pattern, its category, the message and what might stand there instead.
"""

from __future__ import annotations

import json
import os
import re
import sys
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import lt_py

HERE = "127.0.0.1"
_MOST = 5  # replacements; the likeliest come first
_QUOTED = re.compile(r"</?suggestion>")
_PARENT = os.getppid()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Say that the worker is there, once it could check a text."""
        found_in("A trial.", "en-US")
        self._say(200, b"[]")

    def do_POST(self) -> None:
        """Check the texts."""
        try:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found = [found_in(text, asked["language"]) for text in asked["texts"]]
        except BaseException as error:  # a panic in Rust is no Exception
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            self._say(500, f"{type(error).__name__}: {error}".encode("utf-8", "replace"))
            return
        self._say(200, json.dumps(found).encode())

    def _say(self, status: int, words: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *_: object) -> None:
        """Keep no log."""


class _Server(HTTPServer):
    def service_actions(self) -> None:
        """End with the keeper, however that ended."""
        if os.getppid() != _PARENT:
            sys.exit(0)


@cache
def _engine(language: str) -> Any:
    return lt_py.Engine(language)


def found_in(text: str, language: str) -> list[list[object]]:
    """Return what is wrong with a text, in code points."""
    clean = text.encode("utf-8", "replace").decode()  # a half of a surrogate pair cannot be passed on
    data = clean.encode()
    return [
        [
            len(data[: said["offset"]].decode()),
            len(data[: said["offset"] + said["length"]].decode()),
            said["rule_id"],
            said["category_id"],
            _plain(said["message"]),
            said["suggestions"][:_MOST],
        ]
        for said in _engine(language).check(clean)
    ]


def _plain(message: str) -> str:
    """Return a message with quotation marks around what lingotweaker marks as a suggestion."""
    return _QUOTED.sub(lambda mark: "”" if "/" in mark[0] else "“", message)


if __name__ == "__main__":
    with _Server((HERE, int(sys.argv[1])), _Handler) as server:
        server.serve_forever()
