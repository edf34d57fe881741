"""Rule files and what is said of the mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.document import Kind
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Severity
from reviewlint.rules.registry import Rule
from reviewlint.rules.rule_file import load_rule
from tests.rules.conftest import HEAD, WriteRule

FIRST_LINE = len(HEAD) + 1  # the line on which a body starts
PATTERN = {"kind": '"pattern"'}


def read_all(path: Path) -> None:
    info = load_rule(path)
    assert info.bad is not None
    assert info.good is not None
    _ = Rule(info).check


def error_of(path: Path) -> ReviewlintError:
    """Return what is said of a rule file, whether on reading it, its examples or its patterns."""
    with pytest.raises(ReviewlintError) as caught:
        read_all(path)
    error = caught.value
    assert error.path == str(path)
    return error


def test_reads_what_the_file_says(write_rule: WriteRule) -> None:
    body = """
patterns = ['lamp']
preview = true
reads = ["heading"]
[options.max-lamps]
default = 3
doc = "Lamps that may burn."
[[bad]]
text = "A ⟦lamp⟧ and a ⟦lamp⟧."
[[good]]
text = "Dark."
facts = { name = "Lamp" }
format = "txt"
"""
    info = load_rule(write_rule(body, **PATTERN, fix='"none"', severity='"info"'))
    assert (info.name, info.group) == ("house/lamp", "house")
    assert info.severity == Severity.INFO
    assert info.preview
    assert info.precision is None
    assert info.reads == Kind.HEADING
    assert info.keys == {"patterns": ["lamp"]}
    assert info.options["max-lamps"].default == 3
    assert info.bad[0].text == "A lamp and a lamp."
    assert info.bad[0].spans == ((2, 6), (13, 17))
    assert info.good[0].facts == {"name": "Lamp"}
    assert info.good[0].format == "txt"


def test_reads_keys_that_follow_the_examples(write_rule: WriteRule) -> None:
    info = load_rule(write_rule('[[bad]]\ntext = "⟦x⟧"\n[options.high]\ndefault = 1\ndoc = "How high."\n'))
    assert list(info.options) == ["high"]


def test_reads_what_was_measured(write_rule: WriteRule) -> None:
    info = load_rule(write_rule(precision="{ right = 27, read = 30 }"))
    assert str(info.precision) == "27 of 30 findings read in published prose were right or useful"
    info = load_rule(write_rule(precision='{ right = 2, read = 3, on = "letters" }'))
    assert info.precision is not None
    assert info.precision.on == "letters"


@pytest.mark.parametrize("key", ["summary", "message", "why", "severity", "since", "kind"])
def test_a_missing_key(write_rule: WriteRule, key: str) -> None:
    assert error_of(write_rule(**{key: None})).message == f"The key “{key}” is missing."


@pytest.mark.parametrize(
    ("changes", "body", "line", "message", "hint"),
    [
        ({"sumary": '"x"'}, "", FIRST_LINE, "A code rule has no key “sumary”.", "Did you mean “summary”?"),
        ({"replace": '"x"'}, "", FIRST_LINE, "A code rule has no key “replace”.", "It belongs to kind = “pattern”."),
        ({"preview": '"yes"'}, "", FIRST_LINE, "“preview” must be true or false.", None),
        ({"reads": '"prose"'}, "", FIRST_LINE, "“reads” must be a list of texts.", None),
        ({"reads": '["pros"]'}, "", FIRST_LINE, "“pros” is not a kind of text.", "Did you mean “prose”?"),
        ({"fix": '"save"'}, "", FIRST_LINE, "“save” is not a kind of fix.", "Did you mean “safe”?"),
        ({"fix": '"x"'}, "", FIRST_LINE, "“x” is not a kind of fix.", "There are safe, unsafe, none."),
        ({"kind": '"patern"'}, "", 6, "“patern” is not a kind of rule.", "Did you mean “pattern”?"),
        ({"severity": '"warn"'}, "", 4, "“warn” is not a severity.", "Did you mean “warning”?"),
        ({"severity": "3"}, "", 4, "“severity” must be a text.", None),
        ({"since": '"soon"'}, "", 5, "“soon” is not a version such as “0.1”.", None),
        ({"precision": "{ right = 3 }"}, "", FIRST_LINE, None, None),
        ({"precision": "{ right = 3, read = 2 }"}, "", FIRST_LINE, None, None),
        ({"precision": "{ right = 0, read = 0 }"}, "", FIRST_LINE, None, None),
        ({"precision": "{ right = 1.5, read = 2 }"}, "", FIRST_LINE, None, None),
        ({"precision": "{ rihgt = 1, read = 2 }"}, "", FIRST_LINE, None, "Did you mean “right”?"),
        ({"why": '" "'}, "", 3, "“why” is empty.", None),
        ({"message": '"{a b}"'}, "", 2, "The message has a slot “{a b}” without a plain name.", None),
        ({}, "[options]\nLoud = 1\n", 8, "An option cannot be named “Loud”.", "Small letters, hyphens between words."),
        ({}, "[options.loud]\ndefault = 1\n", 7, "The option “loud” has no “doc”.", None),
        ({}, "[options.loud]\ndoc = 'x'\n", 7, "The option “loud” has no “default”.", None),
        ({}, "[options.x]\ndefault=1\ndoc='d'\nmax=2\n", 10, "An option has no key “max”.", None),
        ({}, "[options.x]\ndefault={}\ndoc='d'\n", 8, None, None),
    ],
)
def test_a_mistake_in_the_head(
    write_rule: WriteRule, changes: dict[str, str], body: str, line: int, message: str | None, hint: str | None
) -> None:
    error = error_of(write_rule(body, **changes))
    assert (error.line, error.hint) == (line, hint)
    assert message is None or error.message == message


@pytest.mark.parametrize(
    ("changes", "body", "line", "message"),
    [
        (PATTERN, "", None, "The key “patterns” is missing."),
        (PATTERN, "patterns = []\n", 7, "“patterns” is empty."),
        (PATTERN, "patterns = [1]\n", 7, "“patterns” must be a list of texts."),
        (PATTERN, "patterns = [\n'a',\n'(b',\n]\n", 9, "The pattern “(b” is not RE2, at character 1: missing ): (b."),
        (PATTERN, "patterns = ['a']\nreplace = '{x}'\n", 8, "“replace” uses a group “x” that no pattern has."),
        (PATTERN, "patterns = ['a']\nreplace = '{}'\n", 8, "“replace” has a brace without a name in it."),
        (PATTERN, "patterns = ['(?P<x>a)']\nreplace = '{x.bold}'\n", 8, "“replace” asks for “{x.bold}”."),
        (PATTERN, "patterns = ['(?P<end>a)']\n", 7, None),
        (PATTERN, "patterns = ['a']\nfix = 'safe'\n", 8, None),
        (PATTERN | {"message": '"{x}"'}, "patterns = ['a']\n", 2, "Nothing fills the slot “{x}” of the message."),
        (PATTERN | {"message": '"{replace}"'}, "patterns = ['a']\n", 2, None),
        (PATTERN | {"message": '"{"'}, "patterns = ['a']\n", 2, None),
        ({"kind": '"swap"'}, "swap = { a = 1 }\n", 7, None),
        ({"kind": '"swap"'}, "[swap]\na = 'b'\n'b, c' = 'd'\n", 9, "“b, c” must be words with one blank between them."),
        ({"kind": '"swap"'}, "unless = ['a  b']\nswap = { a = 'b' }\n", 7, None),
        ({"kind": '"occurrence"'}, "patterns = ['a']\nmax = true\n", 8, "“max” must be a whole number."),
        ({"kind": '"occurrence"'}, "patterns = ['a']\nmax = -1\n", 8, "“max” must be 0 or more."),
        ({"kind": '"occurrence"'}, "patterns = ['a']\nper = 'page'\n", 8, "“per” cannot be “page”."),
        ({"kind": '"occurrence"'}, "patterns = ['a']\nfix = 'safe'\n", 8, None),
        ({"kind": '"consistency"'}, "sets = ['a']\n", 7, "“sets” must be a list of lists of texts."),
        ({"kind": '"consistency"'}, "sets = [['a', 'b'],\n['a']]\n", 8, "A set needs two alternatives or more."),
        ({"kind": '"consistency"'}, "sets = [['a|b', 'c']]\n", 7, None),
        ({"kind": '"code"'}, "", 6, "There is no module reviewlint.rules.house.lamp with the code of this rule."),
    ],
)
def test_a_mistake_in_the_keys_of_a_kind(
    write_rule: WriteRule, changes: dict[str, str], body: str, line: int | None, message: str | None
) -> None:
    error = error_of(write_rule(body, **changes))
    assert error.line == line
    assert message is None or error.message == message


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("[[bad]]\ntxt = 'x'\n", 8, "An example has no key “txt”."),
        ("[[bad]]\nformat = 'md'\n", 7, "This example has no “text”."),
        ("[[bad]]\ntext = 'x'\n", 7, "A bad example marks what is wrong with ⟦ and ⟧."),
        ("[[bad]]\ntext = '⟦x'\n", 8, "There is a ⟦ without its ⟧."),
        ("[[bad]]\ntext = 'x⟧'\n", 8, "There is a ⟧ without its ⟦."),
        ("[[bad]]\ntext = '⟦⟦x⟧⟧'\n", 8, "There is a second ⟦ before the first is closed."),
        ("[[bad]]\ntext = '⟦x⟧'\n[[bad]]\ntext = 3\n", 10, "“text” of an example must be a text."),
        ("[[bad]]\ntext = '⟦x⟧'\nbecomes = 'y'\n", 9, "“becomes” has no place here: the rule fixes nothing."),
        ("[[bad]]\ntext = '⟦x⟧'\nformat = 'docx'\n", 9, "“docx” is not a format of drafts."),
        ("[[bad]]\ntext = '⟦x⟧'\noptions = { a = 1 }\n", 9, "The rule has no option “a”."),
        ("[[good]]\ntext = '⟦x⟧'\n", 7, "A good example must have nothing marked with ⟦ and ⟧."),
    ],
)
def test_a_mistake_in_an_example(write_rule: WriteRule, body: str, line: int, message: str) -> None:
    error = error_of(write_rule(body))
    assert (error.line, error.message) == (line, message)


def test_becomes_is_without_marks(write_rule: WriteRule) -> None:
    path = write_rule("[[bad]]\ntext = '⟦x⟧'\nbecomes = '⟦y⟧'\n", fix='"safe"')
    assert error_of(path).message == "“becomes” is the text as it should be, without marks."


def test_lookaround_gets_a_hint(write_rule: WriteRule) -> None:
    hint = error_of(write_rule("patterns = ['(?<=a)b']\n", **PATTERN)).hint
    assert hint is not None
    assert "not_when" in hint


def test_no_toml(write_rule: WriteRule) -> None:
    error = error_of(write_rule("patterns = [\n", **PATTERN))
    assert error.message.startswith("This rule is not TOML")
    assert error.line is not None


def test_no_text(tmp_path: Path) -> None:
    path = tmp_path / "house" / "lamp.toml"
    path.parent.mkdir()
    path.write_bytes(b"summary = '\xff'")
    assert error_of(path).message == "This rule is not UTF-8."
    assert error_of(path.with_name("none.toml")).message.startswith("This rule cannot be read")


@pytest.mark.parametrize("name", ["house/Lamp", "house/two_lamps", "My House/lamp"])
def test_a_name_that_is_none(write_rule: WriteRule, name: str) -> None:
    error = error_of(write_rule(name=name))
    assert "cannot be part of a rule's name" in error.message
    assert error.hint is not None
