"""The head of a draft: YAML or TOML values with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from reviewlint.document.model import FrontValue
from reviewlint.document.source import Source
from reviewlint.finding import Span

_HEAD = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<head>.*?)(?:\r?\n)?(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values, and the source offset at which the body starts (0 without front matter)."""

    values: tuple[FrontValue, ...] = ()
    end: int = 0


def read_front_matter(source: Source) -> FrontMatter:
    """Return the front matter of a draft; broken YAML yields its extent without values."""
    match = _HEAD.match(source.text)
    if match is None:
        return FrontMatter()
    if match["fence"] == "+++":
        return FrontMatter((), match.end())
    try:
        node = yaml.compose(match["head"], Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return FrontMatter((), match.end())
    return FrontMatter(tuple(_yaml_values(node, "", match.start("head"))), match.end())


def _yaml_values(node: yaml.Node | None, key: str, base: int) -> Iterator[FrontValue]:
    if isinstance(node, yaml.ScalarNode):
        span = Span(base + node.start_mark.index, base + node.end_mark.index)
        yield FrontValue(key, node.value, span)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _yaml_values(item, key, base)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _yaml_values(value, f"{key}.{name.value}" if key else str(name.value), base)
