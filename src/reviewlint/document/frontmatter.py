"""The head of a draft: where it ends, its values with their places, and the text in it that is meant for readers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewlint.document import json_head
from reviewlint.document.builder import ViewBuilder
from reviewlint.document.model import FrontValue
from reviewlint.document.source import Source
from reviewlint.document.toml_head import toml_values
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_FENCE = re.compile(r"(?P<fence>-{3,}|\+\+\+)[ \t]*(?P<line>\r\n|\n|\r)")
_KEY_LINE = re.compile(r"[\w\"'@.-]+[ \t]*:(?:[ \t]|$)|[ \t]+\S|[ \t]*#|-[ \t]|[ \t]*$|[}\]]|\.\.\.$")
_KEY = re.compile(r"[\w\"'@.-]+[ \t]*:(?:\s|\Z)")
# A Pelican or MultiMarkdown head opens with one of these; "Verdict: see it" is the first line of a text.
_PLAIN_HEAD = re.compile(
    r"(?:title|date|author|authors|slug|category|tags|template|status|layout|summary)[ \t]*:", re.I
)
_PLAIN_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*$")
_PLAIN_END = re.compile(r"-{3,}[ \t]*")  # Hexo does without the line that opens a head
# Keys whose values are prose for readers, wherever they stand in a head.
READER_KEYS = frozenset(
    "review summary description blurb pullquote excerpt tldr synopsis plot verdict introduction intro leader lead "
    "text body content review_text twitter_text subtitle standfirst abstract".split()
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values, the source offset at which the body starts (0 without a head), and what is wrong with the head.

    A problem is a sentence and the line it is about.
    """

    values: tuple[FrontValue, ...] = ()
    end: int = 0
    problems: tuple[tuple[str, int], ...] = ()


def read_front_matter(source: Source) -> FrontMatter:
    """Return the front matter of a draft: YAML between ---, TOML between +++, JSON, or lines of `Key: value`."""
    text = source.text
    if json_head.OPENS.match(text):
        found, end, fault = json_head.json_values(text)
        return FrontMatter(tuple(found), end, (fault,) if fault else ())
    fence = _FENCE.match(text)
    if fence is None:
        return _plain_head(text) if _PLAIN_HEAD.match(text) else FrontMatter()
    close = _closing(text, fence["fence"], fence.end())
    if close is None:
        return FrontMatter()
    head, end = close
    if fence["fence"] == "+++":
        values, problem = toml_values(text, fence.end(), head)
        return FrontMatter(tuple(values), end, (problem,) if problem else ())
    if not _is_yaml_head(text[fence.end() : head]):
        return FrontMatter()
    return _yaml_heads(text, fence.end(), head, end)


def _closing(text: str, fence: str, start: int) -> tuple[int, int] | None:
    """Return where the head ends and where the body starts, or None without a closing fence."""
    mark = r"(?:---|\.\.\.)" if fence == "---" else re.escape(fence)
    close = re.compile(rf"^{mark}[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE).search(text, start)
    return (close.start(), close.end()) if close else None


def _is_yaml_head(head: str) -> bool:
    """Tell whether lines between two fences read as keys: a text may also start with a rule."""
    lines = head.splitlines()
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return not first or bool(_KEY.match(first)) or first.startswith(("{", "- ", "["))


def _yaml_heads(text: str, start: int, head: int, end: int) -> FrontMatter:
    """Return the values of a YAML head, and of those that follow it at once."""
    from reviewlint.document.yaml_head import yaml_values  # PyYAML is imported for drafts that have a head

    values, problem = yaml_values(text, start, head)
    problems = [problem] if problem else []
    while True:
        again = _FENCE.match(text, end)  # a document of YAML may end, and another begin
        begin = again.end() if again and again["fence"] == "---" else end
        close = _closing(text, "---", begin)
        if close is None or not _all_keys(text[begin : close[0]]):
            break
        more, problem = yaml_values(text, begin, close[0])
        if problem or not more:
            break
        values += more
        end = close[1]
    return FrontMatter(tuple(values), end, tuple(problems))


def _all_keys(chunk: str) -> bool:
    lines = chunk.splitlines()
    return bool(chunk.strip()) and bool(_KEY.match(chunk.lstrip())) and all(map(_KEY_LINE.match, lines))


def _plain_head(text: str) -> FrontMatter:
    values: list[FrontValue] = []
    end = 0
    for line in re.finditer(r"[^\r\n]*(?:\r\n|\n|\r|\Z)", text):
        content = line.group().rstrip("\r\n")
        if not content.strip() or _PLAIN_END.fullmatch(content):
            return FrontMatter(tuple(values), line.end()) if len(values) > 1 else FrontMatter()
        pair = _PLAIN_LINE.match(content)
        if pair is None:
            if content[0] not in " \t":
                return FrontMatter()
        else:
            span = Span(line.start() + pair.start("value"), line.start() + pair.end("value"))
            values.append(FrontValue(pair["key"], pair["value"], span))
        end = line.end()
    return FrontMatter(tuple(values), end) if len(values) > 1 else FrontMatter()


def add_reader_text(source: Source, front: FrontMatter, builder: ViewBuilder) -> None:
    """Add the values that are prose for readers as blocks of their own."""
    for value in front.values:
        name = value.key.rpartition(".")[2].lower()
        if name not in READER_KEYS or len(value.value.split()) < 3:
            continue
        raw = source.text[value.span.start : value.span.end]
        builder.open(Kind.FRONT, value.span.start)
        if raw == value.value:
            builder.add(raw, value.span.start, value.span.end)
        else:
            _add_lines(raw, value, builder)
        builder.close()


_PIECE = re.compile(r"[^\s]+|\s+")


def _add_lines(raw: str, value: FrontValue, builder: ViewBuilder) -> None:
    """Add a value over several lines word by word: each run of blanks is one blank, an empty line a new block."""
    for piece in _PIECE.finditer(raw):
        begin, end = value.span.start + piece.start(), value.span.start + piece.end()
        if not piece.group().isspace():
            builder.add(piece.group(), begin, end)
        elif piece.group().replace("\r", "").count("\n") > 1:
            builder.open(Kind.FRONT, end)
        elif "\n" in piece.group() or piece.group().isspace():
            builder.add(" " if "\n" in piece.group() else piece.group(), begin, end)
