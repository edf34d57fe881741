"""Configuration: found, read, put together, and wrong in every way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewlint.config.files import DEFAULTS, Config, find_config, last, matches
from reviewlint.config.keys import FOR_SOME, SETTINGS
from reviewlint.errors import ReviewlintError


def put(folder: Path, text: str, name: str = "reviewlint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def values(config: Config, draft: Path, key: str) -> list[Any]:
    return [layer.values[key] for layer in config.for_draft(draft) if key in layer.values]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder at which the search for a configuration ends."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_without_a_file_the_defaults_hold(site: Path) -> None:
    config = find_config(site)
    assert config.path is None
    assert config.layers == (DEFAULTS,)
    assert last(config.layers, "fail-on") == "warning"


def test_the_nearest_file_counts_and_no_other(site: Path) -> None:
    put(site, 'ignore = ["claims"]')
    near = put(site / "music", 'fail-on = "error"')
    config = find_config(site / "music" / "2024" / "may")
    assert config.path == near
    assert values(config, site / "music" / "x.md", "ignore") == [[]]


def test_it_stands_in_pyproject_too(site: Path) -> None:
    path = put(site, '[project]\nname = "x"\n[tool.reviewlint]\nignore = ["claims"]\n', "pyproject.toml")
    config = find_config(site / "drafts")
    assert config.path == path
    assert config.layers[1].origin("ignore", 0).line == 4


def test_our_own_file_goes_before_pyproject(site: Path) -> None:
    put(site, "[tool.reviewlint]", "pyproject.toml")
    assert find_config(site).path == put(site / "drafts", "").parent.parent / "pyproject.toml"
    assert find_config(site / "drafts").path == site / "drafts" / "reviewlint.toml"
    put(site / "both", "[tool.reviewlint]", "pyproject.toml")
    assert put(site / "both", "") == find_config(site / "both").path


@pytest.mark.parametrize("text", ['[project]\nname = "x"', "[tool.ruff]\n", "this is no TOML", "# reviewlint\n[tool"])
def test_a_pyproject_of_others_is_none_of_ours(site: Path, text: str) -> None:
    put(site, text, "pyproject.toml")
    assert find_config(site).path is None


def test_the_search_ends_at_the_top_of_a_repository(site: Path) -> None:
    put(site, 'ignore = ["claims"]')
    (site / "inner" / ".git").mkdir(parents=True)
    assert find_config(site / "inner" / "drafts").path is None


def test_the_search_ends_at_home(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, 'ignore = ["claims"]')
    monkeypatch.setattr("reviewlint.config.files._home", lambda: site / "user")
    assert find_config(site / "user" / "drafts").path is None


def test_extend_brings_in_another_file_below_ours(site: Path) -> None:
    put(site / "shared", 'fail-on = "error"\nignore = ["claims"]', "base.toml")
    put(site / "films", 'extend = "../shared/base.toml"\nignore = ["facts"]')
    config = find_config(site / "films")
    assert values(config, site / "films" / "x.md", "ignore") == [[], ["claims"], ["facts"]]
    assert last(config.layers, "fail-on") == "error"


def test_tables_for_some_drafts(site: Path) -> None:
    put(site, 'fail-on = "info"\n[[per-file]]\nfiles = ["music/", "*.txt"]\nfail-on = "error"\n')
    config = find_config(site)
    for draft, fail_on in (("music/x.md", "error"), ("film/music.txt", "error"), ("film/x.md", "info")):
        assert last(config.for_draft(site / draft), "fail-on") == fail_on


def test_what_is_excluded_is_seen_from_its_file(site: Path) -> None:
    put(site, 'exclude = ["/old", "*.draft.md"]')
    config = find_config(site)
    assert config.excludes(site / "old", folder=True)
    assert config.excludes(site / "a" / "x.draft.md", folder=False)
    assert not config.excludes(site / "a" / "old", folder=True)
    assert not config.excludes(site.parent / "old", folder=True)


@pytest.mark.parametrize("text", ["[tool.reviewlint]\nselect = [", '[tool.ruff]\na = "\n[tool.reviewlint.facts]\n'])
def test_a_broken_file_that_has_our_table_is_told(site: Path, text: str) -> None:
    put(site, text, "pyproject.toml")
    with pytest.raises(ReviewlintError, match="This is not TOML"):
        find_config(site)


def test_a_pattern_may_begin_as_a_shell_completes_it(site: Path) -> None:
    put(site, 'exclude = ["./old/", "./x.md"]\n[[per-file]]\nfiles = ["./a/"]\nignore = ["all"]')
    config = find_config(site)
    assert config.excludes(site / "old", folder=True)
    assert config.excludes(site / "x.md", folder=False)
    assert not config.excludes(site / "a" / "x.md", folder=False)
    assert last(config.for_draft(site / "a" / "b.md"), "ignore") == ["all"]


def test_patterns_do_not_reach_above_their_folder(tmp_path: Path) -> None:
    assert matches(tmp_path / "a" / "x.md", tmp_path / "a", ("x.md",))
    assert not matches(tmp_path / "x.md", tmp_path / "a", ("x.md",))


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ('# c\nselcet = ["all"]', 2, "“selcet” is not a key", "“select”"),
        ('fail-on = "warnings"', 1, "“fail-on” is one of “info”, “warning”, “error”", "“warning”"),
        ("fail-on = 3", 1, "“fail-on” is one of", None),
        ('\nselect = "all"', 2, "“select” must be a list of strings", 'Write ["all"].'),
        (r"exclude = ['old\\']", 1, "with / between folders: one with \\ fits nothing", None),
        (r"exclude = ['old\\drafts']", 1, "with / between folders", None),
        ("[[per-file]]\nfiles = ['a\\\\b']", 2, "“files” must be a list of patterns", None),
        ("ignore = [1]", 1, "“ignore” must be a list of strings", None),
        ("rules = []", 1, "“rules” must be a table of tables", None),
        ("accept = 1", 1, "“accept” must be a list of words or the name of a file", None),
        ('english = "english"', 1, "“english” is one of “auto”, “us”, “gb”", None),
        ('reader = "large"', 1, "“reader” is one of “on”, “off”", None),
        ("extend = 1", 1, "“extend” must be a string", None),
        ('a = 1\nextend = "none.toml"', 1, "“a” is not a key", None),
        ('\nextend = "none.toml"', 2, "There is no file none.toml to extend", None),
        ('extend = "reviewlint.toml"', None, "extends itself", None),
        ('[[per-file]]\nfiles = ["x"]\n\nexclude = []', 4, "“exclude” is not a key of a per-file table", None),
        ('[[per-file]]\nfiles = ["x"]\nfail_on = "info"', 3, "“fail_on” is not a key", "“fail-on”"),
        ('[[per-file]]\nignore = ["x"]', 1, "says which drafts it is for", "files"),
        ("per-file = 1", 1, "“per-file” must be tables", None),
        ('[facts]\nkeyz = { a = "b" }', 2, "“keyz” is not a key of [facts]", "“keys”"),
        ("[facts]\nrating-scale = 0", 2, "“rating-scale” must be the best rating", None),
        ("[facts]\n[facts.keys]\na = 1", 2, "“keys” must be a table of strings", None),
        ("a = [", 1, "This is not TOML", None),
        ("a = 1\na = 2", 2, "This is not TOML", None),
    ],
)
def test_a_slip_is_named_with_its_line(site: Path, text: str, line: int | None, message: str, hint: str | None) -> None:
    put(site, text)
    with pytest.raises(ReviewlintError) as caught:
        find_config(site)
    assert message in caught.value.message
    assert caught.value.line == line
    assert (caught.value.path or "").endswith("reviewlint.toml")
    if hint is not None:
        assert hint in (caught.value.hint or "")


def test_a_file_that_is_not_utf8_is_named(site: Path) -> None:
    (site / "reviewlint.toml").write_bytes(b"ignore = ['\xff']")
    with pytest.raises(ReviewlintError, match="cannot be read"):
        find_config(site)


def test_a_byte_order_mark_is_no_fault(site: Path) -> None:
    (site / "reviewlint.toml").write_bytes(b'\xef\xbb\xbffail-on = "info"')
    assert last(find_config(site).layers, "fail-on") == "info"


def test_every_setting_has_a_sentence() -> None:
    assert all(setting.doc.endswith(".") for setting in SETTINGS.values())
    assert set(FOR_SOME) - {"files"} <= set(SETTINGS)
