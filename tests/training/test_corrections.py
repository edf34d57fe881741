"""Corrections that authors made, as examples."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reader.corrections import corrected_examples, is_held_back, real_slips
from reader.tokens import Fault

HELD_BACK = next(name for n in itertools.count() if is_held_back(name := f"blog {n}"))
LEARNT = next(name for n in itertools.count() if not is_held_back(name := f"blog {n}"))
SLIP = Fault.SPOILED | Fault.FORM


def row(text: str, *, source: str = LEARNT, tier: str = "error") -> dict[str, Any]:
    """Return a correction; in the text, what was mended stands as [old|new|class], or [old|new|class|tier]."""
    before, after, edits = "", "", []
    for number, part in enumerate(text.replace("]", "[").split("[")):
        old, new, kind, *other = part.split("|") if number % 2 else (part, part, "")
        if number % 2:
            edits.append(
                {"start": len(before), "end": len(before) + len(old), "new": new, "class": kind,
                 "tier": other[0] if other else "error"}
            )  # fmt: skip
        before, after = before + old, after + new
    return {"source": source, "before": before, "after": after, "tier": tier, "edits": edits}


def written(folder: Path, *rows: Mapping[str, Any]) -> Path:
    path = folder / "corrections.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return path


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("He [have|has|agreement/verb form] three old dogs.", [0, Fault.FORM, 0, 0, 0, 0]),
        ("He [lead|led|wrong word] three old dogs.", [0, SLIP, 0, 0, 0, 0]),
        ("He has three [|very |missing word]old dogs.", [0, 0, 0, Fault.FORM | Fault.MISSING, 0, 0]),
        ("He has three [odl|old|spelling] dogs.", [0, 0, 0, -1, 0, 0]),  # other tools tell these
        ("He has three [old|wet|wrong word|style] dogs.", [0, 0, 0, -1, 0, 0]),  # a matter of taste
        ("He [would of|would have|wrong word] three dogs.", [0, SLIP, SLIP, 0, 0, 0]),
    ],
)
def test_the_words_that_were_mended_bear_the_faults(tmp_path: Path, text: str, faults: list[int]) -> None:
    before, after = corrected_examples(written(tmp_path, row(text)))
    assert list(before.faults) == faults
    assert len(before.words) == len(before.faults)
    assert set(after.faults) == {0}


def test_before_and_after_are_learnt_from(tmp_path: Path) -> None:
    before, after = corrected_examples(written(tmp_path, row("He [have|has|agreement/verb form] three dogs.")))
    assert before.words == ("He", "have", "three", "dogs", ".")
    assert after.words == ("He", "has", "three", "dogs", ".")


def test_held_back_sources_and_other_tiers_are_left_out(tmp_path: Path) -> None:
    text = "He [lead|led|wrong word] three old dogs."
    path = written(tmp_path, row(text, source=HELD_BACK), row(text, tier="style"))
    assert list(corrected_examples(path)) == []
    assert real_slips(path) == {}


def test_what_is_too_short_or_too_long_is_left_out(tmp_path: Path) -> None:
    long = " ".join(["wet"] * 100)
    path = written(tmp_path, row("[Ho|Oh|wrong word] no"), row(f"He [lead|led|wrong word] {long} dogs."))
    assert list(corrected_examples(path)) == []


def test_slips_are_counted_by_the_right_word(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        row("He [Lead|led|wrong word] them. He [lead|led|wrong word] us."),
        row("It's [it's|its|apostrophe] own [odl|old|spelling] dog, [a|two|wrong word|style] of [3|three|number]."),
    )
    assert real_slips(path) == {"led": ["lead", "lead"], "its": ["it's"]}
