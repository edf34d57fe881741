"""What is printed is obeyed by no terminal and no runner of a CI."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.report.guard import guarded, guarded_diff, json_text, xml_text

PIECES = ["::", "error", "##[", "##vso[", "##TeamCity[", "#", ":", " ", "\u00a0", "\t", "\n", "\r", "\x1b[31m"]
MORE = ["\x1b]0;", "\x07", "\x9b", "\u202e", "\u2028", "é", "a"]
TEXTS = st.lists(st.sampled_from(PIECES + MORE), max_size=20).map("".join)


def is_obeyed(text: str) -> bool:
    """Tell whether a line of an output is a command, as the runners of GitHub, Azure and TeamCity read it."""
    lines = re.split(r"\r\n|[\r\n]", text)
    return any(line.lstrip().startswith("::") or re.search(r"(?i)##(?:vso|teamcity)?\[", line) for line in lines)


def has_controls(text: str) -> bool:
    return bool(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e]", text))


@given(TEXTS)
def test_nothing_is_obeyed(text: str) -> None:
    said = guarded(text)
    assert not is_obeyed(said)
    assert not has_controls(said)
    assert said.count("\n") == text.count("\n")
    assert guarded(said) == said


@given(TEXTS)
def test_colours_stay_and_nothing_else(text: str) -> None:
    said = guarded(text, colour=True)
    assert said.count("\x1b[31m") == text.count("\x1b[31m")
    assert not has_controls(said.replace("\x1b[31m", ""))


@pytest.mark.parametrize("text", ["", "One: two.\n", "a::b\n", "“Né”: – \t x\n", "# A heading\n## [b]\n"])
def test_an_ordinary_text_stays(text: str) -> None:
    assert guarded(text) == guarded_diff(text) == xml_text(text) == text


@given(TEXTS)
def test_json_means_the_same(text: str) -> None:
    for indent in (None, 2):
        said = json_text({text: [text]}, indent)
        assert json.loads(said) == {text: [text]}
        assert not is_obeyed(said)
        assert not has_controls(said)


@given(TEXTS.filter(lambda text: not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)))
def test_xml_means_the_same(text: str) -> None:
    element = ElementTree.Element("a", b=text)
    element.text = text
    said = xml_text(ElementTree.tostring(element, encoding="unicode"))
    read = ElementTree.fromstring(said)
    assert (read.text or "", read.get("b")) == (text, text)
    assert not any(line.lstrip().startswith("::") for line in said.split("\n"))


def test_a_diff_keeps_the_ends_of_its_lines() -> None:
    assert guarded_diff("-a\r\n+b\rc\r\n ::x\r\n") == "-a\r\n+b␍c\r\n : :x\r\n"
