"""A server that is not ours: its answer has an end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from reviewlint.engines.service import post
from reviewlint.engines.service.post import post_elsewhere
from reviewlint.engines.trouble import Trouble


class Endless(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"[" * 10_000)
        except OSError:  # whoever asked has had enough
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def endless() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Endless) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v2/check"
        server.shutdown()


def test_an_answer_without_end_is_trouble(endless: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "MOST", 100_000)
    with pytest.raises(Trouble, match="longer than"):
        post_elsewhere("LanguageTool", endless, b"{}", "application/json", 30.0)


def test_an_answer_that_goes_on_beyond_its_time_is_trouble(endless: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "MOST", 10**12)
    moments = iter(range(10**9))
    monkeypatch.setattr(post.time, "monotonic", lambda: float(next(moments)))
    with pytest.raises(Trouble, match="did not answer within 20 s"):
        post_elsewhere("LanguageTool", endless, b"{}", "application/json", 20.0)
