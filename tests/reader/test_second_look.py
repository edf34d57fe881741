"""What is looked at again, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewlint.document import Source, parse
from reviewlint.reader import Change, Slip, second_look
from reviewlint.reader.level import UNSPOILED
from reviewlint.reader.masked import Misfit, Proposal
from reviewlint.reader.second_look import LONGEST, MOST, MOST_SLIPS, Looks, look_again
from reviewlint.reader.stretches import Token, stretches_of
from tests.reader.standin import SOUND

Rows = list[list[float]]


class Seen:
    """What was asked of the model: sentences with the word in brackets, and the scores that came with it."""

    def __init__(self) -> None:
        self.masked: list[str] = []
        self.mended: list[str] = []
        self.rows: list[Sequence[Sequence[float]]] = []


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    seen = Seen()

    def shown(words: Sequence[str], at: int) -> str:
        return " ".join([*words[:at], f"[{words[at]}]", *words[at + 1 :]])

    def propose(model: None, words: Sequence[str], at: int, *, count: int) -> Proposal:
        seen.masked.append(shown(words, at))
        return Proposal((("tea", -0.1),), -7.1)

    def slip_at(
        model: None, words: Sequence[str], at: int, rows: Sequence[Sequence[float]]
    ) -> tuple[Change, str, float] | None:
        seen.mended.append(shown(words, at))
        seen.rows.append(rows)
        return (Change.REPLACE, "tea", 2.0) if words[at] != "fine" else None

    monkeypatch.setattr(second_look, "load_model", lambda: None)
    monkeypatch.setattr(second_look, "propose", propose)
    monkeypatch.setattr(second_look, "slip_at", slip_at)
    return seen


def looks(text: str, spoiled: dict[str, float], form: dict[str, float], *, level: float = UNSPOILED) -> Looks:
    """Return the second looks at a draft whose words are sound but for those given, with their log odds."""
    runs = list(stretches_of(parse(Source("draft.md", text))))
    scored = [[[spoiled.get(t.text, -9.0), form.get(t.text, -9.0), -9.0] for t in run] for run in runs]
    return look_again(runs, scored, level, lambda: None)


def test_only_doubted_words_are_looked_at(seen: Seen) -> None:
    assert looks("It rains on the walls. It pours.", {"walls": 12.0}, {"pours": 1.0}) == Looks(
        {4: Misfit(7.0, "tea")}, {6: Slip(6, Change.REPLACE, "tea", 1.0, 2.0)}
    )
    assert seen.masked == ["It rains on the [walls] ."]
    assert seen.mended == ["It [pours] ."]


def test_sound_text_is_not_looked_at(seen: Seen) -> None:
    assert looks("It rains on the walls. It pours.", {}, {}) == Looks({}, {})
    assert (seen.masked, seen.mended) == ([], [])


def test_a_word_that_no_edit_mends_is_no_slip(seen: Seen) -> None:
    assert looks("All is fine here.", {}, {"fine": 1.0}).slips == {}
    assert seen.mended == ["All is [fine] here ."]


def test_names_numbers_and_marks_are_not_masked(seen: Seen) -> None:
    text = "So Nora, 40, the café and — Rex sing."
    doubted = dict.fromkeys(["Nora", "Rex", "40", "café", ",", "—", "So", "."], 40.0)
    found = looks(text, doubted, dict.fromkeys(["40", "—", ",", "."], 9.0))
    assert {sentence[sentence.index("[") + 1] for sentence in seen.masked} <= {*"tas"}  # they stand next to them
    assert found.slips == {}


def test_a_share_of_the_words_is_looked_at_the_worst_first(seen: Seen) -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    text = ". ".join(" ".join(words[n : n + 10]) for n in range(0, 200, 10)) + "."
    doubts = {word: float(n % 100) for n, word in enumerate(words)}
    found = looks(text, doubts, doubts)
    assert len(seen.masked) == len(found.misfits) == int(MOST * 200) + 1
    assert len(seen.mended) == len(found.slips) == int(MOST_SLIPS * 200) + 1
    worst = sorted(doubts.values(), reverse=True)[: len(found.slips)]
    assert sorted((slip.score for slip in found.slips.values()), reverse=True) == worst


def test_the_level_of_the_draft_counts(seen: Seen) -> None:
    assert looks("It rains on the walls.", {"walls": 1.0}, {}, level=0.0).misfits
    assert not looks("It rains on the walls.", {"walls": 1.0}, {}, level=-5.0).misfits


def test_the_scores_are_those_of_the_words_that_are_read(seen: Seen) -> None:
    looks("It rains. The wet dog howls. It pours.", {"dog": -2.0}, {"wet": 1.0})
    assert seen.mended == ["The [wet] dog howls ."]
    assert [[row[0] for row in rows] for rows in seen.rows] == [[-9.0, -9.0, -2.0, -9.0, -9.0]]
    assert [row[1] for row in seen.rows[0]] == [-9.0, 1.0, -9.0, -9.0, -9.0]


def test_of_a_long_sentence_what_is_near_is_read(seen: Seen) -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(65)]
    looks(" ".join(words) + ".", {}, {words[0]: 1.0, words[32]: 1.0})
    half = LONGEST // 2
    assert seen.mended == [
        " ".join([*words[32 - half : 32], f"[{words[32]}]", *words[33 : 33 + half]]),
        " ".join([f"[{words[0]}]", *words[1 : 1 + half]]),
    ]


def test_a_word_that_is_read_twice_is_found_once(seen: Seen) -> None:
    first = [Token("wet", 0), Token("dogs", 1)]
    second = [Token("dogs", 1), Token("howl", 2)]
    odd = [-9.0, 1.0, -9.0]
    found = look_again([first, second], [[SOUND, odd], [odd, SOUND]], UNSPOILED, lambda: None)
    assert found.slips == {1: Slip(1, Change.REPLACE, "tea", 1.0, 2.0)}


class Enough(Exception):
    pass


@pytest.mark.parametrize("most", [0, 1])
def test_whoever_asks_to_stop_is_heeded_before_the_next_look(seen: Seen, most: int) -> None:
    count = 0

    def go_on() -> None:
        nonlocal count
        if count == most:
            raise Enough
        count += 1

    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60)]
    run = [Token(word, n) for n, word in enumerate(words)]
    rows: Rows = [[9.0, 9.0, 9.0] for _ in words]
    with pytest.raises(Enough):
        look_again([run], [rows], UNSPOILED, go_on)
    assert len(seen.masked) + len(seen.mended) == most
