"""Stands in for Java with LanguageTool: a server that marks each “FAULT” in what it is sent.

FAKE_JAVA says what is wrong with it: old, dies (at its start), taken (its port, once), slow (a minute to start), hangs,
garbage, refuses, breaks (in mid-answer, once), drops (the connection, once, and lives), deaf (drops every one), waits
(until it is released), memory (it runs out of it when asked).
"""

from __future__ import annotations

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

ILL = os.environ.get("FAKE_JAVA", "")
LOG = Path(os.environ["FAKE_JAVA_LOG"])


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.say("OK" if "healthcheck" in self.path else json.dumps([{"code": "en", "longCode": "en-US"}]))

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        with LOG.open("a", encoding="utf-8") as log:
            log.write("check\n")
        while ILL == "waits" and "released" not in LOG.read_text(encoding="utf-8"):
            pass
        if ILL == "hangs":
            time.sleep(60)
        if ILL == "breaks" and LOG.read_text(encoding="utf-8").count("check") == 1:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"matches": [')
            self.wfile.flush()
            os._exit(1)
        if ILL == "deaf" or (ILL == "drops" and LOG.read_text(encoding="utf-8").count("check") == 1):
            self.close_connection = True
            return
        if ILL == "memory":
            os._exit(3)
        if ILL == "refuses":
            self.send_error(413, "too much text")
            return
        pieces = json.loads(body["data"][0])["annotation"]
        source = "".join(piece.get("text", piece.get("markup", "")) for piece in pieces)
        self.say("<html>" if ILL == "garbage" else json.dumps({"matches": list(matches(source))}))

    def say(self, words: str) -> None:
        data = words.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


def matches(source: str):
    at = source.find("FAULT")
    while at >= 0:
        offset = len(source[:at].encode("utf-16-le")) // 2
        rule = {"id": "PAYED", "category": {"id": "GRAMMAR"}}
        yield {"offset": offset, "length": 5, "message": "A fault.", "replacements": [{"value": "right"}], "rule": rule}
        at = source.find("FAULT", at + 1)


def main() -> None:
    if "-version" in sys.argv:
        print(f'openjdk version "{"11.0.2" if ILL == "old" else "17.0.9"}" 2024-01-01', file=sys.stderr)
        return
    if ILL == "old":
        sys.exit("java.lang.UnsupportedClassVersionError: class file version 61.0")
    if ILL == "dies" or (ILL == "taken" and not LOG.read_text(encoding="utf-8")):
        with LOG.open("a", encoding="utf-8") as log:
            log.write("died\n")
        sys.exit("Address already in use")
    if ILL == "slow":
        time.sleep(60)
    port = int(sys.argv[sys.argv.index("-p") + 1])
    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    with LOG.open("a", encoding="utf-8") as log:  # only now: a test that waits for it asks at once
        log.write(f"start {' '.join(sys.argv)}\n")
    server.serve_forever()


main()
