"""Asks a model about passages: from what it said before, or anew, as long as the run may."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from reviewlint.cache.folder import cache_folder
from reviewlint.cache.store import Store
from reviewlint.errors import ReviewlintError
from reviewlint.second_opinion.answer import LONGEST_ANSWER, Opinion, Unusable, opinions_in
from reviewlint.second_opinion.budget import Budget
from reviewlint.second_opinion.client import Client, NoAnswer
from reviewlint.second_opinion.question import ANSWER, VERSION, messages
from reviewlint.second_opinion.settings import ModelSettings
from reviewlint.time_limit import untimed

FILE = "opinions-1.db"  # the number changes with the table
_TOKEN = 3  # characters of a question that are a token, at least


class Passage(NamedTuple):
    """A stretch of a draft: where it starts in the prose view, and its text, character by character as there."""

    start: int
    text: str


class Answered(NamedTuple):
    """What a model says of some passages, in offsets of the prose view; and why it says nothing of others."""

    opinions: tuple[Opinion, ...]
    notice: str | None = None


class _Kept(NamedTuple):
    key: bytes
    content: str


@dataclass(frozen=True, slots=True)
class Adviser:
    """A model for one run, as every process of the run knows it. With `remembers`, nothing is asked twice."""

    settings: ModelSettings
    budget: Budget
    remembers: bool = True

    def ask(self, passages: Iterable[Passage], claims: Sequence[str]) -> Answered:
        """Return what the model says of passages, and which of some claims they make. Nothing is raised."""
        found: list[Opinion] = []
        unusable = 0
        for passage in passages:
            try:
                content, why = self._content(passage.text, claims)
                if content is None:
                    return Answered(tuple(found), f"{self._name} was not asked about all that is in doubt: {why}.")
                said = opinions_in(content, passage.text, claims)
            except Unusable:
                unusable += 1
                continue
            at, name = passage.start, self.settings.name
            found += (each._replace(start=each.start + at, end=each.end + at, model=name) for each in said)
        notice = f"{self._name} gave answers that are no answers to the question." if unusable else None
        return Answered(tuple(found), notice)

    def close(self) -> None:
        """Let go of the connection of this process; those of others end with them."""
        client = _clients.pop((os.getpid(), self.settings), None)
        if client is not None:
            client.close()

    @property
    def _name(self) -> str:
        return f"The model {self.settings.name}"

    def _content(self, text: str, claims: Sequence[str]) -> tuple[str | None, str]:
        """Return the text of an answer, kept or new, or None and why there is none; raise Unusable."""
        store = _store() if self.remembers else None
        key = sha256(json.dumps([VERSION, self.settings.name, text, list(claims)]).encode()).digest()
        kept = store.get(key) if store is not None else None
        if kept is not None:
            return kept.content, ""
        most = sum(len(each["content"]) for each in messages(text, claims)) // _TOKEN + ANSWER
        refusal = self.budget.take(self.settings, most)
        if refusal is not None:
            return None, refusal
        content, why = self._asked(text, claims, most)
        if content is not None and store is not None:
            store.put(_Kept(key, content[:LONGEST_ANSWER]))
            store.flush()
        return content, why

    def _asked(self, text: str, claims: Sequence[str], most: int) -> tuple[str | None, str]:
        """Ask, for which `most` tokens are taken; an answer that is of no use is kept as one without a word."""
        began = time.monotonic()
        tokens = most
        try:
            with untimed():
                said = _client(self.settings).ask(text, claims, self.budget.left(self.settings))
            tokens = said.tokens
        except NoAnswer as error:
            why = f"{error}; see docs/model.md"
            self.budget.stop(why)
            return None, why
        except Unusable:
            return "", ""
        finally:
            self.budget.spend(tokens - most, time.monotonic() - began)
        return said.content, ""


_clients: dict[tuple[int, ModelSettings], Client] = {}  # of a process, for no connection outlives a fork


def _client(settings: ModelSettings) -> Client:
    key = os.getpid(), settings
    if key not in _clients:
        _clients[key] = Client(settings)
    return _clients[key]


_stores: dict[tuple[int, str], Store[_Kept]] = {}


def _store() -> Store[_Kept] | None:
    """Return the file of answers, opened once in each process; None for a user without a place for it."""
    try:
        path = cache_folder() / FILE
    except ReviewlintError:
        return None
    key = os.getpid(), str(path)
    if key not in _stores:
        _stores[key] = Store(path, _Kept, _ignored)
    return _stores[key]


def _ignored(words: str) -> None:
    """Let what befalls the file go unsaid: without it, the model is asked again."""
