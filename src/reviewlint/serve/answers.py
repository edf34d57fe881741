"""What the page is told of a draft: findings with their reasons, how readable it is, and its facts.

All offsets are UTF-16 units into the text as the page sent it, for so a browser counts.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from reviewlint.checking.draft import Choice, check_bytes, setup_of
from reviewlint.checking.engine import engine_for
from reviewlint.checking.facts import facts_in
from reviewlint.claims.known import as_objects as claim_objects
from reviewlint.config.edit import accept_words, words_file
from reviewlint.config.files import FILE_NAME, Layer, find_config, forget_configs
from reviewlint.document import Source, parse
from reviewlint.drafts.find import Text
from reviewlint.errors import OutOfTime, ReviewlintError
from reviewlint.facts.compare.works import conflicts
from reviewlint.facts.describe import conflict_text, rows
from reviewlint.facts.nodes import plain_value, read_yaml
from reviewlint.facts.relations import Relation
from reviewlint.finding import Span
from reviewlint.fix import write_atomically
from reviewlint.report.json import finding_objects
from reviewlint.rules.accepting import word_to_accept
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.ignoring import ignoring
from reviewlint.serve.folder import Folder
from reviewlint.time_limit import time_limit

UNNAMED = "untitled.md"
_RULE_NAME = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_LONGEST_WORD = 60
_SLOW = ("reader", "engine")  # kinds of rules
_NOT_IN_FILES = (Relation.REVIEWER, Relation.REVIEWED)  # front matter alone has them
# What answers while somebody types: neither the model nor an engine.
_QUICK = Layer({"reader": "off", "grammar": {"engine": "off"}}, option="the page")


def check(folder: Folder, name: str, text: str, sheet: str | None = None, *, quick: bool) -> dict[str, Any]:
    """Return what there is to say of a text as if it stood in the folder under a name.

    `sheet` is the text of a facts file for a draft that has none. With `quick`, what the reader and engines would say
    is left out; `later` names their rules.
    """
    forget_configs()
    path = folder.path_of(name or UNNAMED)
    choice = Choice(settings=_QUICK if quick else None, measured=True, facts=_given(sheet))
    data = text.encode()
    with engine_for([Text(path, data)], choice, _unsaid) as choice:
        outcome = check_bytes(str(path), data, choice)
    said: dict[str, Any] = {"findings": [], "rules": {}, "measures": None, "later": []}
    if outcome.report is not None:
        source, known = outcome.report.source, setup_of(path, choice).known
        for finding, told in zip(outcome.report.findings, finding_objects(outcome.report), strict=True):
            info = known[finding.rule]
            accept = word_to_accept(source.text, finding, info.kind)
            said["findings"].append(_for_page(folder, source, told) | {"accept": accept})
            said["rules"][info.name] = _rule(info)
        said["measures"] = outcome.report.measures
        said["later"] = [info.name for info in known.values() if info.kind in _SLOW] if quick else []
    said["errors"] = [problem(folder, error) for error in outcome.errors]
    said["notices"] = [folder.shown(notice) for notice in outcome.notices]
    return said


def facts(folder: Folder, name: str, text: str, sheet: str | None = None) -> dict[str, Any]:
    """Return what is believed of the work of a draft and what the draft claims; and the facts file, if it has one.

    Raise ReviewlintError where that takes longer than a check may.
    """
    try:
        with time_limit(Choice().timeout):
            return _facts(folder, name, text, sheet)
    except OutOfTime:
        raise ReviewlintError("The claims of this draft were given up: they take too long.") from None


def _facts(folder: Folder, name: str, text: str, sheet: str | None) -> dict[str, Any]:
    forget_configs()
    path = folder.path_of(name or UNNAMED)
    document, known = facts_in(Source(str(path), text), path, _given(sheet))
    files = [Path(file) for file in known.files]
    own = next((folder.name_of(file) for file in files if folder.has(file)), None)
    held = folder.read(own) if own is not None else None
    return {
        "works": [
            {
                "name": work.name,
                "type": work.type or work.medium.value,
                "rows": [_row(folder, row) for row in rows(work)],
            }
            for work in known.works
        ],
        "conflicts": [folder.shown(conflict_text(conflict)) for work in known.works for conflict in conflicts(work)],
        "claims": [_claim(folder, document.source, each) for each in claim_objects(document, known)],
        "problems": [problem(folder, error) for error in known.problems],
        "file": own or (f"{name.rpartition('.')[0]}.facts.yaml" if name and not files else None),
        "text": held.text if held else sheet or "",
        "version": held.version if held else None,
        "keys": [{"key": each.value, "label": each.label} for each in Relation if each not in _NOT_IN_FILES],
    }


def _given(sheet: str | None) -> dict[str, Any] | None:
    """Return the text of a facts file as plain values; raise ReviewlintError where it is not YAML."""
    if sheet is None or not sheet.strip():
        return None
    root, trouble = read_yaml(sheet, "the facts")
    if trouble is not None:
        raise trouble
    value = plain_value(root)
    if not isinstance(value, dict):
        raise ReviewlintError("Facts are a mapping such as “director: …”.")
    return value


def ignore(name: str, text: str, rule: str, span: Span, reason: str, *, whole: bool) -> dict[str, Any]:
    """Return the edits that put a suppression comment for a rule into a draft. The span is in UTF-16 units."""
    if not _RULE_NAME.fullmatch(rule):
        raise ReviewlintError(f"There is no rule “{rule}”.")
    source = Source(name or UNNAMED, text)
    place = Span(source.from_utf16(span.start), source.from_utf16(span.end))
    if not 0 <= place.start <= place.end <= len(text):
        raise ReviewlintError("This place is not in the draft.")
    edit = ignoring(parse(source), place, rule, reason, whole=whole)
    start, end = source.utf16(edit.span.start), source.utf16(edit.span.end)
    return {"edits": [{"start": start, "end": end, "text": edit.text}]}


def accept(folder: Folder, name: str, word: str) -> dict[str, Any]:
    """Accept a word or a name in the drafts of the folder and return the file that was written, as seen from there.

    Raise ReviewlintError where the configuration that applies, or its file of words, lies outside of the folder.
    """
    if not word.strip() or not word.isprintable() or len(word) > _LONGEST_WORD:
        raise ReviewlintError("A word or a name is accepted, and nothing longer.")
    forget_configs()
    path = folder.path_of(name or UNNAMED)
    if find_config(path.parent).path is None:
        write_atomically(folder.top / FILE_NAME, b"")  # here, and not at the top of a repository that lies above
        forget_configs()
    file = words_file(path)
    if not folder.has(file):
        hint = "Start the page in its folder, or in a parent folder."
        raise ReviewlintError("This configuration is outside the folder of the page.", path=file, hint=hint)
    return {"file": folder.name_of(accept_words(path, [word]))}


def problem(folder: Folder, error: ReviewlintError) -> dict[str, Any]:
    """Return an error as the page shows it."""
    path = None if error.path is None else folder.shown(error.path)
    return {"message": folder.shown(error.message), "hint": error.hint, "path": path, "line": error.line}


def _for_page(folder: Folder, source: Source, finding: dict[str, Any]) -> dict[str, Any]:
    """Return a finding of the JSON report with UTF-16 units for code points, and paths as seen from the folder."""
    fix = finding["fix"]
    if fix is not None:
        fix = {**fix, "edits": [_moved(source, edit) for edit in fix["edits"]]}
    related = [
        {**each, "path": None if each["path"] is None else folder.shown(each["path"])} for each in finding["related"]
    ]
    return {**_moved(source, finding), "fix": fix, "related": related}


def _moved(source: Source, place: dict[str, Any]) -> dict[str, Any]:
    return {**place, "start": source.utf16(place["start"]), "end": source.utf16(place["end"])}


def _rule(info: RuleInfo) -> dict[str, Any]:
    why = [" ".join(paragraph.split()) for paragraph in info.why.split("\n\n")]
    return {"summary": info.summary, "why": why, "precision": str(info.precision) if info.precision else None}


def _row(folder: Folder, row: Any) -> dict[str, Any]:
    return {**row._asdict(), "source": _file_of(folder, row.source)}


def _file_of(folder: Folder, source: str) -> str:
    """Return the file and line of a source, without the key: its label says that."""
    return folder.shown(source).rpartition(" ")[0]


def _claim(folder: Folder, source: Source, claim: dict[str, Any]) -> dict[str, Any]:
    origin = None if claim["source"] is None else _file_of(folder, claim["source"])
    return {**_moved(source, claim), "label": Relation(claim["relation"]).label, "source": origin}


def _unsaid(words: str) -> None:
    """Let it go unsaid that an engine is starting: the page shows that it is still checking."""
