"""The error that users see."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reviewlint.errors import ReviewlintError, nearest


def test_it_says_where_what_and_what_to_do() -> None:
    error = ReviewlintError("No.", path=Path("a.toml"), line=3, hint="Say yes.")
    assert str(error) == "a.toml:3: No. Say yes."
    assert str(ReviewlintError("No.", path="a.toml")) == "a.toml: No."
    assert str(ReviewlintError("No.", line=3)) == "No."


def test_it_crosses_processes_whole() -> None:
    error = pickle.loads(pickle.dumps(ReviewlintError("No.", path="a.toml", line=3, hint="Say yes.")))
    assert (error.message, error.path, error.line, error.hint) == ("No.", "a.toml", 3, "Say yes.")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("typografy", "Did you mean “typography”?"),
        ("doubled-wrod", "Did you mean “grammar/doubled-word”?"),
        ("grammer/doubled-word", "Did you mean “grammar/doubled-word”?"),
        ("Typography", "Did you mean “typography”?"),
        ("zzz", None),
    ],
)
def test_the_nearest_name_is_named(word: str, hint: str | None) -> None:
    assert nearest(word, ["typography", "grammar/doubled-word", "claims/missing-rating"]) == hint
