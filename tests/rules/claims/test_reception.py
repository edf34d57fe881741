"""What carries a claim of reception, and where such a claim ends."""

import pytest

from reviewlint.rules.claims.reception import clause_end, clause_start, is_sourced, is_verdict
from tests.rules.claims.sight import sight_of

CLAIM = "Critics adore the sequel"


@pytest.mark.parametrize(
    "support",
    [
        " and gave it 81% on Metacritic.",
        ", according to Ada Holm.",
        ", among them Jun Sato.",
        ", Ada Holm of the Herald first of all.",
        ". Ada Holm wrote that it was a joy.",
        ". “A joy from first to last,” wrote Ada Holm.",
        ", [as a survey showed](https://example.org/survey).",
        ".[^1]\n\n[^1]: Herald, 3 May.",
        ":\n\n> A joy from first to last.",
    ],
)
def test_supported(support: str) -> None:
    sight = sight_of(CLAIM + support, "md", "claims/unnamed-critics")
    assert is_sourced(sight, 0, len(CLAIM))


@pytest.mark.parametrize(
    "rest",
    [
        ".",
        ", and it was made in nine days.",
        ". Ada Holm wrote the script in 2011.",
        ". It runs 81 minutes.",
        ", according to many.",
        ".\n\n> A joy from first to last.",
    ],
)
def test_not_supported(rest: str) -> None:
    sight = sight_of(CLAIM + rest, "md", "claims/unnamed-critics")
    assert not is_sourced(sight, 0, len(CLAIM))


def test_clause() -> None:
    text = "It ran for years; critics adore it, and nobody knows why."
    at = text.index("critics")
    assert clause_start(text, 0, at) == at
    assert text[at : clause_end(text, at, len(text))] == "critics adore it"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("the warmest of her plays", True),
        ("a modern classic", True),
        ("one of the few that last", True),
        ("an honest guest in the forest", False),
        ("part of a trilogy", False),
    ],
)
def test_verdict(text: str, verdict: bool) -> None:
    assert is_verdict(text) is verdict
