import pytest

from reviewlint.facts.media import Medium
from reviewlint.facts.sources.base import Candidate, Wanted
from reviewlint.facts.sources.matching import choose
from reviewlint.facts.sources.titles import Likeness, likeness

FILM, SERIES, BOOK = Medium.FILM, Medium.SERIES, Medium.BOOK


def work(own_id: str, *titles: str, year: int | None = None, medium: Medium = FILM, **more: object) -> Candidate:
    years = (year,) if year else ()
    return Candidate(source="s", id=own_id, titles=titles, years=years, medium=medium, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "known", "how"),
    [
        ("WALL-E", "WALL·E", Likeness.SAME),
        ("Mash", "M*A*S*H", Likeness.SAME),
        ("8 1/2", "8½", Likeness.SAME),
        ("Amelie", "Amélie", Likeness.SAME),
        ("Romeo and Juliet", "Romeo + Juliet", Likeness.SAME),
        ("Spy x Family", "Spy×Family", Likeness.SAME),
        ("ルックバック", "ルックバック", Likeness.SAME),
        ("Batman", "The Batman", Likeness.ARTICLE),
        ("Rocky 2", "Rocky II", Likeness.ARTICLE),
        ("Alien: Director's Cut", "Alien", Likeness.EDITION),
        ("Blade Runner (The Final Cut)", "Blade Runner", Likeness.EDITION),
        ("Aliens", "Alien", Likeness.OTHER),
        ("Saw: The Final Chapter", "Saw", Likeness.BEGINNING),
        ("Mission: Impossible – The Final Reckoning", "Mission: Impossible", Likeness.BEGINNING),
        ("Casablanca: 70th Anniversary Edition", "Casablanca", Likeness.EDITION),
        ("Metropolis [Remastered]", "Metropolis", Likeness.EDITION),
        ("Die Hard", "Hard", Likeness.OTHER),
        ("A.I.", "I", Likeness.OTHER),
        ("Bladerunners", "Bladerunner", Likeness.TYPO),
        ("Dune", "Dune: Part Two", Likeness.BEGINNING),
        ("Carter", "Coach Carter", Likeness.OTHER),
        ("Darkness", "Army of Darkness", Likeness.OTHER),
        ("!!!", "???", Likeness.OTHER),
    ],
)
def test_likeness_of_titles(wanted: str, known: str, how: Likeness) -> None:
    assert likeness(wanted, known) is how


def test_year_and_kind_decide_between_equal_titles() -> None:
    works = [work("a", "Dune", year=1984), work("b", "Dune", year=2021), work("c", "Dune", year=1965, medium=BOOK)]
    choice = choose(Wanted(title="dune", year=2021, medium=FILM), works)
    assert choice.taken is not None
    assert choice.taken.candidate.id == "b"
    assert choice.taken.reasons == ("same title +60", "year 2021 +25", "kind film +10")
    assert choose(Wanted(title="Dune", medium=FILM), works).taken is None
    assert [scored.candidate.id for scored in choose(Wanted(title="Dune", medium=FILM), works).ranked] == [
        "a", "b", "c",
    ]  # fmt: skip


def test_another_title_is_never_taken_whatever_else_fits() -> None:
    wanted = Wanted(title="Bladerunners", year=1982, medium=FILM, text="Ridley Scott and Rutger Hauer")
    near = work("a", "Bladerunner", year=1982, names=("Ridley Scott", "Rutger Hauer"))
    choice = choose(wanted, [near])
    assert choice.taken is None
    assert choice.ranked[0].points >= 80


def test_one_person_of_a_first_film_does_not_decide_on_its_remake() -> None:
    works = [
        work("old", "The Thing", year=1982, names=("John Carpenter", "Kurt Russell")),
        work("new", "The Thing", year=2011, names=("Matthijs van Heijningen", "Joel Edgerton")),
    ]
    assert choose(Wanted(title="The Thing", medium=FILM, text="Unlike John Carpenter’s film, …"), works).taken is None
    text = "Matthijs van Heijningen directs Joel Edgerton."
    taken = choose(Wanted(title="The Thing", medium=FILM, text=text), works).taken
    assert taken is not None
    assert taken.candidate.id == "new"


def test_ids_decide_for_and_against() -> None:
    works = [work("a", "Evil", year=2019, ids={"imdb": "tt1"}), work("b", "Wrong", year=1900, ids={"imdb": "tt2"})]
    taken = choose(Wanted(title="Evil", year=2019, ids={"imdb": "tt2"}), works).taken
    assert taken is not None
    assert taken.candidate.id == "b"
    assert choose(Wanted(title="Evil", year=2019, medium=FILM, ids={"imdb": "tt3"}), works).taken is None


def test_a_long_series_is_of_all_its_years() -> None:
    show = work("a", "The Wire", year=2002, last_year=2008, medium=SERIES)
    taken = choose(Wanted(title="The Wire", year=2006, medium=SERIES), [show]).taken
    assert taken is not None
    assert "ran from 2002 to 2008 +15" in taken.reasons


def test_a_surname_counts_little_and_in_small_letters_nothing() -> None:
    film = work("a", "Carrie", year=1976, names=("Stephen King",))
    points = [
        choose(Wanted(title="Carrie", medium=FILM, text=text), [film]).ranked[0].points
        for text in ("the prom king of the year", "After King's novel", "After Stephen King's novel")
    ]
    assert points == [70, 75, 90]
