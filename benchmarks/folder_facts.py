"""Adds the facts of many drafts from a made-up Wikidata on this machine, kills the run on its way, and counts.

    python benchmarks/folder_facts.py [--drafts 1000] [--kills 2]

It prints how many drafts have their facts in the end, how long all runs took together, and how often the same was asked
twice. A killed run (SIGKILL) may have asked for one thing whose answer it could not keep; nothing else may be asked
again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

FILM = "Q11424"


class Wikidata(BaseHTTPRequestHandler):
    """Answers of a film “Film N” with the id of N, and of its director."""

    asked: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        """Answer."""
        self.asked[self.path] += 1
        params = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        if params["action"] == "wbsearchentities":
            told: dict[str, Any] = {"search": [{"id": f"Q{int(params['search'].split()[-1]) + 1000}"}]}
        else:
            told = {"entities": {own: entity(own) for own in params["ids"].split("|")}}
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def entity(own: str) -> dict[str, Any]:
    """Return a film, or whom it refers to."""
    number = int(own[1:]) - 1000
    if number >= 100_000:
        return {"id": own, "labels": {"en": {"value": f"Director {number - 100_000}"}}, "claims": {}}
    claims = {"P31": [item(FILM)], "P57": [item(f"Q{number + 101_000}")]}
    when = {"time": "+2001-01-01T00:00:00Z", "precision": 11}
    claims["P577"] = [{"mainsnak": {"snaktype": "value", "datavalue": {"value": when}}, "rank": "normal"}]
    return {"id": own, "labels": {"en": {"value": f"Film {number}"}}, "claims": claims}


def item(own: str) -> dict[str, Any]:
    """Return a statement on an item."""
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": own}}}, "rank": "normal"}


def main() -> None:
    """Make the drafts, run, kill, run on, and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=2)
    options = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Wikidata)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as name:
        reviews = Path(name) / "reviews"
        reviews.mkdir()
        for number in range(options.drafts):
            text = f"---\ntitle: Film {number}\nyear: 2001\nkind: film\n---\nDirector {number} made it.\n"
            (reviews / f"film-{number}.md").write_text(text, encoding="utf-8")
        start = time.perf_counter()
        last = runs(reviews, server.server_address[1], options.drafts, options.kills)
        seconds = time.perf_counter() - start
        written = len(list(reviews.glob("*.facts.yaml")))
    server.shutdown()
    twice = sum(count - 1 for count in Wikidata.asked.values())
    print(last.strip().splitlines()[-1])
    print(f"{written:,} facts files of {options.drafts:,} in {seconds:.0f} s and {options.kills + 1} runs; "
          f"{Wikidata.asked.total():,} requests, {twice} of them a second time")  # fmt: skip


def runs(reviews: Path, port: int, drafts: int, kills: int) -> str:
    """Run until the end; kill it so often on the way. Return what the last run printed."""
    environment = {**os.environ, "REVIEWLINT_WIKIDATA_URL": f"http://127.0.0.1:{port}/w/api.php",
                   "REVIEWLINT_CONTACT": "bench@example.org", "REVIEWLINT_CACHE_DIR": str(reviews.parent / "cache"),
                   "REVIEWLINT_CONFIG": str(reviews.parent / "none.toml")}  # fmt: skip
    command = [sys.executable, "-m", "reviewlint", "facts", "add", str(reviews)]
    for number in range(kills):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        wanted = drafts * (number + 1) // (kills + 1) + random.randrange(5)
        while len(list(reviews.glob("*.facts.yaml"))) < wanted and process.poll() is None:
            time.sleep(0.05)
        process.kill()
        process.wait()
        print(f"killed with {len(list(reviews.glob('*.facts.yaml'))):,} facts files")
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False).stdout


if __name__ == "__main__":
    main()
