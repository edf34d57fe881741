"""The subject of a clause."""

import pytest

from reviewlint.claims.subject import is_the_work, subject_of
from reviewlint.document import Source, parse
from reviewlint.facts.gather import facts_of

FACTS = facts_of(parse(Source("draft.md", "The harbour.\n")), given={"type": "Movie", "name": "The Long Pier"})


@pytest.mark.parametrize(
    ("clause", "head", "work"),
    [
        ("The film lasts", "film", True),
        ("It opens on a pier and lasts", "it", True),
        ("In the end the film lasts", "film", True),
        ("The film, a quiet one, lasts", "film", True),
        ("The Long Pier lasts", "pier", True),
        ("The running time is", "time", True),
        ("Its first half lasts", "half", False),
        ("It closes with a song that lasts", "song", False),
        ("The film on the second disc lasts", "film", False),
        ("The last song runs", "song", False),
        ("I slept, but the film lasts", "film", True),
    ],
)
def test_subject(clause: str, head: str, work: bool) -> None:
    subject = subject_of(clause, 0, len(clause))
    assert subject is not None
    assert (subject.head, is_the_work(subject, FACTS)) == (head, work)
