"""`reviewlint accept` and `reviewlint ignore`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.config.files import find_config, forget_configs
from reviewlint.config.setup import accepted_words, set_up


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with a draft in a folder the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "a.md").write_text("It is is loud.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def text(name: str = "reviewlint.toml") -> str:
    return Path(name).read_text(encoding="utf-8")


def put(name: str, content: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    forget_configs()


def test_a_configuration_is_begun() -> None:
    result = run("accept", "metroidvania", "Nausicaä")
    assert result.stdout == "reviewlint.toml accepts metroidvania, Nausicaä.\n"
    assert tomllib.loads(text()) == {"accept": ["metroidvania", "Nausicaä"]}
    assert accepted_words(find_config(Path()).layers) == ["metroidvania", "Nausicaä"]


def test_the_rest_stays_as_it_is() -> None:
    put("reviewlint.toml", '# ours\naccept = ["one"]  # of us\n\n[rules."grammar/doubled-word"]\nseverity = "info"\n')
    run("accept", "two", "one", "two")
    assert text() == '# ours\naccept = ["one", "two"]  # of us\n\n[rules."grammar/doubled-word"]\nseverity = "info"\n'


def test_a_file_of_words_gets_them() -> None:
    put("reviewlint.toml", 'accept = "words.txt"\n')
    put("words.txt", "# ours\none")
    assert run("accept", "two words", "one").stdout == "words.txt accepts two words, one.\n"
    assert text("words.txt") == "# ours\none\ntwo words\n"
    assert text() == 'accept = "words.txt"\n'


def test_pyproject_is_written_where_it_has_our_table() -> None:
    put("pyproject.toml", '[tool.reviewlint.rules."grammar/doubled-word"]\nseverity = "info"\n\n[tool.other]\nx = 1\n')
    run("accept", "one")
    run("ignore", "doubled-word", "--file", "music/a.md")
    table = tomllib.loads(text("pyproject.toml"))["tool"]
    assert table["reviewlint"]["accept"] == ["one"]
    assert table["reviewlint"]["per-file"] == [{"files": ["/music/a.md"], "ignore": ["grammar/doubled-word"]}]
    assert table["other"] == {"x": 1}


def test_a_rule_is_left_out_in_one_draft() -> None:
    result = run("ignore", "doubled-word", "--file", "music/a.md")
    assert result.stdout == "reviewlint.toml ignores grammar/doubled-word in music/a.md.\n"
    assert run("check", "--select", "grammar", "music/a.md").exit_code == 0
    run("ignore", "typography", "--file", "music/a.md")
    assert tomllib.loads(text())["per-file"] == [
        {"files": ["/music/a.md"], "ignore": ["grammar/doubled-word", "typography"]}
    ]


@pytest.mark.parametrize("name", ["what [is] this*.md", "a b?.md", "#1.md"])
def test_a_strange_name_means_itself(name: str) -> None:
    Path(name).write_text("It is is loud.\n", encoding="utf-8")
    assert run("ignore", "grammar/doubled-word", "--file", name).exit_code == 0
    layers = find_config(Path()).for_draft(Path(name))
    assert "grammar/doubled-word" not in {rule.info.name for rule in set_up(layers).rules}
    other = find_config(Path()).for_draft(Path("music/a.md"))
    assert "grammar/doubled-word" in {rule.info.name for rule in set_up(other).rules}


def test_a_rule_is_left_out_in_a_folder_or_everywhere() -> None:
    run("ignore", "doubled-word", "--file", "music")
    assert tomllib.loads(text())["per-file"][0]["files"] == ["/music/"]
    run("ignore", "readability")
    assert tomllib.loads(text())["ignore"] == ["readability"]


def test_tables_on_one_line_stay_so() -> None:
    put("reviewlint.toml", 'per-file = [{files = ["x/"], ignore = ["grammar"]}]\n')
    run("ignore", "doubled-word", "--file", "music/a.md")
    assert len(tomllib.loads(text())["per-file"]) == 2


def test_a_long_list_is_written_line_by_line() -> None:
    put("reviewlint.toml", "")
    run("accept", *(f"word-number-{number}" for number in range(20)))
    assert text().count("\n") > 20


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ignore", "doubld-word"], "There is no rule or group"),
        (["ignore", "doubled-word", "--file", "none.md"], "There is no such file"),
        (["accept"], "Missing argument"),
    ],
)
def test_slips_change_nothing(words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, Path("reviewlint.toml").exists()) == (2, False)
    assert said in result.stderr


def test_a_configuration_that_is_no_toml_stays_as_it_is() -> None:
    put("reviewlint.toml", "accept = [\n")
    assert run("accept", "one").exit_code == 2
    assert text() == "accept = [\n"
