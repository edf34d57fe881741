"""What is wrong with a head, in plain words: parsers speak of tokens and streams."""

from __future__ import annotations

import re

_PAIR = re.compile(r"[ \t-]*(?P<key>[\w\"'@.-]+)[ \t]*:[ \t]+(?P<value>\S.*?)[ \t]*$")
_TOML_PLACE = re.compile(r"\s*\(at (?:line \d+, column \d+|end of document)\)")


def yaml_fault(problem: str, line: str) -> str:
    """Return what is wrong with a line of YAML, as the end of a sentence: what the parser says, in other words."""
    pair = _PAIR.match(line)
    key, value = (pair["key"], pair["value"]) if pair else ("", "")
    if "mapping values are not allowed" in problem:
        if pair and re.search(r":(?:\s|$)", value):
            return f"a value with a colon in it needs quotation marks. Write {key}: {_quoted(value)}"
        return "this line is indented further than the one before it"
    if "tab character" in problem or ("cannot start any token" in problem and line.startswith("\t")):
        return "this line is indented with a tab, which has to be spaces"
    if "cannot start any token" in problem or "undefined alias" in problem:
        if value:
            return f"a value that begins with {value[0]} needs quotation marks. Write {key}: {_quoted(value)}"
    elif "end of stream" in problem:
        return "the quotation marks that open here are never closed"
    elif "expected key" in problem and value[:1] in ("'", '"'):
        return "there is text after the quotation marks that close the value"
    elif re.search(r"expected ',' or '[\]}]'", problem):
        return "the bracket that opens here is never closed"
    elif "expected ':'" in problem:
        return "this line has no colon"
    elif "escape character" in problem:
        return "a backslash between double quotation marks has to be doubled, or the marks have to be single"
    return problem


def _quoted(value: str) -> str:
    return f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"


def toml_fault(problem: str) -> str:
    """Return what is wrong with TOML, without its place, which counts from the head's first line."""
    plain = _TOML_PLACE.sub("", problem)
    return "the quotation marks of this value are never closed" if r"character '\n'" in plain else plain
