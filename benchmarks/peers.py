"""Prints how reviewlint compares with other linters of prose, on the same texts in the same run.

    python benchmarks/peers.py DRAFTS [--sound REVIEWS.jsonl.gz] [--languagetool FOLDER] [--words 60000]

DRAFTS are annotated drafts, judged as accuracy.py judges. SOUND are reviews to measure speed and alarms on.
FOLDER holds the jars of LanguageTool's server (languagetool-server and language-en, with what they need). A peer that
is not installed is left out: `pip install harper-py proselint`, `npm install -g write-good`, and Vale's own program.
Spelling is off for all: names would be most of what they say.

Cold is a process that checks one draft; warm the rest of the text in the same process, or by the same server.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from accuracy import findings_of, meets
from corpus import lay_out, read_drafts, read_records

Span = tuple[int, int]  # code points
Find = Callable[[str, str], list[Span]]  # of a text and its file name


class Figures(NamedTuple):
    """What a peer needs and finds. Seconds, words a second, megabytes, findings."""

    cold: float
    warm: float
    memory: float
    alarms: float
    recall: float
    precision: float
    clean: float


@contextlib.contextmanager
def harper(options: argparse.Namespace) -> Iterator[Find]:
    """Harper, in this process."""
    import harper as peer

    linter = peer.Linter()

    def find(text: str, name: str) -> list[Span]:
        language = peer.Language.MARKDOWN if name.endswith(".md") else peer.Language.PLAINTEXT
        found = [item for item in linter.lint(text, language=language) if item.lint_kind != "Spelling"]
        return [(item.span.start, item.span.end) for item in found]

    yield find


@contextlib.contextmanager
def proselint(options: argparse.Namespace) -> Iterator[Find]:
    """Proselint, in this process."""
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)

    def find(text: str, name: str) -> list[Span]:
        results = LintFile(source=name, content=text).lint(DEFAULT)
        return [tuple(item.check_result.span) for item in results]

    yield find


@contextlib.contextmanager
def write_good(options: argparse.Namespace) -> Iterator[Find]:
    """write-good, by its command; it prints lines and columns."""

    def find(text: str, name: str) -> list[Span]:
        with tempfile.NamedTemporaryFile("w", suffix=name[-3:], encoding="utf-8") as file:
            file.write(text)
            file.flush()
            said = subprocess.run(["write-good", "--parse", file.name], capture_output=True, text=True, check=False)
        lines = text.split("\n")
        found = []
        for line in said.stdout.splitlines():
            _, row, column, message = line.split(":", 3)
            start = sum(len(each) + 1 for each in lines[: int(row) - 1]) + int(column)
            found.append((start, start + len(message.split('"')[1]) if '"' in message else start + 1))
        return found

    yield find


@contextlib.contextmanager
def vale(options: argparse.Namespace) -> Iterator[Find]:
    """Vale with its built-in style, by its command; it prints lines and columns, both ends included."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, ".vale.ini")
        config.write_text(
            "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\nVale.Spelling = NO\n", encoding="utf-8"
        )

        def find(text: str, name: str) -> list[Span]:
            draft = Path(folder, name)
            draft.write_text(text, encoding="utf-8")
            command = ["vale", "--config", str(config), "--output=JSON", "--no-exit", str(draft)]
            said = subprocess.run(command, capture_output=True, text=True, check=False)
            lines = text.split("\n")
            starts = [sum(len(line) + 1 for line in lines[:row]) for row in range(len(lines))]
            alerts = [alert for alerts in json.loads(said.stdout or "{}").values() for alert in alerts]
            return [(starts[a["Line"] - 1] + a["Span"][0] - 1, starts[a["Line"] - 1] + a["Span"][1]) for a in alerts]

        yield find


