"""From a draft to what an earlier run found on it, and from what came of it to a row of the cache."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from reviewlint.cache.rows import Row
from reviewlint.cache.store import Store
from reviewlint.cache.wire import from_json, to_json
from reviewlint.checking.draft import Choice, Outcome, layers_of, measures_of
from reviewlint.checking.keys import facts_digest, key_of
from reviewlint.config.files import is_trusted
from reviewlint.document import Source
from reviewlint.document.formats import most_bytes
from reviewlint.drafts.find import Text
from reviewlint.errors import ReviewlintError, let_through
from reviewlint.facts.gather import Leads, facts_files
from reviewlint.finding import Severity
from reviewlint.reach import read_bytes
from reviewlint.result import FileReport


class Recalled(NamedTuple):
    """What came of a draft in an earlier run, if that still holds; the bytes looked at, and the key for them."""

    outcome: Outcome | None = None
    key: bytes | None = None
    data: bytes = b""


def recall(store: Store[Row], draft: Path | Text, choice: Choice) -> Recalled:
    """Return what the cache knows of a draft; nothing where something is wrong with it, so that it is checked."""
    path = draft if isinstance(draft, Path) else draft.path
    key, data = None, b""
    try:
        data = _read(path) if isinstance(draft, Path) else draft.data
        if len(data) > most_bytes(path):
            return Recalled()
        key = key_of(str(path), data, layers_of(path, choice))
        row = store.get(key)
        outcome = _outcome(row, path, data, choice) if row is not None else None
        if row is not None and outcome is not None and outcome.report is not None:
            measures = outcome.report.measures
            if measures is not None and row.measures is None:  # as where the earlier run was for a program
                store.put(row._replace(measures=measures))
    except (OSError, ReviewlintError):
        return Recalled()
    except BaseException as error:  # a row that nobody of us wrote, or a draft that makes a library fail
        let_through(error)
        outcome = None
    return Recalled(outcome, key, data)


def _read(path: Path) -> bytes:
    return read_bytes(path, most_bytes(path))  # a pipe can be read but once


def _outcome(row: Row, path: Path, data: bytes, choice: Choice) -> Outcome | None:
    named, slug = json.loads(row.front)
    if facts_digest(facts_files(path, Leads(tuple(named), slug), anywhere=is_trusted(path.parent))) != row.facts:
        return None
    findings = from_json(row.findings)
    if any(finding.fix is not None and finding.fix.safety in choice.fixes for finding in findings):
        return None
    source = Source.from_bytes(str(path), data)
    measures = (row.measures or measures_of(source)) if choice.measured else None
    names = tuple(row.names.split())
    if len(names) != len(findings):
        return None
    report = FileReport(source, findings, names, measures, fail_on=Severity(row.fail_on))
    return Outcome(report, source, data if choice.fixes else None, source.text if choice.fixes else None)


def row_of(outcome: Outcome, recalled: Recalled) -> Row | None:
    """Return what to keep of an outcome, or None: where something went wrong, was mended, or changed meanwhile."""
    report, before = outcome.report, outcome.before
    if recalled.key is None or report is None or before is None or outcome.errors or outcome.mended or outcome.notices:
        return None
    if before.to_bytes(before.text) != recalled.data:
        return None
    path = Path(report.path)
    return Row(
        recalled.key,
        json.dumps([outcome.leads.named, outcome.leads.slug]),
        facts_digest(facts_files(path, outcome.leads, anywhere=is_trusted(path.parent))),
        report.fail_on,
        report.measures,
        " ".join(report.fingerprints),
        to_json(report.findings),
    )
