"""A stand-in for the model, of a few words: what it doubts and what it would put in a place is told to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from reviewlint.reader.model import MOST_PIECES, Head

SOUND = [-5.0] * len(Head)
FIRST_WORD = 1996
BEGIN, END, MASK, PIECE = 101, 102, 103, 500  # a word that the vocabulary does not hold is two of PIECE
MARKS = {"[CLS]": BEGIN, "[SEP]": END, "[MASK]": MASK, "a": 110, "b": 111, "i": 118, ".": 119, "##s": FIRST_WORD + 900}
WORDS = "the of in is are has have his he she film films tea coffee dog was in café then than what how would".split()


class Tokenizer:
    """Numbers of pieces."""

    def __init__(self) -> None:
        self.numbers = MARKS | {word: FIRST_WORD + n for n, word in enumerate(WORDS)}

    def token_to_id(self, piece: str) -> int:
        return self.numbers[piece]

    def get_vocab(self) -> dict[str, int]:
        return self.numbers


class Standin:
    """Scores the words of a text by `doubts`, and fits by `wanted`, which is given the words with "?" for the mask."""

    def __init__(
        self,
        doubts: Callable[[Sequence[str]], list[list[float]]] = lambda words: [SOUND for _ in words],
        wanted: Callable[[str], Mapping[str, float]] = lambda text: {},
    ) -> None:
        self.tokenizer = Tokenizer()
        self.doubts, self.wanted = doubts, wanted
        self.scored: list[str] = []  # texts
        self.asked: list[str] = []  # texts with "?" for the mask

    def pieces(self, words: Sequence[str]) -> tuple[list[int], list[int | None]]:
        ids: list[int] = [BEGIN]
        places: list[int | None] = [None]
        for at, word in enumerate(words):
            own = [self.tokenizer.numbers[word.lower()]] if word.lower() in self.tokenizer.numbers else [PIECE, PIECE]
            ids += own
            places += [at] * len(own)
        return [*ids, END][:MOST_PIECES], [*places, None][:MOST_PIECES]

    def scores(self, words: Sequence[str]) -> list[list[float]]:
        self.scored.append(" ".join(words))
        return self.doubts(words)

    def proposals(self, pieces: Sequence[int], at: int, candidates: np.ndarray) -> np.ndarray:
        assert len(pieces) <= MOST_PIECES
        assert pieces[at] == MASK
        names = {number: word for word, number in self.tokenizer.numbers.items()} | {MASK: "?", PIECE: "-"}
        text = " ".join(names[piece] for piece in pieces if piece not in (BEGIN, END))
        self.asked.append(text)
        wanted = self.wanted(text)
        return np.array([wanted.get(names[number], -8.0) for number in candidates.tolist()], dtype=np.float32)
