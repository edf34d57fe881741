"""A run over a folder that is killed, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.facts.sources.wikidata_server import FILM, FakeWikidata, day, item, ref

DRAFTS = 6


def test_a_killed_run_goes_on_and_asks_for_nothing_again(project: Path, wikidata: FakeWikidata) -> None:
    reviews = project / "reviews"
    reviews.mkdir()
    for number in range(DRAFTS):
        wikidata.add(item(100 + number, f"Film {number}", "film", P31=ref(FILM), P577=day("2001"), P57=ref("Q2")))
        text = f"---\ntitle: Film {number}\nyear: 2001\nkind: film\n---\nText.\n"
        (reviews / f"{number}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-u", "-m", "reviewlint", "facts", "add", "reviews"]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ}, cwd=project)
    assert first.stdout is not None
    for line in first.stdout:  # a line is printed once the file of a draft is written
        if line.startswith(b"reviews/2.facts.yaml"):
            first.kill()
            break
    first.communicate()
    done = len(list(reviews.glob("*.facts.yaml")))
    assert done >= 3
    answered = dict(wikidata.asked)
    last = subprocess.run(command, capture_output=True, text=True, cwd=project, check=False)
    assert last.returncode == 0, last.stderr
    assert f"{DRAFTS - done} written, {done} had their facts" in last.stdout
    again = [asked for asked, times in wikidata.asked.items() if times > answered.get(asked, 0) and asked in answered]
    assert len(again) <= 1  # the one whose answer was on its way
