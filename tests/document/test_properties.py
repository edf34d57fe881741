"""What holds for every draft, whatever is in it."""

from __future__ import annotations

import contextlib
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlint.document import Document, Kind, Source, parse
from reviewlint.document.view import HIDDEN
from reviewlint.errors import ReviewlintError
from tests.document.strategies import suffixes, texts

MODEST = settings(max_examples=150, deadline=None)


def document(text: str, suffix: str = ".md") -> Document:
    return parse(Source(f"draft{suffix}", text))


def bounds(doc: Document) -> list[tuple[int, int]]:
    starts = [segment.start for segment in doc.prose.segments]
    return list(pairwise([*starts, len(doc.prose.text)]))


@MODEST
@given(texts, suffixes)
def test_segments_cover_the_view_and_stay_in_the_source(text: str, suffix: str) -> None:
    doc = document(text, suffix)
    assert "".join(doc.prose.text[a:b] for a, b in bounds(doc)) == doc.prose.text
    previous = 0
    for segment, (start, end) in zip(doc.prose.segments, bounds(doc), strict=True):
        assert start < end
        assert 0 <= segment.source_start <= segment.source_end <= len(text)
        assert segment.source_start >= previous
        previous = segment.source_start


@MODEST
@given(texts, suffixes)
def test_what_maps_one_to_one_is_the_source_itself(text: str, suffix: str) -> None:
    doc = document(text, suffix)
    for segment, (start, end) in zip(doc.prose.segments, bounds(doc), strict=True):
        shown = doc.prose.text[start:end]
        source = text[segment.source_start : segment.source_end]
        if len(shown) == len(source) and not shown.isspace():
            assert shown == source or segment.source_end - segment.source_start == 1


@MODEST
@given(texts, suffixes, st.data())
def test_every_position_maps_back_in_order(text: str, suffix: str, data: st.DataObject) -> None:
    doc = document(text, suffix)
    size = len(doc.prose.text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    span = doc.prose.to_source(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    later = doc.prose.to_source(end, size)
    assert later.start >= span.start
    if start < end and doc.is_exact(start, end):
        assert len(text[span.start : span.end].replace("\r\n", "\n")) == end - start


@MODEST
@given(texts, suffixes)
def test_blocks_sentences_and_words_nest(text: str, suffix: str) -> None:
    doc = document(text, suffix)
    at = 0
    for block in doc.blocks:
        assert at <= block.start < block.end <= len(doc.prose.text)
        at = block.end
    for sentence in doc.sentences:
        block = doc.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert doc.prose.text[sentence.start : sentence.end].strip()
    for word in doc.words:
        assert doc.prose.text[word.start : word.end] == word.text


@MODEST
@given(texts, suffixes, st.sets(st.sampled_from(list(Kind))))
def test_a_mask_hides_and_moves_nothing(text: str, suffix: str, kinds: set[Kind]) -> None:
    doc = document(text, suffix)
    reads = Kind(0)
    for kind in kinds:
        reads |= kind
    masked = doc.prose.masked(reads)
    assert len(masked) == len(doc.prose.text)
    assert all(a == b or (a == HIDDEN and b != "\n") for a, b in zip(masked, doc.prose.text, strict=True))


@MODEST
@given(texts, suffixes)
def test_a_paragraph_above_shifts_everything_by_its_length(text: str, suffix: str) -> None:
    above = "<p>Here is a quiet paragraph.</p>\n\n" if suffix == ".html" else "Here is a quiet paragraph.\n\n"
    if text[:3] in ("---", "+++") or document(text, suffix).body_start or document(above + text, suffix).body_start:
        return
    text = f"Body text comes first.\n\n{text}"  # so that the text is not read as going on the paragraph above
    before, after = document(text, suffix), document(above + text, suffix)
    assert after.prose.text.endswith(before.prose.text)
    shift = len(after.prose.text) - len(before.prose.text)
    for block in before.blocks[:3]:
        old = before.prose.to_source(block.start, block.end)
        new = after.prose.to_source(block.start + shift, block.end + shift)
        assert (new.start - old.start, new.end - old.end) == (len(above), len(above))


@MODEST
@given(st.binary(max_size=200), suffixes)
def test_any_bytes_parse_or_are_refused_in_words(data: bytes, suffix: str) -> None:
    with contextlib.suppress(ReviewlintError):
        parse(Source.from_bytes(f"draft{suffix}", data))


@MODEST
@given(
    st.lists(st.sampled_from(["The film is long.", "It ends well,", "said she, and so.", "**So** there."]), min_size=1)
)
def test_line_ends_do_not_matter(lines: list[str]) -> None:
    unix, dos = document("\n".join(lines) + "\n\nEnd.\n"), document("\r\n".join(lines) + "\r\n\r\nEnd.\r\n")
    assert unix.prose.text == dos.prose.text
    assert [s[:2] for s in unix.sentences] == [s[:2] for s in dos.sentences]
