"""What is found after any edits is what a check of the text alone finds: nothing is kept that no longer holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reviewlint import check as check_text
from reviewlint.lsp.passes import Checked, Pass, Settings, Version, check, passes_of
from reviewlint.reader import masked, model

SPUN = "The minor half pulls, but no person that regards the ultimate spectacle shall demand the currency rearward."
PARAGRAPHS = [
    "It is is a calm film, and it has a rating of on IMDb.",
    SPUN,
    "Fujino draws. The film runs 75 minutes, and Fujino's friend draws too.",
    "The comedy stays amusing from the commencement till the termination of the cinematic production.",
    "## Verdict:",
    "- A list item,and another one.",
    "<!-- reviewlint: ignore[grammar] meant so -->",
    "He have seen it. He has seen it twice.",
]
EDITS = st.tuples(
    st.sampled_from(["put", "take", "change"]), st.integers(0, 5), st.sampled_from([*PARAGRAPHS, "Quite", ""])
)
OFF = {"grammar": {"engine": "off"}}


def edited(paragraphs: list[str], edit: tuple[str, int, str]) -> list[str]:
    what, at, words = edit
    at = min(at, len(paragraphs))
    if what == "put":
        return [*paragraphs[:at], words, *paragraphs[at:]]
    rest = paragraphs[at + 1 :]
    return (
        [*paragraphs[:at], *rest]
        if what == "take"
        else [*paragraphs[:at], f"{words} " + "".join(paragraphs[at : at + 1]), *rest]
    )


def follow(path: Path, texts: list[str], chosen: Settings, until: Pass) -> Checked | None:
    """Check versions of a draft one after the other, as the server does, and return the last."""
    done: Checked | None = None
    for number, text in enumerate(texts):
        version = Version(path, number, text)
        for each in (Pass.RULES, until):
            done = check(version, chosen, each, done, lambda words: None)
    return done


def forget() -> None:
    model._scores.cache_clear()
    masked._fits.cache_clear()


@pytest.mark.parametrize(("until", "count"), [(Pass.RULES, 20), (Pass.READER, 6)])
def test_edits_leave_nothing_behind(tmp_path: Path, until: Pass, count: int) -> None:
    (tmp_path / ".git").mkdir()
    chosen = Settings(OFF if until is Pass.READER else {**OFF, "reader": "off"})

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.lists(st.sampled_from(PARAGRAPHS), max_size=4), st.lists(EDITS, max_size=3))
    def holds(paragraphs: list[str], edits: list[tuple[str, int, str]]) -> None:
        texts = ["\n\n".join(paragraphs)]
        for edit in edits:
            paragraphs = edited(paragraphs, edit)
            texts.append("\n\n".join(paragraphs))
        done = follow(tmp_path / "draft.md", texts, chosen, until)
        forget()
        assert done is not None
        assert done.findings == check_text(texts[-1], path=tmp_path / "draft.md", config=dict(chosen.values)).findings

    holds()


@pytest.mark.parametrize(
    ("values", "passes"),
    [
        ({"grammar": {"engine": "off"}}, (Pass.RULES, Pass.READER)),
        ({"reader": "off", "grammar": {"engine": "off"}}, (Pass.RULES,)),
        ({"reader": "off"}, (Pass.RULES, Pass.ENGINE)),
        ({"select": ["typography"]}, (Pass.RULES,)),
    ],
)
def test_only_passes_that_have_something_to_say(
    tmp_path: Path, values: dict[str, object], passes: tuple[Pass, ...]
) -> None:
    assert passes_of(Version(tmp_path / "draft.md", 1, ""), Settings(values)) == passes


def test_a_draft_that_cannot_be_checked_is_an_error(tmp_path: Path) -> None:
    done = check(Version(tmp_path / "draft.md", 1, "a\0b"), Settings(OFF), Pass.RULES, None, print)
    assert ["binary" in str(error) for error in done.errors] == [True]
