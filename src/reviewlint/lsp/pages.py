"""What a rule finds and why, as Markdown: in a hover, and as a page that an editor can open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from reviewlint.cache.folder import cache_folder
from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically
from reviewlint.report.describe import value_of, with_marks
from reviewlint.rules.anatomy import RuleInfo

_FOLDER = "rules"


def page_of(info: RuleInfo | None) -> Path | None:
    """Return a file that explains a rule, written where caches are kept; None where that cannot be."""
    return None if info is None else _written(info.name, as_markdown(info))


@cache
def _written(rule: str, text: str) -> Path | None:
    with suppress(ReviewlintError, OSError):
        folder = cache_folder() / _FOLDER
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = Path(os.path.abspath(folder / f"{rule.replace('/', '-')}.md"))  # noqa: PTH100
        data = text.encode()
        if not path.is_file() or path.read_bytes() != data:
            write_atomically(path, data)
        return path
    return None


def as_markdown(info: RuleInfo) -> str:
    """Return all on a rule as a page of Markdown."""
    return "\n".join(_lines(info)) + "\n"


def _lines(info: RuleInfo) -> Iterator[str]:
    yield from (f"# {info.name}", "", escaped(info.summary), "")
    for paragraph in info.why.split("\n\n"):
        yield from (escaped(" ".join(paragraph.split())), "")
    if info.precision is not None:
        yield from (f"Measured: {info.precision}.", "")
    yield from ("The rule marks the text between ⟦ and ⟧.", "", "```text")
    for example in info.bad:
        yield f"wrong:   {_on_one_line(with_marks(example))}"
        if example.becomes is not None:
            yield f"becomes: {_on_one_line(example.becomes)}"
    yield from (f"fine:    {_on_one_line(example.text)}" for example in info.good)
    yield "```"
    if info.options:
        yield from ("", "Options in `reviewlint.toml`:", "", "```toml", f'[rules."{info.name}"]')
        yield from (f"{name} = {value_of(option.default)}  # {option.doc}" for name, option in info.options.items())
        yield "```"


def _on_one_line(text: str) -> str:
    return text.strip("\n").replace("\n", " ⏎ ").replace("```", "'''")


def escaped(text: str) -> str:
    """Return a sentence as Markdown that shows it as it is."""
    for mark in ("\\", "*", "_", "<", "[", "]", "`"):
        text = text.replace(mark, f"\\{mark}")
    return text
