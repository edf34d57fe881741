"""Every draft, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from tests.fuzz.drafts import ASKED, TRIES, corpus, drafts, suffixes
from tests.fuzz.holding import HOLDING


# That composition does not matter is not true yet of blank lines and emoji: only the long run asks for it.
@pytest.mark.parametrize("holds", HOLDING if ASKED else HOLDING[:-1])
@TRIES
@given(text=drafts(), suffix=suffixes)
def test_it_holds(holds: Callable[[str, str], None], text: str, suffix: str) -> None:
    holds(text, suffix)


@pytest.mark.parametrize("holds", HOLDING)
@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.name)
def test_what_was_found_once_stays_mended(holds: Callable[[str, str], None], path: Path) -> None:
    holds(path.read_bytes().decode(), path.suffix)
