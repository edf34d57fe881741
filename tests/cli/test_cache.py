"""`reviewlint cache` and --no-cache."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("It is is loud.\n", encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_a_run_fills_the_cache_and_clear_empties_it(cache_dir: Path) -> None:
    file = cache_dir / "findings-3.db"
    assert run("cache", "info").stdout == f"{file}: nothing yet.\n"
    first = run("check", "--select", "grammar")
    assert run("check", "--select", "grammar").stdout == first.stdout
    assert f"{file}: 1 draft," in run("cache", "info").stdout
    assert run("cache", "clear").stdout == f"Deleted {file}.\n"
    assert run("cache", "clear").stdout == "There is no cache.\n"
    assert not any(cache_dir.iterdir())


def test_without_the_cache_nothing_is_kept(cache_dir: Path) -> None:
    run("check", "--no-cache", "--select", "grammar")
    assert not list(cache_dir.glob("findings*"))


def test_standard_input_is_not_kept(cache_dir: Path) -> None:
    CliRunner().invoke(main, ["check", "-"], input="It is is loud.\n")
    assert not list(cache_dir.glob("findings*"))


def test_a_damaged_cache_is_told_and_the_run_goes_on(cache_dir: Path) -> None:
    cache_dir.mkdir()
    (cache_dir / "findings-3.db").write_bytes(b"x" * 5000)
    result = run("check", "--select", "grammar")
    assert result.exit_code == 1
    assert "was damaged, so it is built again" in result.stderr
    assert run("check", "--select", "grammar").stderr == ""


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path / "a.md"))
    result = run("check", "--select", "grammar", "a.md")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("form", ["text", "json"])
def test_neither_processes_nor_the_cache_change_the_output(form: str) -> None:
    for number in range(9):
        text = "It is is loud.\n\n" * number + "It has a rating of on IMDb.\n"
        Path(f"{number}.md").write_text(text, encoding="utf-8")
    Path("bad.md").write_bytes(b"\xff")
    words = ["check", "--format", form, "--select", "grammar,claims"]
    plain = run(*words, "--no-cache", "--jobs", "1")
    assert plain.exit_code == 2
    run("check", "--select", "grammar,claims", "3.md", "5.md")  # a part of it in the cache
    for more in (["--no-cache", "--jobs", "3"], ["--jobs", "2"], ["--jobs", "1"], []):
        again = run(*words, *more)
        assert (again.stdout, again.stderr) == (plain.stdout, plain.stderr)


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("REVIEWLINT_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "expanduser", homeless)
    assert run("check", "--select", "grammar", "a.md").exit_code == 1
    result = run("cache", "info")
    assert result.exit_code == 2
    assert "Name a folder in REVIEWLINT_CACHE_DIR." in result.stderr


def test_commands_share_what_they_found(monkeypatch: pytest.MonkeyPatch) -> None:
    run("baseline", "write")
    monkeypatch.setattr("reviewlint.checking.pool.check_draft", None)  # nothing is left to check
    assert run("check", "--baseline", "reviewlint-baseline.jsonl", "--format", "json").exit_code == 0
