"""What other packages add, and what a check does not load, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "sources" / "own.md"
OFFLINE = """
    def search(self, wanted, web):
        return [Candidate(source="shelf", id="1", titles=("Low Water",), years=(1999,), medium=Medium.BOOK)]

    def fetch(self, own_id, web):
        source = Provenance(self.title, own_id, "author", web.today(), self.terms.licence, complete=True)
        author = Sourced(Relation.AUTHOR, {"name": "A. Writer"}, source)
        return Record(id=own_id, type="Book", values=(author,), ids={"shelf": own_id})
"""


def python(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, **environment},
        check=False,
    )


def test_a_source_of_an_installed_package_is_asked(project: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    info = packages / "reviewlint_shelf-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: reviewlint-shelf\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[reviewlint.sources]\nshelf = shelf:Shelf\n", encoding="utf-8")
    code = PAGE.read_text(encoding="utf-8").split("```python\n")[1].partition("```")[0]  # as our page shows it
    (packages / "shelf.py").write_text(code + OFFLINE, encoding="utf-8")
    command = ("-m", "reviewlint", "facts", "add", "Low Water", "--year", "1999", "--source", "shelf")
    result = python(*command, folder=project, PYTHONPATH=str(packages))
    assert result.returncode == 0, result.stderr
    text = (project / "low-water.facts.yaml").read_text(encoding="utf-8")
    assert text.startswith("type: Book\nauthor: A. Writer\n")
    assert "licence: CC-BY-4.0, complete: true" in text


def test_a_check_loads_no_source_and_no_client(project: Path) -> None:
    (project / "d.md").write_text("# Look Back\n\nIt was was late.\n", encoding="utf-8")
    (project / "d.facts.yaml").write_text(
        "type: Movie\ndirector: A B\nprovenance:\n  director: {source: Wikidata, id: Q1}\n", encoding="utf-8"
    )
    code = (
        "import sys\nfrom reviewlint.cli import main\n"
        "try:\n    main(['check', '--no-reader', '--no-cache', 'd.md'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith(('httpx2', 'keyring', 'reviewlint.facts.sources'))])"
    )
    result = python("-c", code, folder=project)
    assert "doubled-word" in result.stdout
    assert result.stdout.splitlines()[-1] == "[]", result.stderr
