"""`reviewlint check`, in process."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.checking.draft import Choice, check_bytes
from reviewlint.cli import COMMANDS, main
from reviewlint.cli.progress import with_progress
from reviewlint.config.files import Layer, forget_configs

ONE_RULE = ["--select", "grammar/doubled-word"]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in an empty repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*words: str, given: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, list(words), input=given)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def put(name: str, text: str = "It is is loud.\n") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rules_of(result: Result) -> list[str]:
    return [finding["rule"] for file in json.loads(result.stdout)["files"] for finding in file["findings"]]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"{name}" in result.stdout


def test_help_imports_no_command(run: Run) -> None:
    before = set(sys.modules)
    for name in COMMANDS.values():
        sys.modules.pop(name[0], None)
    result = run("--help")
    assert all(line in result.stdout for line in ("check", "explain", "init"))
    loaded = {module for module, _ in COMMANDS.values() if module in sys.modules}
    assert loaded == set()
    assert before


def test_selectors_are_given_one_by_one_or_with_commas(run: Run) -> None:
    put("draft.md", "It is is loud. It could of been.\n")
    for words in (["--select", "grammar/doubled-word, grammar/could-of"], [*ONE_RULE, "--select", "grammar/could-of"]):
        result = run("check", "--format", "json", *words, "draft.md")
        assert rules_of(result) == ["grammar/doubled-word", "grammar/could-of"]
    result = run("check", "--format", "json", *words, "--ignore", "grammar/could-of", "draft.md")
    assert rules_of(result) == ["grammar/doubled-word"]


def test_the_command_line_goes_over_the_configuration(run: Run) -> None:
    put("draft.md")
    put("reviewlint.toml", 'ignore = ["grammar/doubled-word"]\nfail-on = "error"')
    assert rules_of(run("check", "--format", "json", "--select", "grammar", "draft.md")) == []
    assert rules_of(run("check", "--format", "json", *ONE_RULE, "draft.md")) == ["grammar/doubled-word"]
    assert run("check", *ONE_RULE, "draft.md").exit_code == 0
    assert run("check", *ONE_RULE, "--fail-on", "info", "draft.md").exit_code == 1


@pytest.mark.parametrize(("severity", "status"), [("info", 0), ("warning", 1), ("error", 1)])
def test_the_threshold(run: Run, severity: str, status: int) -> None:
    put("draft.md")
    put("reviewlint.toml", f'[rules."grammar/doubled-word"]\nseverity = "{severity}"')
    assert run("check", *ONE_RULE, "draft.md").exit_code == status
    assert run("check", *ONE_RULE, "--fail-on", "error", "draft.md").exit_code == int(severity == "error")


def test_each_draft_has_its_own_threshold(run: Run) -> None:
    put("a/draft.md")
    put("a/reviewlint.toml", 'fail-on = "error"')
    assert run("check", *ONE_RULE, ".").exit_code == 0
    put("b/draft.md")
    put("b/reviewlint.toml", 'fail-on = "info"')
    assert run("check", *ONE_RULE, ".").exit_code == 1


def test_statistics_count_the_findings_by_rule(run: Run) -> None:
    put("a.md")
    put("b.md", "It is is. It is is. It could of been.\n")
    result = run("check", "--select", "grammar/doubled-word,grammar/could-of", "--statistics", ".")
    assert result.exit_code == 1
    counts = [line.split() for line in result.stdout.splitlines() if "grammar/" in line]
    assert [("3" in counts[0], "grammar/doubled-word" in counts[0])] == [(True, True)]
    assert [("1" in counts[1], "grammar/could-of" in counts[1])] == [(True, True)]


def test_unsafe_fixes_are_applied_on_request(run: Run) -> None:
    draft = put("draft.md", "The film lost it's way. It is is loud.\n")
    words = ["--select", "grammar/its-confusion,grammar/doubled-word"]
    result = run("check", *words, "--diff", "draft.md")
    assert "+The film lost it's way. It is loud.\n" in result.stdout
    assert "--fix would change 1 place in 1 draft." in result.stderr
    result = run("check", *words, "--diff", "--unsafe-fixes", "draft.md")
    assert "+The film lost its way. It is loud.\n" in result.stdout
    assert run("check", *words, "--fix", "--unsafe-fixes", "draft.md").exit_code == 0
    assert draft.read_text(encoding="utf-8") == "The film lost its way. It is loud.\n"


def test_a_diff_goes_to_a_file_too(run: Run) -> None:
    put("draft.md")
    result = run("check", *ONE_RULE, "--diff", "--output", "fixes.patch", "draft.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path("fixes.patch").read_text(encoding="utf-8").startswith("--- draft.md\n")
    assert run("check", *ONE_RULE, "--diff", "--exit-zero", "draft.md").exit_code == 0


def test_the_report_has_colours_only_where_they_are_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("draft.md")
    assert "\x1b" not in run("check", *ONE_RULE, "draft.md").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run("check", *ONE_RULE, "draft.md").stdout
    run("check", *ONE_RULE, "--output", "report.txt", "draft.md")
    assert "\x1b" not in Path("report.txt").read_text(encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check", *ONE_RULE, "draft.md").stdout


def test_an_error_is_said_once(run: Run) -> None:
    put("a.md")
    put("b.md")
    put("reviewlint.toml", "ignore = 1")
    result = run("check", *ONE_RULE, ".")
    assert result.exit_code == 2
    assert result.stderr.count("error: ") == 1


def test_names_that_are_no_text_are_escaped(run: Run) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    put(name)
    for words in ([], ["--format", "json"], ["--diff"]):
        result = run("check", *ONE_RULE, *words, name)
        assert result.exit_code == 1
        assert "caf" in result.stdout


@pytest.mark.parametrize("text", ["", "\n", "---\ntitle: x\n---\n"])
def test_an_empty_draft_is_listed(run: Run, text: str) -> None:
    put("draft.md", text)
    result = run("check", "--format", "json", "draft.md")
    assert result.exit_code == 0
    assert [file["path"] for file in json.loads(result.stdout)["files"]] == ["draft.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everything")
def test_files_that_may_not_be_read_or_written(run: Run) -> None:
    shut = put("shut.md")
    put("draft.md")
    shut.chmod(0)
    result = run("check", *ONE_RULE, ".")
    assert result.exit_code == 2
    assert "shut.md: This file cannot be read: Permission denied." in result.stderr
    assert "draft.md" in result.stdout
    shut.chmod(0o400)
    result = run("check", *ONE_RULE, "--fix", "shut.md")
    assert result.exit_code == 2
    assert "shut.md: This file cannot be written" in result.stderr


def test_progress_is_for_terminals_and_long_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter(range(100))
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    outcomes = [check_bytes("a.md", b"It is is loud.\n", Choice(Layer({"select": ONE_RULE[1:]})))] * 3
    assert list(with_progress(outcomes, 3)) == outcomes
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(with_progress(outcomes, 3)) == outcomes
    assert capsys.readouterr().err == (
        "\r[################........] 2 of 3 drafts, 2 findings"
        "\r[########################] 3 of 3 drafts, 3 findings\r\x1b[K"
    )
    some = with_progress(outcomes, 3)
    next(some), next(some)
    some.close()  # type: ignore[attr-defined]
    assert capsys.readouterr().err.endswith("\r\x1b[K")


def test_a_failure_of_our_own_is_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("oh")

    monkeypatch.setattr("reviewlint.cli.scope.find_drafts", broken)
    result = run("check", ".")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("error: reviewlint itself failed: RuntimeError('oh').")


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("reviewlint ex", ["plain,explain"]),
        ("reviewlint dra", ["file,dra"]),
        ("reviewlint check dra", ["file,dra"]),
        ("reviewlint check --unsa", ["plain,--unsafe-fixes"]),
        ("reviewlint check --format g", ["plain,github", "plain,gitlab"]),
        ("reviewlint check --fail-on w", ["plain,warning"]),
    ],
)
def test_words_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch, words: str, completed: list[str]) -> None:
    monkeypatch.setenv("_REVIEWLINT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    result = CliRunner().invoke(main, [], prog_name="reviewlint")
    assert result.stdout.splitlines() == completed


def test_what_a_folder_is_checked_without_can_be_left_out_though_it_is_named(run: Run) -> None:
    put("reviewlint.toml", 'exclude = ["out/"]\n')
    put(".gitignore", "*.draft.md\n")
    names = ["a.md", "README.md", "out/b.md", "x.draft.md", "c/node_modules/d.md", "c/notes.draft"]
    for name in names:
        put(name)
    every = json.loads(run("check", "--format", "json", *ONE_RULE, *names).stdout)["files"]
    fewer = json.loads(run("check", "--force-exclude", "--format", "json", *ONE_RULE, *names).stdout)["files"]
    assert [file["path"] for file in every] == names
    assert [file["path"] for file in fewer] == ["a.md"]


def test_force_exclude_holds_for_standard_input_too(run: Run) -> None:
    put("reviewlint.toml", 'exclude = ["old/"]\n')
    text = b"It is is loud.\n"
    words = ["check", *ONE_RULE, "--stdin-filename", "old/a.md"]
    assert run(*words, "-", given=text).exit_code == 1
    left_out = run(*words, "--force-exclude", "--format", "json", "-", given=text)
    assert left_out.exit_code == 0
    assert json.loads(left_out.stdout)["files"] == []
    assert run(*words, "--force-exclude", "--fix", "-", given=text).stdout_bytes == text
    assert run("check", *ONE_RULE, "--force-exclude", "--stdin-filename", "new/a.md", "-", given=text).exit_code == 1


@pytest.mark.parametrize("name", ["a.rst", "a.adoc", "a.org", "a.tex", "b/A.RST"])
def test_other_markup_is_refused_and_never_fixed(run: Run, name: str) -> None:
    path = put(name, ".. note:: It is is loud , and long .\n")
    before = path.read_bytes()
    result = run("check", "--fix", "--unsafe-fixes", name)
    assert result.exit_code == 2
    assert "which is not read. Markdown, HTML, plain text and Word’s .docx are." in result.stderr
    assert path.read_bytes() == before
    assert run("check", "--stdin-filename", name, "-", given=before).exit_code == 2
    assert run("check", ".").exit_code == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_and_written_as_it_was_and_told(run: Run, encoding: str) -> None:
    path = Path("a.txt")
    path.write_bytes("\ufeffIt is is “loud” 😀.\n".encode(encoding))
    checked = run("check", "--no-cache", *ONE_RULE, "a.txt")
    assert checked.exit_code == 1
    assert "This file is UTF-16. Save it as UTF-8" in checked.stderr
    assert "+\ufeffIt is “loud” 😀." in run("check", "--diff", *ONE_RULE, "a.txt").stdout
    run("check", "--fix", *ONE_RULE, "a.txt")
    assert path.read_bytes() == "\ufeffIt is “loud” 😀.\n".encode(encoding)


def test_hooks_are_given_every_kind_of_draft() -> None:
    import yaml

    hooks = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert all({"markdown", "mdx", "html", "plain-text"} == set(hook["types_or"]) for hook in hooks)


def test_quiet_prints_findings_and_nothing_else(run: Run) -> None:
    put("draft.md")
    result = run("check", *ONE_RULE, "-q", "draft.md")
    assert "doubled-word" in result.stdout
    assert "1 warning" not in result.stdout
    put("clean.md", "It is loud.\n")
    result = run("check", *ONE_RULE, "-q", "clean.md")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(("when", "coloured"), [("always", True), ("never", False), ("auto", False)])
def test_color_decides_on_colours(run: Run, when: str, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    put("draft.md")
    monkeypatch.setenv("NO_COLOR" if when == "always" else "FORCE_COLOR", "" if when == "auto" else "1")
    for more in ([], ["--diff"]):
        assert ("\x1b[" in run("check", *ONE_RULE, "--color", when, *more, "draft.md").stdout) is coloured


def test_a_format_is_named_in_short(run: Run) -> None:
    put("draft.md")
    assert rules_of(run("check", *ONE_RULE, "-f", "json", "draft.md")) == ["grammar/doubled-word"]


def test_a_line_on_readability_stands_under_one_draft_only(run: Run) -> None:
    put("a.md")
    put("b.md")
    assert run("check", *ONE_RULE, "a.md").stdout.splitlines()[-1].startswith("4 words")
    assert "words" not in run("check", *ONE_RULE, "a.md", "b.md").stdout


def test_the_configuration_names_a_baseline(run: Run) -> None:
    put("draft.md")
    put("reviewlint.toml", 'baseline = "known.jsonl"\n')
    assert run("baseline", "write").exit_code == 0
    assert Path("known.jsonl").exists()
    result = run("check", *ONE_RULE, "draft.md")
    assert (result.exit_code, "left out by known.jsonl" in result.stderr) == (0, True)
    put("reviewlint.toml", "")
    forget_configs()
    assert run("check", *ONE_RULE, "draft.md").exit_code == 1
    assert run("check", "--strict-baseline", "draft.md").exit_code == 2
