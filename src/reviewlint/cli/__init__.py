"""The command line. (A first cut.)"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from reviewlint.document.parse import SUFFIXES
from reviewlint.rules.registry import load_rules, select
from reviewlint.run import check_file


@click.group()
def main() -> None:
    """Lint review drafts."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--select", "chosen", default="all")
@click.option("--format", "form", default="text")
def check(paths: tuple[Path, ...], chosen: str, form: str) -> None:
    """Check drafts."""
    rules = list(select(load_rules(), chosen.split(","), []))
    files = []
    for path in paths:
        drafts = sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES) if path.is_dir() else [path]
        for draft in drafts:
            report = check_file(draft, rules)
            found = []
            for f in report.findings:
                place = report.document.source.position(f.span.start)
                found.append(
                    {
                        "rule": f.rule,
                        "severity": f.severity,
                        "message": f.message,
                        "start": f.span.start,
                        "end": f.span.end,
                        "line": place.line,
                        "column": place.column,
                    }
                )
                if form == "text":
                    text = report.document.source.text
                    a, b = f.span.start, f.span.end
                    click.echo(
                        f"{draft}:{place.line}:{place.column}: {f.rule}: {f.message} | "
                        f"{text[max(0, a - 30) : a]!r}⟦{text[a:b]}⟧{text[b : b + 30]!r}"
                    )
            files.append({"path": str(draft), "findings": found})
    if form == "json":
        json.dump({"version": 1, "files": files, "errors": []}, sys.stdout)
