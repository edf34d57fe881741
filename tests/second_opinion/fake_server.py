"""A server of a language model on the loopback, which says what a test has it say."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, bytes]


@dataclass
class FakeModel:
    """The server: `reply` makes an answer of a request's body; `asked` has the bodies, `headers` what came along."""

    reply: Callable[[dict[str, Any]], Reply]
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    redirect: str | None = None
    gate: threading.Event = field(default_factory=threading.Event)  # an answer waits for it where `slow`
    slow: bool = False
    drips: bool = False

    @property
    def texts(self) -> list[str]:
        """Return the passages that were asked about."""
        return [json.loads(body["messages"][1]["content"])["text"] for body in self.asked]


def completion(content: Any, reason: str = "stop", **more: Any) -> Reply:
    """Return an answer as servers of chat completions give it; what is no text goes as JSON."""
    text = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": text}}
    return 200, json.dumps({"choices": [choice], "usage": {"total_tokens": 50}, **more}).encode()


def wrong(*pairs: tuple[str, str]) -> Reply:
    """Return an answer with words that are wrong, and what should stand there."""
    return completion({"wrong": [{"quote": quote, "better": better} for quote, better in pairs]})


@contextmanager
def serving(reply: Callable[[dict[str, Any]], Reply]) -> Iterator[FakeModel]:
    """Run the server."""
    model = FakeModel(reply)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(body)
            model.headers.append(dict(self.headers))
            model.paths.append(self.path)
            if model.slow:
                model.gate.wait(30)
            if model.redirect is not None:
                self.send_response(307)
                self.send_header("Location", model.redirect)
                self.end_headers()
                return
            status, data = model.reply(body)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            try:
                if model.drips:
                    while not model.gate.wait(0.02):
                        self.wfile.write(b" ")
                self.wfile.write(data)
            except OSError:  # nobody waits any more
                pass

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield model
    finally:
        model.gate.set()
        server.shutdown()
        thread.join()
        server.server_close()
