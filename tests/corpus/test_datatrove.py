"""The steps of a datatrove pipeline."""

from __future__ import annotations

import pytest

from reviewlint import ReviewlintError

pytest.importorskip("datatrove")

from datatrove.data import Document

from reviewlint.corpus.datatrove import KEY, ReviewlintFilter, ReviewlintTagger

CONFIG = {"reader": "off"}
TEXTS = ["It is is a calm film.", "A fine book.", "x\0y"]


def documents() -> list[Document]:
    return [Document(text, str(number)) for number, text in enumerate(TEXTS)]


def test_the_tagger_puts_findings_beside_the_text() -> None:
    tagged = list(ReviewlintTagger(CONFIG).run(documents()))
    assert [document.text for document in tagged] == TEXTS
    assert [[f["rule"] for f in d.metadata[KEY]["findings"]] for d in tagged] == [["grammar/doubled-word"], [], []]
    assert "binary" in tagged[2].metadata[KEY]["error"]


@pytest.mark.parametrize(("most", "kept"), [(0, ["1"]), (500, ["0", "1"])])
def test_the_filter_drops_the_worst(most: float, kept: list[str]) -> None:
    step = ReviewlintFilter(most, CONFIG)
    assert [document.id for document in step.run(documents())] == kept
    assert step.stats["dropped_not_checked"].total == 1


def test_the_filter_believes_the_tagger() -> None:
    tagged = list(ReviewlintTagger(CONFIG).run(documents()))
    for document in tagged:
        document.text = "A fine book."
    assert [document.id for document in ReviewlintFilter(0).run(tagged)] == ["1"]


def test_facts_and_format_come_with_the_document() -> None:
    facts = '{"type": "Movie", "name": "Look Back", "duration": 58}'
    document = Document("<p>The film runs 75 minutes.</p>", "a", metadata={"path": "a.html", "facts": facts})
    (tagged,) = ReviewlintTagger(CONFIG).run([document])
    assert [f["rule"] for f in tagged.metadata[KEY]["findings"]] == ["facts/wrong-runtime"]


def test_a_wrong_configuration_is_told_at_once() -> None:
    with pytest.raises(ReviewlintError, match="selct"):
        ReviewlintTagger({"selct": []})
