"""Prints how the works of drafts are matched: how many are taken without asking, and whether any is taken wrongly.

    python benchmarks/matching.py [--show]

`matching/cases.toml` holds cases that other programs got wrong, by the reports of their users, and their like: equal
titles, remakes, punctuation, translated titles, one letter, sequels, series against films. Each has what is wanted, the
works that a source returns, in the order in which it does, and which of them is right; where nobody could say from what
is wanted, `right` is empty, and asking is right. Titles and years are those of real works; ids are made up. The exit
status is 1 if any is taken wrongly.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from reviewlint.facts.media import Medium
from reviewlint.facts.sources.base import Candidate, Wanted
from reviewlint.facts.sources.matching import Choice, choose

CASES = Path(__file__).with_name("matching") / "cases.toml"


class Case(NamedTuple):
    """What is wanted, the works there are, and the id of the right one, "" if nobody could say."""

    name: str
    wanted: Wanted
    works: tuple[Candidate, ...]
    right: str


def main() -> int:
    """Print the figures, and with --show each case that was asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what was asked, with the reasons")
    options = parser.parse_args()
    cases = read_cases(CASES)
    taken = wrong = unasked = missing = 0
    for case in cases:
        choice = choose(case.wanted, case.works)
        taken += choice.taken is not None
        if choice.taken is not None and choice.taken.candidate.id != case.right:
            wrong += 1
            print(f"WRONG {described(case, choice)}")
        elif choice.taken is None and case.right:
            unasked += 1
            missing += case.right not in {scored.candidate.id for scored in choice.ranked}
        if options.show and choice.taken is None:
            print(f"asked {described(case, choice)}")
    sure = sum(bool(case.right) for case in cases)
    print(f"{len(cases)} cases: {taken} taken without asking ({taken / len(cases):.0%}), {wrong} of them wrong")
    print(f"of the {sure} that can be told, {unasked} were asked, {missing} without the right one in the list")
    return int(wrong > 0)


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file."""
    return [_case(table) for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def _case(table: dict[str, Any]) -> Case:
    wanted = Wanted(
        title=table["title"],
        year=table.get("year"),
        medium=Medium(table.get("kind", "work")),
        text=table.get("draft", ""),
        ids=table.get("ids", {}),
    )
    works = [work.split(" | ") for work in table["works"].strip().splitlines()]
    return Case(table["name"], wanted, tuple(_work(*parts) for parts in works), table["right"])


def _work(own: str, kind: str, years: str, titles: str, names: str = "", ids: str = "") -> Candidate:
    first, _, last = years.partition("-")
    return Candidate(
        source="bench",
        id=own,
        titles=tuple(titles.split(" = ")),
        years=(int(first),) if first.isdigit() else (),
        last_year=int(last) if last.isdigit() else None,
        medium=Medium(kind),
        names=tuple(name for name in names.split(", ") if name),
        ids=dict([ids.split(":")]) if ids else {},
    )


def described(case: Case, choice: Choice) -> str:
    """Return a case with what was made of it."""
    lines = [
        f"{case.name}: “{case.wanted.title}” {case.wanted.year or ''} {case.wanted.medium}, right: {case.right or '?'}"
    ]
    for scored in choice.ranked[:4]:
        lines.append(
            f"    {scored.points:5} {scored.candidate.id} {scored.candidate.title}: {', '.join(scored.reasons)}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
