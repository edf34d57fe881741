"""What is looked at again, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewlint.document import Source, parse
from reviewlint.reader import Change, Edit, Slip, second_look
from reviewlint.reader.level import UNSPOILED
from reviewlint.reader.second_look import DOUBTED, LONGEST, MOST, look_again
from reviewlint.reader.stretches import Token, stretches_of
from tests.reader.standin import SOUND

Rows = list[list[float]]


TEA = Edit(Change.REPLACE, "tea", 2.0, -5.0, 3.0)


class Seen:
    """What was asked of the model: sentences with the word in brackets, and the scores that came with it."""

    def __init__(self) -> None:
        self.mended: list[str] = []
        self.rows: list[Sequence[Sequence[float]]] = []


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    seen = Seen()

    def best_edit(model: None, words: Sequence[str], at: int, rows: Sequence[Sequence[float]]) -> Edit | None:
        seen.mended.append(" ".join([*words[:at], f"[{words[at]}]", *words[at + 1 :]]))
        seen.rows.append(rows)
        return TEA if words[at] != "fine" else None

    monkeypatch.setattr(second_look, "load_model", lambda: None)
    monkeypatch.setattr(second_look, "best_edit", best_edit)
    return seen


def looks(
    text: str, form: dict[str, float], missing: dict[str, float] | None = None, level: float = UNSPOILED
) -> dict[int, Slip]:
    """Return the slips of a draft whose words are sound but for those given, with their log odds."""
    runs = list(stretches_of(parse(Source("draft.md", text))))
    scored = [[[-9.0, form.get(t.text, -9.0), (missing or {}).get(t.text, -9.0)] for t in run] for run in runs]
    return look_again(runs, scored, level, lambda: None)


def test_only_doubted_words_are_looked_at(seen: Seen) -> None:
    assert looks("It rains on the walls. It pours.", {"pours": 4.0}) == {6: Slip(6, TEA)}
    assert seen.mended == ["It [pours] ."]


def test_sound_text_is_not_looked_at(seen: Seen) -> None:
    assert looks("It rains on the walls. It pours.", {}) == {}
    assert seen.mended == []


def test_a_gap_is_doubted_as_a_wrong_form_is(seen: Seen) -> None:
    assert looks("It pours.", {"pours": -4.0}, {"pours": 2 * DOUBTED + 4.0}) == {1: Slip(1, TEA)}
    assert looks("It pours.", {"pours": -4.0}, {"pours": 2 * DOUBTED + 3.9}) == {}


def test_in_a_draft_that_is_worse_less_doubt_is_enough(seen: Seen) -> None:
    doubts = {"pours": -4.0}, {"pours": 2 * DOUBTED + 3.9}
    assert looks("It pours.", *doubts, level=UNSPOILED + 1) == {1: Slip(1, TEA)}
    assert looks("It pours.", *doubts, level=UNSPOILED - 1) == {}


def test_a_word_that_no_edit_mends_is_no_slip(seen: Seen) -> None:
    assert looks("All is fine here.", {"fine": 4.0}) == {}
    assert seen.mended == ["All is [fine] here ."]


def test_numbers_and_marks_are_not_looked_at(seen: Seen) -> None:
    assert looks("So Nora, 40, sings — loud.", dict.fromkeys(["40", "—", ",", "."], 9.0)) == {}


def test_a_share_of_the_words_is_looked_at_the_worst_first(seen: Seen) -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    text = ". ".join(" ".join(words[n : n + 10]) for n in range(0, 200, 10)) + "."
    doubts = {word: float(n % 100) for n, word in enumerate(words)}
    found = looks(text, doubts, dict.fromkeys(words, 0.0))
    assert len(seen.mended) == len(found) == int(MOST * 200) + 1
    worst = sorted(doubts.values(), reverse=True)[: len(found)]
    assert sorted((doubts[words[word]] for word in found), reverse=True) == worst


def test_the_scores_are_those_of_the_words_that_are_read(seen: Seen) -> None:
    looks("It rains. The wet dog howls. It pours.", {"wet": 4.0, "dog": -8.0})
    assert seen.mended == ["The [wet] dog howls ."]
    assert [[row[1] for row in rows] for rows in seen.rows] == [[-9.0, 4.0, -8.0, -9.0, -9.0]]


def test_of_a_long_sentence_what_is_near_is_read(seen: Seen) -> None:
    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(65)]
    looks(" ".join(words) + ".", {words[0]: 4.0, words[32]: 4.0})
    half = LONGEST // 2
    assert seen.mended == [
        " ".join([*words[32 - half : 32], f"[{words[32]}]", *words[33 : 33 + half]]),
        " ".join([f"[{words[0]}]", *words[1 : 1 + half]]),
    ]


def test_a_word_that_is_read_twice_is_found_once(seen: Seen) -> None:
    first = [Token("wet", 0), Token("dogs", 1)]
    second = [Token("dogs", 1), Token("howl", 2)]
    odd = [-9.0, 4.0, -5.0]
    found = look_again([first, second], [[SOUND, odd], [odd, SOUND]], UNSPOILED, lambda: None)
    assert found == {1: Slip(1, TEA)}


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

    words = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(80)]
    run = [Token(word, n) for n, word in enumerate(words)]
    rows: Rows = [[9.0, 9.0, 9.0] for _ in words]
    with pytest.raises(Enough):
        look_again([run], [rows], UNSPOILED, go_on)
    assert len(seen.mended) == most
