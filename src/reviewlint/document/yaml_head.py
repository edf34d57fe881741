"""YAML values with their places."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from reviewlint.document.model import FrontValue
from reviewlint.finding import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40


def yaml_values(text: str, start: int, end: int) -> tuple[list[FrontValue], tuple[str, int] | None]:
    """Return the scalars of the YAML in `text[start:end]`; or none, and what is wrong with the line it is in."""
    head = text[start:end]
    first = text.count("\n", 0, start) + 1
    try:
        node = yaml.compose(head, Loader=_LOADER)
        return list(_scalars(node, "", head, start, frozenset(), 0)), None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first + (mark.line if mark else 0)
        return [], (f"The front matter is not YAML: {error.problem or error.context}.", line)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = str(error).splitlines()[0]
        return [], (f"The front matter is not YAML: {reason}.", first)


def _scalars(
    node: yaml.Node | None, key: str, head: str, base: int, above: frozenset[int], depth: int
) -> Iterator[FrontValue]:
    """Yield the scalars of a node; an anchor within itself, or nesting without end, is left out."""
    if node is None or id(node) in above or depth > _DEEPEST:
        return
    inside = above | {id(node)}
    if isinstance(node, yaml.ScalarNode):
        yield FrontValue(key, node.value, _span(node, head, base))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key, head, base, inside, depth + 1)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            under = f"{key}.{name.value}" if key else str(name.value)
            yield from _scalars(value, under, head, base, inside, depth + 1)


def _span(node: yaml.ScalarNode, head: str, base: int) -> Span:
    """Return the place of a scalar's text, without its quotes or its block mark."""
    begin, end = node.start_mark.index, node.end_mark.index
    if node.style in ("'", '"'):
        begin, end = begin + 1, end - 1
    elif node.style in ("|", ">"):
        line = head.find("\n", begin)
        begin = line + 1 if line != -1 else end
        begin += len(head[begin:end]) - len(head[begin:end].lstrip())
        end = begin + len(head[begin:end].rstrip())
    return Span(base + begin, base + max(begin, end))
