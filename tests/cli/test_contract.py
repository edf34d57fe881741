"""The command line's contract, by the command itself: what goes where, and with which exit status.

$REVIEWLINT names the command to try, such as one that was installed from a wheel.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.interrupts import heed_interrupts

COMMAND = shlex.split(os.environ.get("REVIEWLINT", f"{shlex.quote(sys.executable)} -m reviewlint"))
ONE_RULE = ("--select", "grammar/doubled-word")
FAULTY, SOUND = "It is is loud.\n", "It is loud.\n"


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty repository the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


def put(name: str, text: str | bytes = FAULTY) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def run(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([*COMMAND, *words], input=given, capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def test_version_and_help_go_to_standard_output() -> None:
    assert run("--version").stdout.startswith(b"reviewlint 0.")
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"check" in done.stdout


def test_without_a_word_it_says_how_it_is_used() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Usage:" in done.stderr


def test_findings_go_to_standard_output_and_make_the_status_1() -> None:
    put("draft.md")
    done = run("check", *ONE_RULE, "draft.md")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"grammar/doubled-word" in done.stdout
    assert b"\x1b" not in done.stdout


def test_a_sound_draft_makes_the_status_0() -> None:
    put("draft.md", SOUND)
    done = run("check", *ONE_RULE, "draft.md")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_path_without_a_command_is_checked() -> None:
    put("draft.md")
    assert run("draft.md", *ONE_RULE).returncode == 1
    assert run(*ONE_RULE, ".").returncode == 1


def test_json_is_one_object_and_lists_every_file() -> None:
    put("a.md", SOUND)
    put("b/ü.md")
    put("c.md", b"\xff")
    done = run("check", *ONE_RULE, "--format", "json", "c.md", "a.md", "b", "none.md")
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert [file["path"] for file in told["files"]] == ["a.md", "b/ü.md"]
    assert [error["path"] for error in told["errors"]] == ["none.md", "c.md"]
    assert told["summary"] == {"files": 2, "errors": 0, "warnings": 1, "infos": 0}
    assert done.stderr.count(b"\n") == 2


def test_exit_zero_masks_findings_and_nothing_else() -> None:
    put("draft.md")
    assert run("check", *ONE_RULE, "--exit-zero", "draft.md").returncode == 0
    assert run("check", *ONE_RULE, "--exit-zero", "none.md").returncode == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--fxi"], "--fix"),
        (["check", "--format", "jsn"], "json"),
        (["check", "--select", "typografy", "draft.md"], "typography"),
        (["chekc", "draft.md"], "check"),
        (["check", "--unsafe-fixes", "draft.md"], "--fix"),
        (["check", "--diff", "--format", "json", "draft.md"], "--diff"),
        (["check", "--statistics", "--format", "json", "draft.md"], "--statistics"),
        (["check", "--stdin-filename", "x.md", "draft.md"], "Standard input"),
        (["check", "-", "draft.md"], "Standard input"),
        (["check", ""], "A path is empty"),
        (["check", "--jobs", "0", "draft.md"], "0"),
        (["check", "--output", "none/x.json", "draft.md"], "none"),
        (["check", "none.md"], "There is no such file or folder."),
    ],
)
def test_bad_usage_is_one_line_and_status_2(words: list[str], said: str) -> None:
    put("draft.md")
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("error: ")
    assert done.stderr.count(b"\n") == 1
    assert said in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("latin.md", b"caf\xe9", "latin.md:1: This file is not UTF-8"),
        ("picture.md", b"\x89PNG\0", "picture.md: This looks like a binary file"),
        ("long.md", b"x" * 20_000_000, "long.md: This file has 20.0 MB"),
        ("front.md", b"---\ntitle: [x\n---\n", "front.md:"),
        ("draft.facts.yaml", b"directr: X\n", "draft.facts.yaml:1:"),
        ("draft.facts.yaml", b"name: X\ncast: [A\nfoo: b: c\n", "draft.facts.yaml:3:"),
        ("draft.facts.yaml", b"name: X\nduration: -5\n", "draft.facts.yaml:2:"),
        ("draft.facts.yaml", b"name: X\ndirector: 35\n", "draft.facts.yaml:2:"),
        ("draft.facts.yaml", b"name: X\nisBasedOn: &b {x: *b}\n", "draft.facts.yaml:2:"),
        (
            "draft.facts.yaml",
            b"name: X\n" + b"#" * 10_000_000,
            "draft.facts.yaml: This facts file cannot be read: it has more",
        ),
        ("reviewlint.toml", b'\nselcet = ["all"]\n', "reviewlint.toml:2: “selcet” is not a key"),
        ("house/style/bad.toml", b'summary = "S."\n', "bad.toml"),
    ],
)
def test_bad_input_is_named_and_the_rest_is_checked(name: str, data: bytes, said: str) -> None:
    put("draft.md")
    put("other/draft.md")
    put("other/reviewlint.toml", "")
    put(name, data)
    if name.startswith("house"):
        put("reviewlint.toml", 'rule-folders = ["house"]')
    done = run("check", *ONE_RULE, ".")
    assert done.returncode == 2
    assert "other/draft.md" in done.stdout.decode()
    assert f"error: {said}" in done.stderr.decode() or said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_second_facts_file_is_one_error_and_the_draft_is_checked() -> None:
    put("draft.md")
    put("draft.facts.yaml", "name: X\n")
    put("draft.facts.json", '{"name": "Y"}\n')
    done = run("check", *ONE_RULE, "draft.md")
    assert done.returncode == 2
    assert "draft.md" in done.stdout.decode()
    assert done.stderr.count(b"\n") == 1
    assert b"draft.facts.json" in done.stderr
    assert b"second facts file" in done.stderr


def test_a_rule_with_a_bad_pattern_is_one_error(site: Path) -> None:
    head = 'summary = "S."\nmessage = "Not this."\nwhy = "W."\nseverity = "warning"\nsince = "0.1"\n'
    put("house/style/bad.toml", head + 'kind = "pattern"\npatterns = ["a", "(?=b)"]\n')
    put("reviewlint.toml", 'rule-folders = ["house"]')
    put("a.md")
    put("b.md")
    done = run("check", "--select", "grammar/doubled-word,style", ".")
    assert done.returncode == 2
    assert done.stdout.count(b"grammar/doubled-word") >= 2
    assert done.stderr.count(b"\n") == 1
    assert "bad.toml:7" in done.stderr.decode()


def test_a_folder_without_drafts_is_said_and_no_fault() -> None:
    put("README.md")
    done = run("check", ".")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"No drafts found" in done.stderr


def test_standard_input() -> None:
    done = run("check", *ONE_RULE, "-", given=FAULTY.encode())
    assert (done.returncode, done.stderr) == (1, b"")
    put("reviewlint.toml", '[[per-file]]\nfiles = ["music/"]\nignore = ["grammar"]\n')
    assert run("check", "--format", "json", "--stdin-filename", "music/x.md", given=FAULTY.encode()).returncode == 0


def test_fixing_standard_input_prints_the_fixed_text() -> None:
    done = run("check", "--select", "grammar", "--fix", "-", given=b"\xef\xbb\xbfIt is is loud.\r\n\r\nHe don't.\r\n")
    assert done.stdout == b"\xef\xbb\xbfIt is loud.\r\n\r\nHe don't.\r\n"
    assert b"1 finding" in done.stderr
    unreadable = b"caf\xe9\n"
    done = run("check", "--fix", "-", given=unreadable)
    assert (done.returncode, done.stdout) == (2, unreadable)


def test_fix_mends_the_files_and_reports_what_is_left() -> None:
    path = put("draft.md")
    done = run("check", *ONE_RULE, "--fix", "draft.md")
    assert done.returncode == 0
    assert path.read_text() == SOUND
    assert b"1 finding" in done.stdout


def test_diff_changes_nothing_and_says_what_it_would() -> None:
    path = put("draft.md")
    done = run("check", *ONE_RULE, "--diff", "draft.md")
    assert done.returncode == 1
    assert done.stdout == b"--- draft.md\n+++ draft.md\n@@ -1 +1 @@\n-It is is loud.\n+It is loud.\n"
    assert path.read_text() == FAULTY
    assert run("check", "--select", "claims", "--diff", "draft.md").returncode == 0


def test_output_goes_to_a_file() -> None:
    put("draft.md")
    done = run("check", *ONE_RULE, "--format", "json", "--output", "report.json", "draft.md")
    assert (done.returncode, done.stdout) == (1, b"")
    assert json.loads(Path("report.json").read_bytes())["summary"]["warnings"] == 1


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    put("draft.md", "It is is loud.\n\n" * 3000)
    with subprocess.Popen(
        [*COMMAND, "check", *ONE_RULE, "--format", "json", "draft.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["check", *ONE_RULE, "draft.md"]])
def test_a_full_disk_is_said(words: list[str]) -> None:
    put("draft.md")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run([*COMMAND, *words], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == b"error: Standard output cannot be written: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no such shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_trouble(closed: str) -> None:
    put("draft.md")
    words = ["-"] if closed == "<&-" else ["draft.md"]
    command = f"{shlex.join([*COMMAND, 'check', *ONE_RULE, *words])} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (int(closed != "<&-"), b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_at_once(jobs: str) -> None:
    put("first.md")
    os.mkfifo("a.md")  # who reads it waits for ever
    os.mkfifo("b.md")
    command = [*COMMAND, "check", "--jobs", jobs, "first.md", "a.md", "b.md"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heed_interrupts
    )
    with open("a.md", "wb"):  # noqa: PTH123 - returns as soon as there is a reader
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"Interrupted.")
