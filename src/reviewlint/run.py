"""Checks drafts: from paths to a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewlint.document import Document, Source, parse
from reviewlint.facts.sheet import facts_path, load_facts, read_vocabulary
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file."""

    path: str
    document: Document
    findings: tuple[Finding, ...]


def check_file(path: Path, rules: Sequence[Rule]) -> FileReport:
    """Check one draft with the given rules."""
    document = parse(Source.from_bytes(str(path), path.read_bytes()))
    vocabulary = read_vocabulary(document, load_facts(facts_path(path)))
    findings: list[Finding] = []
    for rule in rules:
        options = {name: option.default for name, option in rule.info.options.items()}
        findings += rule.check(Context(rule.info, document, vocabulary, options))
    return FileReport(str(path), document, tuple(sorted(findings, key=lambda f: (f.span, f.rule))))
