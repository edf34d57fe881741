"""Names in sentences, whole and without what only stands before them."""

import pytest

from reviewlint.claims.mentions import mentions_in
from reviewlint.document import Source, parse


def names_in(text: str) -> list[str]:
    document = parse(Source("draft.txt", f"{text}\n"))
    return [one.name for sentence in document.sentences for one in mentions_in(document.prose.text, sentence)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Director Odile Brandt keeps the camera low.", ["Odile Brandt"]),
        ("Later Odile Brandt leaves, with J. K. Hale.", ["Odile Brandt", "J. K. Hale"]),
        ("They thank Ana de la Cruz and Bo Ek.", ["Ana de la Cruz", "Bo Ek"]),
        ("It is Jean-Luc Moreau’s favourite.", ["Jean-Luc Moreau"]),
        ("Nobody sleeps.", []),
        ("Written by Mara O'Dell.", ["Mara O'Dell"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert names_in(text) == names
