import gzip
import sqlite3
from pathlib import Path

import pytest

from reviewlint.errors import ReviewlintError
from reviewlint.facts.sources.imdb_build import build
from reviewlint.facts.sources.imdb_files import COLUMNS
from tests.facts.sources.conftest import Run

ROWS = {
    "title.basics": [
        "tt9999999 movie|Look Back|Rukku bakku|0|2024|\\N|58|Animation,Drama",
        'tt9999998 movie|"Quoted" Title|"Quoted" Title|0|1999|\\N|\\N|\\N',
        "tt9999997 tvSeries|The Long Run|The Long Run|0|2002|2008|60|Drama",
        "tt9999996 tvEpisode|The Target|The Target|0|2002|\\N|60|Drama",
        "tt9999994 movie|Not For All|Not For All|1|2002|\\N|60|Adult",
    ],
    "title.akas": ["tt9999999 1|Regarde en arrière|FR|\\N|imdbDisplay\x02dvd|\\N|0", "tt1 1|x|FR|\\N|\\N|\\N|0"],
    "title.crew": ["tt9999999 nm9999999|nm9999999,nm9999997", "tt9999998 \\N|\\N"],
    "title.principals": [
        'tt9999999 1|nm9999997|actress|\\N|["Fujino","Fu \\"F\\" jino"]', "tt9999999 2|nm9999999|director|\\N|\\N",
        "tt9999999 3|nm9999998|composer|\\N|\\N", "tt9999996 1|nm9999996|actor|\\N|\\N",
    ],
    "title.episode": ["tt9999996 tt9999997|1|1", "tt9999995 tt9999997|2|1"],
    "title.ratings": ["tt9999999 8.0|10000", "broken row"],
    "name.basics": [
        "nm9999999 Kiyotaka Oshiyama|\\N|\\N|director|tt9999999",
        "nm9999998 Haruka Nakamura|\\N|\\N|composer|tt9999999",
        "nm9999997 Yuumi Kawai|\\N|\\N|actress|tt9999999", "nm9999996 Of Episodes|\\N|\\N|actor|\\N",
    ],
}  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "imdb"
    folder.mkdir()
    for name, rows in ROWS.items():
        lines = ["\t".join(COLUMNS[name]), *(row.replace(" ", "\t", 1).replace("|", "\t") for row in rows)]
        data = ("\n".join(lines) + "\n").encode()
        if name == "title.akas":
            (folder / f"{name}.tsv").write_bytes(data)
        else:
            (folder / f"{name}.tsv.gz").write_bytes(gzip.compress(data))
    return folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "imdb.sqlite"
    monkeypatch.setenv("REVIEWLINT_IMDB_STORE", str(path))
    return path


def test_the_store_is_built_and_asked(files: Path, place: Path, project: Path, run: Run) -> None:
    result = run("store", "build", str(files))
    assert result.exit_code == 0, result.output
    assert "3 titles, 3 people and 5 credits are in" in result.stdout
    assert "1 lines were left out" in result.stderr
    assert run("add", "Look Back", "--year", "2024", "--source", "imdb").exit_code == 0
    text = (project / "look-back.facts.yaml").read_text(encoding="utf-8")
    assert "alternateName: Rukku bakku\n" in text
    assert "duration: PT58M\n" in text
    assert "musicBy: Haruka Nakamura\n" in text
    assert 'actor: {name: Yuumi Kawai, characterName: [Fujino, Fu "F" jino]}\n' in text
    assert "director: {source: IMDb, id: tt9999999, property: director, date: " in text
    assert "Information courtesy of IMDb" in run("add", "Look Back", "--source", "imdb", "--id", "tt9999999").stderr


def test_titles_of_other_countries_and_bare_quotes_are_found(files: Path, place: Path, run: Run, project: Path) -> None:
    build(files, place)
    assert run("add", "Regarde en arriere", "--year", "2024", "--source", "imdb").exit_code == 0
    assert "Regarde en arriere" in (project / "regarde-en-arriere.facts.yaml").read_text(encoding="utf-8")
    assert run("add", '"Quoted" Title', "--year", "1999", "--source", "imdb").exit_code == 0
    assert run("add", "The Target", "--year", "2002", "--source", "imdb").exit_code == 2  # an episode
    assert run("add", "Not For All", "--year", "2002", "--source", "imdb").exit_code == 2


def test_a_series_that_is_over_has_its_counts(files: Path, place: Path, run: Run, project: Path) -> None:
    build(files, place)
    assert run("add", "The Long Run", "--year", "2005", "--kind", "series", "--source", "imdb").exit_code == 0
    text = (project / "the-long-run.facts.yaml").read_text(encoding="utf-8")
    assert "numberOfSeasons: 2\nnumberOfEpisodes: 2\n" in text
    assert "duration" not in text


def test_without_a_store_it_says_so(place: Path, run: Run) -> None:
    result = run("add", "Look Back", "--source", "imdb")
    assert result.exit_code == 2
    assert "There is no store of IMDb's files." in result.stderr
    assert "a store: `reviewlint facts store build FOLDER`" in run("sources").stdout


def test_a_damaged_file_leaves_the_old_store(files: Path, place: Path) -> None:
    build(files, place)
    before = place.read_bytes()
    whole = (files / "name.basics.tsv.gz").read_bytes()
    for data, said in ((whole[:-9], "damaged"), (b"no gzip", "damaged"), (gzip.compress(b"a\tb\n"), "other columns")):
        (files / "name.basics.tsv.gz").write_bytes(data)
        with pytest.raises(ReviewlintError, match=said):
            build(files, place)
    (files / "title.crew.tsv.gz").unlink()
    with pytest.raises(ReviewlintError, match=r"missing: title\.crew\.tsv\.gz"):
        build(files, place)
    assert place.read_bytes() == before
    assert [path.name for path in place.parent.iterdir()] == ["imdb.sqlite"]


def test_a_store_that_is_none_is_told(place: Path, run: Run) -> None:
    place.parent.mkdir()
    place.write_bytes(b"no database, but long enough to be read as one" * 100)
    assert "cannot be read" in run("add", "Look Back", "--source", "imdb").stderr
    place.unlink()
    with sqlite3.connect(place) as store:
        store.execute("CREATE TABLE about (key TEXT, value TEXT)")
    store.close()
    assert "of another version" in run("add", "Look Back", "--source", "imdb").stderr
