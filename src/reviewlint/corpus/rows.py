"""One row of a corpus: what is found in its text, as plain values that Arrow and JSON take."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from reviewlint.api import layer_of
from reviewlint.checking.draft import Choice, check_bytes, setup_of
from reviewlint.config.files import DEFAULTS, Config, Layer
from reviewlint.document.formats import MAGIC, PACKED
from reviewlint.document.parse import SUFFIXES
from reviewlint.finding import Finding
from reviewlint.report.survey import month_in

ENGINE_OFF = {"grammar": {"engine": "off"}}  # one that answers over a socket would set the pace of millions of rows


class Row(NamedTuple):
    """What came of one row: its words (as blanks part them), its findings, and why it was not checked, if so."""

    words: int
    findings: list[dict[str, Any]]
    error: str | None


def choice_of(config: Mapping[str, object] | None) -> Choice:
    """Return how rows are checked under keys of the configuration; raise ReviewlintError for a wrong one."""
    return _choice(json.dumps(dict(config or {}), sort_keys=True, default=list))


@cache  # what is made ready for one configuration serves all batches of a process
def _choice(config: str) -> Choice:
    choice = with_config(layer_of(json.loads(config)), Config((DEFAULTS,)))
    usable(choice)
    return choice


def with_config(settings: Layer, config: Config) -> Choice:
    """Return how rows are checked under a configuration with some settings over it.

    Rows have no files beside them, and no engine of grammar is asked.
    """
    if settings.values.get("grammar", ENGINE_OFF["grammar"]) != ENGINE_OFF["grammar"]:
        raise settings.error("No engine of grammar is asked about a corpus.", "grammar", hint="Leave “grammar” out.")
    off = Layer({**settings.values, **ENGINE_OFF}, option=settings.option)
    return Choice(off, facts={}, config=config)


def check_row(text: str | bytes | None, path: str | None, facts: str | None, choice: Choice) -> Row:
    """Return what came of one row. Nothing is raised: what keeps a row from being checked is in its `error`."""
    if text is None:
        return Row(0, [], "There is no text.")
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        choice = replace(choice, facts=_facts(facts)) if facts else choice
    except (ValueError, RecursionError) as error:
        return Row(0, [], f"The facts are no JSON object: {error}.")
    outcome = check_bytes(_name(path, data), data, choice)
    problem = "; ".join(str(error) for error in outcome.errors) or None
    if outcome.report is None:
        return Row(0, [], problem)
    names = outcome.report.fingerprints
    found = [_plain(finding, name) for finding, name in zip(outcome.report.findings, names, strict=True)]
    return Row(len(outcome.report.source.text.split()), found, problem)


def _name(path: str | None, data: bytes) -> str:
    """Return a name with the ending of a path; the rest of the path, which the data chooses, leads nowhere."""
    suffix = PurePosixPath(path).suffix.lower() if path else ""
    if suffix in PACKED and not data.startswith(MAGIC):
        suffix = ".txt"  # the text of a Word document, taken out of it already
    return f"draft{suffix if suffix in SUFFIXES else '.md'}"


def _facts(text: str) -> dict[str, Any]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError("it is something else")
    return value


def _plain(finding: Finding, fingerprint: str) -> dict[str, Any]:
    fix = finding.fix
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "fix": fix
        and {
            "title": fix.title,
            "safety": fix.safety.value,
            "edits": [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits],
        },
        "fingerprint": fingerprint,
    }


def month_of(value: object) -> str | None:
    """Return the month of a date, or of text with one in it, as 2024-05; None where there is none."""
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    if value is None:
        return None
    return month_in(str(value))


def usable(choice: Choice) -> None:
    """Raise ReviewlintError where the configuration of a choice names what there is not."""
    problems = setup_of(Path(_name(None, b"")), choice).problems
    if problems:
        raise problems[0]
