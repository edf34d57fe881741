"""What runs keep for the next: compiled patterns, and tables of rules."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.kept import file, forget, kept_between_runs, memory, remembered

PATTERNS = (
    (r"(?P<first>[A-ZÀ-Þ]\w+) (?:and|&) (?P<second>[^\W\d_]{3,})", 0),
    (r"(?i)\b(?:colou?r|gr[ae]y)\b|(\d+)\1", 0),
    (r"^\s*#(?=\S)|(?<!\w)’s\b|[^\t\n -퟿\U00010000-\U0010ffff]", re.MULTILINE),
    (r"a b  # spaced", re.VERBOSE | re.IGNORECASE),
)
TEXT = "# Ana and Bruno\n#Éva & Gray’s grey COLOUR 1212 ’s ab\n"


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    re.purge()  # else `re` itself remembers it
    return re.compile(source, flags)


def found(pattern: re.Pattern[str]) -> list[tuple[object, ...]]:
    return [(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(TEXT)]


@pytest.mark.parametrize(("source", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_pattern(source: str, flags: int) -> None:
    fresh = compiled(source, flags)
    for _ in ("made", "kept"):
        with kept_between_runs():
            kept = compiled(source, flags)
        assert kept == fresh
        assert (kept.pattern, kept.flags, kept.groups) == (fresh.pattern, fresh.flags, fresh.groups)
        assert dict(kept.groupindex) == dict(fresh.groupindex)
        assert found(kept) == found(fresh)


@given(st.from_regex(r"[a-c.(|)*+?\\dw\[\]^-]{0,12}", fullmatch=True), st.text("abc1 -", max_size=20))
def test_any_pattern_matches_as_ever_or_fails_as_ever(source: str, text: str) -> None:
    def outcome() -> object:
        try:
            return [match.span() for match in compiled(source).finditer(text)]
        except (re.error, FutureWarning) as error:
            return str(error)

    as_ever = outcome()
    with kept_between_runs():
        assert outcome() == as_ever
        assert outcome() == as_ever


def test_the_second_run_compiles_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_between_runs():
        compiled("k(e)pt")

    def never(*_: object) -> None:
        raise AssertionError("it was there")

    monkeypatch.setattr("re._parser.parse", never)
    with kept_between_runs():
        assert compiled("k(e)pt").search("is kept") is not None
    with pytest.raises(AssertionError):
        compiled("k(e)pt")  # outside, Python compiles by itself


def test_a_pattern_of_bytes_is_compiled_as_ever() -> None:
    with kept_between_runs():
        re.purge()
        assert re.compile(rb"a(b)").search(b"xab") is not None


@pytest.mark.parametrize("damage", [b"", b"\0\0\0", b"not ours at all", None])
def test_a_damaged_file_is_as_none(cache_dir: Path, damage: bytes | None) -> None:
    with kept_between_runs():
        compiled("a+")
    (kept,) = cache_dir.glob("kept-*.bin")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert file.read() == {}
    with kept_between_runs():
        assert compiled("a+").search("caat")[0] == "aa"  # type: ignore[index]
    assert file.read() != {}


def test_code_that_no_python_made_is_not_used() -> None:
    with kept_between_runs():
        compiled("a+")
        key = ("pattern", "a+", 0)
        code = remembered(key, lambda: None)
        memory._kept[key] = (code[0], b"\xff\xff\xff\xff" * 9, *code[2:])  # type: ignore[index]
        assert compiled("a+").search("caat")[0] == "aa"  # type: ignore[index]


def test_what_another_python_kept_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_between_runs():
        compiled("a+")
    monkeypatch.setattr(file, "_OWNER", "another Python")
    assert file.read() == {}


def test_where_nothing_can_be_written_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path / "a file"))
    with kept_between_runs():
        compiled("a+")
    assert capfd.readouterr() == ("", "")


def test_of_too_much_the_newest_run_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 3)
    with kept_between_runs():
        remembered(("number", 1), lambda: 1)
        remembered(("number", 2), lambda: 2)
    with kept_between_runs():
        for number in (2, 3, 4):
            remembered(("number", number), lambda number=number: number)
    assert {key[1] for key in file.read() if key[0] == "number"} == {2, 3, 4}


def test_forgotten_is_gone_and_stays_so(cache_dir: Path) -> None:
    with kept_between_runs():
        compiled("a+")
    with kept_between_runs():
        forget()
        compiled("b+")
    assert not any(cache_dir.iterdir())


def test_a_rule_that_changed_is_read_anew(tmp_path: Path) -> None:
    rule = tmp_path / "rules" / "house" / "film.toml"
    rule.parent.mkdir(parents=True)
    draft = tmp_path / "draft.md"
    draft.write_text("A flick, and a movie.\n", encoding="utf-8")
    (tmp_path / "reviewlint.toml").write_text('rule-folders = ["rules"]\n', encoding="utf-8")

    def said(word: str) -> str:
        rule.write_text(
            f'summary = "x"\nmessage = "No “{{match}}”."\nwhy = "x"\nseverity = "warning"\nsince = "0.1"\n'
            f'kind = "phrase"\nphrases = ["{word}"]\n'
            f'[[bad]]\ntext = "A {word}."\nat = "{word}"\n[[good]]\ntext = "A film."\n',
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "reviewlint", "check", "--no-cache", "--select", "house", "draft.md"]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
        return run.stdout + run.stderr

    assert "No “flick”." in said("flick")
    assert "No “flick”." in said("flick")
    assert "No “movie”." in said("movie")
