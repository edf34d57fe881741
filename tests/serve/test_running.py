"""The command: what it prints, whom it lets in, and how it ends.

$REVIEWLINT names the command to try, such as one that was installed from a wheel.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from concurrent.futures import Future
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli import main
from reviewlint.errors import ReviewlintError
from reviewlint.serve.work import MainThread

COMMAND = shlex.split(os.environ.get("REVIEWLINT", f"{shlex.quote(sys.executable)} -m reviewlint"))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_it_serves_until_interrupted(folder: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "serve", "--no-browser", folder / "look-back.md"], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"(http://127\.0\.0\.1:\d+/)#token=([\w-]{43})&open=look-back\.md$", said.strip())
        assert found is not None
        headers = {"Authorization": f"Bearer {found[2]}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{found[1]}api/drafts", b"{}", headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert json.load(answer) == {"folder": "reviews", "drafts": ["look-back.md"]}
            assert answer.headers["server"] is None
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(f"{found[1]}api/drafts", b"{}"), timeout=20)
        assert refused.value.code == 403
        refused.value.close()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert (process.returncode, rest) == (130, "It shows the drafts of this folder. Ctrl-C ends it.\n\nInterrupted.\n")


@pytest.mark.parametrize("path", ["nothing", "nothing.md"])
def test_a_folder_that_is_not_there(path: str) -> None:
    done = CliRunner().invoke(main, ["serve", "--no-browser", path])
    assert done.exit_code == 2
    assert "There is no such file or folder." in done.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_it_ends_while_a_draft_is_checked(folder: Path) -> None:
    with subprocess.Popen([*COMMAND, "serve", "--no-browser", folder], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"(http://\S+/)#token=([\w-]+)", process.stderr.readline())
        assert found is not None
        process.stderr.readline()
        headers = {"Authorization": f"Bearer {found[2]}", "Content-Type": "application/json"}
        text = "Each of her drawings makes the appeal onto the sentiment of him. " * 4000  # it takes a minute
        data = json.dumps({"path": "", "text": text, "quick": False}).encode()

        def ask() -> None:
            request = urllib.request.Request(f"{found[1]}api/check", data, headers)
            with pytest.raises((urllib.error.URLError, ConnectionError)):
                urllib.request.urlopen(request, timeout=60)

        asking = [threading.Thread(target=ask) for _ in range(2)]  # the second one waits for the first
        for thread in asking:
            thread.start()
        opened = urllib.request.Request(f"{found[1]}api/open", b'{"path": "look-back.md"}', headers)
        with urllib.request.urlopen(opened, timeout=20) as answer:  # which does not wait for them
            assert json.load(answer)["path"] == "look-back.md"
        process.send_signal(signal.SIGINT)
        for thread in asking:
            thread.join()
        rest = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in rest


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewlint.serve.find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["serve"])
    assert done.exit_code == 2
    assert 'The page needs starlette and uvicorn. Install it: pip install "reviewlint[serve]"' in done.output
    assert importlib.util.find_spec("starlette") is not None


def test_other_commands_do_without_the_libraries() -> None:
    code = (
        "import sys; from reviewlint.cli import main\n"
        "try: main(['check', '--format', 'json', '--select', 'typography', '-'])\n"
        "except SystemExit: assert not {'starlette', 'uvicorn'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], input=b"Fine.\n", check=True, capture_output=True)


def test_work_is_done_in_the_thread_that_works() -> None:
    worker = MainThread()
    done: list[Future[int]] = []

    def ask() -> None:
        done.append(worker.submit(threading.get_ident))
        gone = worker.submit(threading.get_ident)
        gone.cancel()  # whoever asked has left
        done.append(worker.submit(int, "no number"))
        worker.stop()

    asking = threading.Thread(target=ask)
    asking.start()
    worker.work()
    asking.join()
    assert done[0].result() == threading.get_ident()
    with pytest.raises(ValueError, match="invalid literal"):
        done[1].result()


def test_a_signal_while_an_answer_is_handed_on_ends_the_work() -> None:
    def signalled(future: Future[int]) -> None:
        raise SystemExit(143)

    worker = MainThread()
    first, second = worker.submit(int, "1"), worker.submit(int, "2")
    first.add_done_callback(signalled)
    with pytest.raises(SystemExit):
        worker.work()
    assert first.result() == 1
    with pytest.raises(ReviewlintError, match="was ended in the terminal"):
        second.result()
