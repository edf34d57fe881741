"""The front door for Python: `check` for a text, `check_paths` for files and folders.

>>> from reviewlint import check
>>> report = check("It is is a calm film, and it has a rating of on IMDb.")
>>> for finding in report.findings:
...     print(finding.rule, finding.span, finding.fix and finding.fix.title)
grammar/doubled-word Span(start=3, end=8) is
claims/missing-rating Span(start=33, end=44) None

What is known of the work is told as in a facts file:

>>> report = check("The film runs 75 minutes.", facts={"type": "Movie", "name": "Look Back", "duration": 58})
>>> report.findings[0].message, report.findings[0].fix.title
('It runs 58 minutes, not 75 minutes.', '58 minutes')
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.checking.draft import Choice, Outcome, check_bytes
from reviewlint.checking.engine import engine_for
from reviewlint.checking.pool import check_all
from reviewlint.config.checks import check_layer
from reviewlint.config.files import DEFAULTS, Config, Layer
from reviewlint.drafts.find import Text, find_drafts
from reviewlint.result import Report

if TYPE_CHECKING:
    from reviewlint.errors import ReviewlintError

_UNNAMED = "draft.md"
_OF_FILES = ("exclude", "extend", "per-file")


def check(
    text: str,
    *,
    path: str | os.PathLike[str] | None = None,
    facts: Mapping[str, object] | None = None,
    config: Mapping[str, object] | None = None,
) -> Report:
    """Return what reviewlint says of a text, as `reviewlint check` does of a file.

    With a `path`, the text is checked as if it stood there: its ending says how to read it, and the configuration and
    the facts file that belong to it apply; the file itself need not exist and is not read. Without one the text is
    Markdown, and nothing is read but the built-in rules. `facts` are what is known of the work, as a facts file says
    it, and stand in place of one. `config` are keys of `reviewlint.toml` and go over what applies otherwise.

    Spans in the report are code-point offsets into `text`, less a byte order mark at its start. An engine of grammar is
    asked where one is installed; `{"grammar": {"engine": "off"}}` leaves it out. Raise ReviewlintError for a
    configuration that is wrong and for a text that cannot be checked at all; what else goes wrong is in
    `report.errors`.
    """
    known = {} if facts is None and path is None else facts
    own = Config((DEFAULTS,)) if path is None else None
    choice = Choice(layer_of(config), facts=known, config=own)
    draft = Text(Path(_UNNAMED if path is None else path), text.encode("utf-8", "surrogatepass"))
    with engine_for([draft], choice, _ignored, remembers=False) as choice:
        outcome = check_bytes(str(draft.path), draft.data, choice)
    if outcome.report is None:
        raise outcome.errors[0]
    return _report([outcome], ())


def check_paths(
    paths: Iterable[str | os.PathLike[str]], *, config: Mapping[str, object] | None = None, jobs: int | None = 1
) -> Report:
    """Return what reviewlint says of some drafts; a folder stands for the drafts below it that are not left out.

    Each draft has the configuration and facts beside it; `config` goes over that, as in `check`. `jobs` is the number
    of processes, None for as many as the work is worth. Files are in the order of `paths`, each once; nothing is
    written, not even a cache. What cannot be read or checked is in `report.errors`. Raise ReviewlintError for a
    `config` that is wrong.

    Examples:
        >>> report = check_paths(["examples/look-back.md"], config={"select": ["facts"]})
        >>> [(file.path, len(file.findings)) for file in report.files]
        [('examples/look-back.md', 3)]
    """
    drafts, errors = find_drafts([Path(path) for path in paths])
    return _report(check_all(drafts, Choice(layer_of(config)), jobs), errors)


def layer_of(config: Mapping[str, object] | None) -> Layer:
    """Return keys of `reviewlint.toml` as a layer of configuration; raise ReviewlintError for one that is wrong."""
    layer = Layer({} if config is None else dict(config), option="config")
    check_layer(layer)
    for key in _OF_FILES:
        if key in layer.values:
            raise layer.error(f"“{key}” is for configuration files.", key, hint="Give what applies to these drafts.")
    return layer


def _report(outcomes: Iterable[Outcome], errors: Iterable[ReviewlintError]) -> Report:
    from reviewlint.rules.registry import load_rules

    done = list(outcomes)
    return Report(
        tuple(outcome.report for outcome in done if outcome.report is not None),
        (*errors, *(error for outcome in done for error in outcome.errors)),
        {rule.info.name: rule.info for rule in load_rules()},
        notices=tuple(notice for outcome in done for notice in outcome.notices),
    )


def _ignored(words: str) -> None:
    """Let what befalls an engine go unsaid; the report has what it comes to."""