@contextlib.contextmanager
def languagetool(options: argparse.Namespace) -> Iterator[Find]:
    """LanguageTool, by its own server, started and stopped here."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    jars = f"{options.languagetool}/*"
    command = ["java", "-Xmx1g", "-cp", jars, "org.languagetool.server.HTTPServer", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def find(text: str, name: str) -> list[Span]:
        asked = {"language": "en-US", "text": text, "disabledCategories": "TYPOS"}
        data = urllib.parse.urlencode(asked).encode()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/v2/check", data, timeout=120) as answer:
            matches = json.load(answer)["matches"]
        units = text.encode("utf-16-le")
        places = [(m["offset"], m["offset"] + m["length"]) for m in matches]
        return [tuple(len(units[: 2 * at].decode("utf-16-le")) for at in place) for place in places]  # type: ignore[misc]

    try:
        for _ in range(240):
            try:
                find("Hello.", "x.txt")
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.25)
        yield find
    finally:
        server.terminate()
        server.wait()


PEERS = {
    "LanguageTool": (languagetool, lambda o: o.languagetool and shutil.which("java")),
    "Harper": (harper, lambda o: find_spec("harper")),
    "proselint": (proselint, lambda o: find_spec("proselint")),
    "Vale": (vale, lambda o: shutil.which("vale")),
    "write-good": (write_good, lambda o: shutil.which("write-good")),
}


def judged(drafts: list[dict[str, Any]], found: dict[str, list[dict[str, Any]]]) -> tuple[float, float, float]:
    """Return recall, precision, and false alarms in 1,000 words of clean drafts."""
    defects = sum(len(draft["defects"]) for draft in drafts)
    hit = sum(any(meets(f, d) for f in found[draft["id"]]) for draft in drafts for d in draft["defects"])
    said = sum(map(len, found.values()))
    right = sum(any(meets(f, d) for d in draft["defects"]) for draft in drafts for f in found[draft["id"]])
    clean = [draft for draft in drafts if not draft["defects"]]
    words = sum(len(draft["text"].split()) for draft in clean)
    alarms = sum(len(found[draft["id"]]) for draft in clean)
    return hit / max(1, defects), right / max(1, said), 1000 * alarms / max(1, words)


def measure(name: str, options: argparse.Namespace) -> Figures:
    """Return the figures of a peer; run in a process of its own, so that its memory is its own."""
    drafts, sound = list(read_drafts(options.drafts)), sample(options)
    start = time.perf_counter()
    with PEERS[name][0](options) as find:
        find(sound[0]["text"], "first.md")
        cold = time.perf_counter() - start
        start = time.perf_counter()
        alarms = sum(len(find(review["text"], "sound.md")) for review in sound)
        words = sum(len(review["text"].split()) for review in sound)
        warm = words / (time.perf_counter() - start)
        found = {d["id"]: [{"start": s, "end": e} for s, e in find(d["text"], d["name"])] for d in drafts}
        memory = (resident() + sum(map(resident, children()))) / 1e6
    return Figures(cold, warm, memory, 1000 * alarms / words, *judged(drafts, found))


def ourselves(options: argparse.Namespace) -> Figures:
    """Return the figures of reviewlint, by its command."""
    drafts, sound = list(read_drafts(options.drafts)), sample(options)
    command = [sys.executable, "-m", "reviewlint", "check", "--no-cache", "--format", "json", "--exit-zero"]
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as folder:
        lay_out(sound[:1], Path(first))
        words = lay_out(sound, Path(folder))
        start = time.perf_counter()
        subprocess.run([*command, first], capture_output=True, check=False)
        cold = time.perf_counter() - start
        start = time.perf_counter()
        done = subprocess.run([*command, folder], capture_output=True, text=True, check=False)
        warm = words / (time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    said = sum(f["severity"] != "info" for file in json.loads(done.stdout)["files"] for f in file["findings"])
    return Figures(cold, warm, memory, 1000 * said / words, *judged(drafts, findings_of(drafts, "all")))


def sample(options: argparse.Namespace) -> list[dict[str, Any]]:
    """Return reviews of so many words, or the drafts where there are no reviews."""
    chosen, words = [], 0
    for review in read_records(options.sound) if options.sound else read_drafts(options.drafts):
        if words >= options.words:
            break
        chosen.append(review)
        words += len(review["text"].split())
    return chosen


def resident(process: int | None = None) -> float:
    """Return the bytes of memory that a process holds (Linux)."""
    pages = int(Path(f"/proc/{process or os.getpid()}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def children() -> list[int]:
    """Return the processes that this one has started and that still run (Linux)."""
    return list(map(int, Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()))


def row(name: str, f: Figures) -> str:
    """Return a line of the table."""
    return (
        f"| {name} | {f.recall:.0%} | {f.precision:.0%} | {f.clean:.1f} | {f.alarms:.1f} | {f.cold:.1f} s | "
        f"{f.warm:,.0f} | {f.memory:,.0f} MB |"
    )


def main() -> None:
    """Print the table, or with --peer the figures of one peer as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--sound", type=Path)
    parser.add_argument("--languagetool", type=Path)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--peer", choices=PEERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        print(json.dumps(measure(options.peer, options)))
        return
    heads = "defects found|precision|alarms, clean drafts|findings, real reviews|first draft|words a second|memory"
    print(f"| | {heads.replace('|', ' | ')} |\n|---|{'---:|' * 7}")
    print(row("reviewlint", ourselves(options)), flush=True)
    for name, (_, is_there) in PEERS.items():
        if is_there(options):
            done = subprocess.run(
                [sys.executable, *sys.argv, "--peer", name], capture_output=True, text=True, check=False
            )
            if done.returncode:
                print(f"{name} failed:\n{done.stderr}", file=sys.stderr)
            else:
                print(row(name, Figures(*json.loads(done.stdout.splitlines()[-1]))), flush=True)


if __name__ == "__main__":
    main()
