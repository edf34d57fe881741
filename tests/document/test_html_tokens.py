"""The tokens of HTML: each character in one of them, and what is never closed is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document import Source, parse
from reviewlint.document.html_tokens import Tokens


class Listed(Tokens):
    """Keeps all tokens with their texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.found: list[tuple[str, str]] = []
        self.places: list[tuple[int, int]] = []
        self.read(text)

    def keep(self, what: str) -> None:
        self.found.append((what, self.text[self.at : self.end]))
        self.places.append((self.at, self.end))

    def handle_starttag(self, tag: str) -> None:
        self.keep(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.keep(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        assert data == self.text[self.at : self.end]
        self.keep("text")

    def handle_reference(self, reference: str) -> None:
        self.keep("reference")

    def handle_comment(self, data: str) -> None:
        self.keep(f"comment {data}")

    def handle_other(self) -> None:
        self.keep("other")


def shown(text: str) -> str:
    return parse(Source("a.html", text)).prose.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a<i>b</i>", [("text", "a"), ("<i>", "<i>"), ("text", "b"), ("</i>", "</i>")]),
        ("<A HREF='>'>b", [("<a>", "<A HREF='>'>"), ("text", "b")]),
        ("<br/>", [("<br>", "<br/>"), ("</br>", "<br/>")]),
        ("<!-- a > b -->c", [("comment  a > b ", "<!-- a > b -->"), ("text", "c")]),
        ("<!DOCTYPE html><?php a ?>", [("other", "<!DOCTYPE html>"), ("other", "<?php a ?>")]),
        ("a &amp; b", [("text", "a "), ("reference", "&amp;"), ("text", " b")]),
        ("a & b", [("text", "a "), ("text", "&"), ("text", " b")]),
        ("1 < 2", [("text", "1 "), ("text", "<"), ("text", " 2")]),
        ("<p class=\"a>b", [("<p>", '<p class="a>'), ("text", "b")]),
    ],
)  # fmt: skip
def test_tokens(text: str, found: list[tuple[str, str]]) -> None:
    assert Listed(text).found == found


@pytest.mark.parametrize("text", ["<!-- never closed", "<a href='b", "</a", "<![alt", "&#", "<", "&"])
def test_what_is_never_closed_is_text(text: str) -> None:
    assert {what for what, _ in Listed(text).found} == {"text"}


def test_a_marked_section_is_left_out() -> None:
    assert shown("<p>Before <![alt](x.png)> after.</p>") == "Before after."
    assert shown("<p>Before <![CDATA[ x ]]> after.</p>") == "Before after."


def test_a_picture_of_markdown_within_html_breaks_nothing() -> None:
    document = parse(Source("a.md", "<div>\n<![alt](x.png)>\n</div>\n\nIt is is good.\n"))
    assert document.prose.text.endswith("It is is good.")


def test_an_address_with_an_ampersand_stays() -> None:
    assert shown("<p>At x.org/?a=1&ref=2&b=3 and R&B.</p>") == "At x.org/?a=1&ref=2&b=3 and R&B."
    assert shown("<p>&#8212;&mdash;&amp;</p>") == "——&"


def test_a_script_is_skipped_to_its_end() -> None:
    assert shown("<p>a</p><script>if (a < b) '</p>'</script><p>b</p>") == "a\n\nb"
    assert shown("<p>a</p><script>never closed <p>b</p>") == "a"


@given(st.text(alphabet="<>/!-?&;=\"' ab#1", max_size=40))
def test_the_tokens_are_the_whole_text_in_order(text: str) -> None:
    at = 0
    for (start, end), again in zip(listed := Listed(text).places, [(0, 0), *listed], strict=False):
        assert start == at or (start, end) == again  # <br/> opens and closes
        at = end
    assert at == len(text)
