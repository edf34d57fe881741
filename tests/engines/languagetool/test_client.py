"""What goes to a server, and what is made of its answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from reviewlint.document import Kind, Source, parse
from reviewlint.engines import Match
from reviewlint.engines.languagetool import client
from reviewlint.engines.languagetool.client import ask, read_answer
from reviewlint.engines.passages import Passage, passages_of
from reviewlint.engines.trouble import Trouble
from reviewlint.finding import Span


def passages(text: str) -> tuple[Passage, ...]:
    return passages_of(parse(Source("x.md", text)), Kind.PROSE)


def item(offset: int, length: int, *replacements: str) -> dict[str, object]:
    rule = {"id": "EN_A_VS_AN", "category": {"id": "MISC"}}
    values = [{"value": value} for value in replacements]
    return {"offset": offset, "length": length, "message": "Write “an”.", "replacements": values, "rule": rule}


def answer(*items: dict[str, object]) -> bytes:
    return json.dumps({"matches": items}).encode()


def test_offsets_are_code_points_of_each_passage() -> None:
    two = passages("A 😀 a hour.\n\nThe **a** 😀 hour.")
    # UTF-16: the first passage has 12 units; two stand between
    first, second = read_answer(answer(item(5, 1, "an"), item(12 + 2 + 6, 1)), two)
    assert first == (Match(Span(4, 5), "EN_A_VS_AN", "MISC", "Write “an”.", ("an",)),)
    assert [match.span for match in second] == [Span(6, 7)]
    assert two[1].source[6:7] == "a"


def test_a_match_over_two_passages_is_left_out() -> None:
    assert read_answer(answer(item(2, 6)), passages("One.\n\nTwo.")) == [(), ()]


@pytest.mark.parametrize("said", [b"<html>", b"[]", b'{"matches": [{}]}', b'{"matches": 3}', b"", b"\xff"])
def test_what_is_no_answer_is_trouble(said: bytes) -> None:
    with pytest.raises(Trouble, match="not a LanguageTool server") as caught:
        read_answer(said, passages("One."))
    assert caught.value.lasting


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append(body)  # type: ignore[attr-defined]
        status, words = self.server.say  # type: ignore[attr-defined]
        self.send_response(status)
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), _Handler) as one:
        one.asked, one.say = [], (200, answer())  # type: ignore[attr-defined]
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one
        one.shutdown()


def url(server: HTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_a_draft_is_one_request_and_a_long_one_several(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    three = passages("One two.\n\nThree four.\n\nFive six.")
    assert ask(url(server), three, {"language": "en-GB"}) == [(), (), ()]
    monkeypatch.setattr(client, "LONGEST", 20)
    assert ask(url(server), three, {"language": "en-GB"}) == [(), (), ()]
    asked = server.asked  # type: ignore[attr-defined]
    sent = [len(json.loads(body["data"][0])["annotation"]) for body in asked]
    assert sent == [6, 4, 2]
    assert {body["language"][0] for body in asked} == {"en-GB"}


def test_a_server_that_says_no_is_not_asked_again(server: HTTPServer) -> None:
    server.say = (413, b"Text is too long\nmore")  # type: ignore[attr-defined]
    with pytest.raises(Trouble, match="refused: 413 Text is too long") as caught:
        ask(url(server), passages("One."), {})
    assert not caught.value.again


def test_a_proxy_is_not_asked_for_this_machine(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert ask(url(server), passages("One."), {}) == [()]


def test_nobody_there_is_trouble_that_may_pass() -> None:
    with pytest.raises(Trouble, match="broke off") as caught:
        ask("http://127.0.0.1:9", passages("One."), {})
    assert caught.value.again
