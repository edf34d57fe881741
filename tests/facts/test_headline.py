import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.headline import Headline, read_headline


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Paris, Texas (1984)", Headline("Paris, Texas", 1984, None, True)),
        ("Disco Elysium: the Review", Headline("Disco Elysium", None, None, True)),
        ("Mission: Impossible Review", Headline("Mission: Impossible", None, None, True)),
        ("Film Review: Aftersun (2022)", Headline("Aftersun", 2022, None, True)),
        ("A Review of Stalker", Headline("Stalker", None, None, True)),
        ("Tunic review — a small fox, a large world", Headline("Tunic", None, None, True)),
        ("Dune: Part Two (Spoiler-Free) Movie Review", Headline("Dune: Part Two", None, None, True)),
        ("Middlemarch, by George Eliot", Headline("Middlemarch", None, "George Eliot", False)),
        ("“Kes”", Headline("Kes", None, None, False)),
        ("Stand by Me", Headline("Stand by Me", None, None, False)),
        ("Under Review", Headline("Under Review", None, None, False)),
        ("The Review", Headline("The Review", None, None, False)),
        ("Small Things Like These", Headline("Small Things Like These", None, None, False)),
        ("1917", Headline("1917", None, None, False)),
        ("2001: A Space Odyssey", Headline("2001: A Space Odyssey", None, None, False)),
    ],
)
def test_titles_of_reviews(title: str, headline: Headline) -> None:
    assert read_headline(title) == headline


@given(st.text(max_size=60))
def test_any_title_is_read(title: str) -> None:
    headline = read_headline(title)
    assert bool(headline.name) or not title.strip("\"'“”‘’*_«» \n\t").strip() or headline.name == ""
