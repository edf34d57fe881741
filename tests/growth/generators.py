"""Drafts that grow: each a name, a format, and a text of about so many characters, of a kind that has taken too long
or that could. Most repeat one piece; `head` and `tail` stand once around it. `{w}` is a word, and `{W}` a name, that is
another one each time.
"""

from __future__ import annotations

from itertools import islice, product
from string import ascii_lowercase
from typing import NamedTuple


class Growing(NamedTuple):
    """A draft that can be made as long as is wanted."""

    name: str
    suffix: str
    piece: str
    head: str = ""
    tail: str = ""

    def text(self, size: int) -> str:
        """Return a draft of about `size` characters."""
        if "{w}" not in self.piece and "{W}" not in self.piece:
            body = self.piece * max(1, size // len(self.piece))
            return self.head + body + self.tail
        length = len(self.piece) + (_LETTERS - 3) * (self.piece.count("{w}") + self.piece.count("{W}"))
        words = islice(
            map("".join, product("bdfgklmnprstvz", "aeiou", ascii_lowercase, "aeiou", ascii_lowercase)), 1, None
        )
        pieces = (
            self.piece.replace("{w}", word).replace("{W}", word.capitalize())
            for word in islice(words, max(1, size // length))
        )
        return self.head + "".join(pieces) + self.tail


_LETTERS = 5


def _of(suffix: str, pieces: dict[str, str | tuple[str, ...]]) -> list[Growing]:
    group = []
    for name, piece in pieces.items():
        head, middle, tail = ("", piece, "") if isinstance(piece, str) else (*piece, "", "")[:3]
        group.append(Growing(f"{name}{suffix}", suffix, middle, head, tail))
    return group


_MARKDOWN = _of(".md", {
    "emphasis": "*a* ", "emphasis-open": "*a ", "emphasis-title": "*A Title* ", "strong": "**a** ", "strong-open": "**a ",
    "underscores": "_a_ ", "underscores-open": "_a ", "stars": "*", "underscore-run": "_", "nested-emphasis": "*a **b ",
    "strike": "~~a~~ ", "strike-open": "~~a ", "backticks": "`a` ", "backticks-open": "`a ``b ```c ", "backtick-run": "`",
    "fences": "```\na\n```\n\n", "fence-open": ("```\n", "a\n"), "links": "[a](b) ", "links-open": "[a](b ",
    "brackets": "[", "brackets-closed": ("", "[a]", ""), "bracket-pairs": "[]", "reference": "[a][b] ",
    "references": "[{w}]: http://x.y/{w}\n", "reference-uses": ("[a]: b\n\n", "[a] "), "images": "![a](b) ",
    "images-open": "![a", "footnotes": "a[^{w}]\n\n[^{w}]: b\n\n", "footnote-open": "[^a", "autolinks": "<http://x.y> ",
    "autolink-open": "<http://x.y ", "own-links": "<game:Some Name> ", "bare-links": "http://x.y/z ", "entities": "&amp; ",
    "entity-open": "&amp", "number-entities": "&#8212; ", "escapes": "\\*", "backslashes": "\\", "headings": "# A thing\n\n",
    "hashes": "#", "setext": "A thing\n===\n\n", "quote-marks": "> ", "quotes-deep": "> > > a\n", "lists": "- a\n",
    "lists-deep": "- " , "numbered": "1. a\n", "table": ("| a | b |\n|---|---|\n", "| a | b |\n"), "table-row": ("| a ", "| a "),
    "tables": "| a | b |\n|---|---|\n| c | d |\n\n", "pipes": "|", "rules": "---\n\n", "dashes": "-", "hard-breaks": "a  \nb ",
    "tags": "<i>a</i> ", "tags-open": "<i>a ", "tags-cite": "<cite>A Title</cite> ", "tag-starts": "<i ", "less-than": "<",
    "comments": "<!-- a --> b ", "comments-open": "<!-- ", "comment-blocks": "<!-- a -->\n\nb\n\n", "blocks": "<div>\na\n</div>\n\n",
    "blocks-open": "<div>\n", "marked-sections": "<![CDATA[ ", "instructions": "<? ", "spoilers": ">! a !< ",
    "templates": "{% a %} b ", "templates-open": "{% a ", "braces": "{", "braces-doubled": "{{ a }} b ",
    "braces-open": "{{ a ", "attributes": "a{.b} ", "attributes-open": "{.a ", "yaml-keys": ("---\n", "{w}: a b c\n", "---\n\nA text.\n"),
    "yaml-list": ("---\ntags:\n", "- {w}\n", "---\n\nA text.\n"), "yaml-flow": ("---\na: ", "[", "\n---\n"),
    "yaml-reader": ("---\n", "summary: A thing that is long.\n", "---\n\nA text.\n"), "yaml-fences": "---\na: b\n",
    "yaml-block": ("---\nsummary: |\n", "  A thing that is long.\n", "---\n\nA text.\n"),
    "yaml-aliases": ("---\na0: &a0 [x,x]\n", "b{w}: [*a0,*a0]\n", "---\n\nA text.\n"),
    "yaml-indent": ("---\nsummary:\n", "  a b c", "\n---\n\nA text.\n"),
    "toml-keys": ("+++\n", "{w} = \"a b c\"\n", "+++\n\nA text.\n"), "toml-array": ("+++\na = [", '"x",', "]\n+++\n"),
    "toml-deep": ("+++\na = ", "[", "\n+++\n"), "toml-tables": ("+++\n", "[{w}]\na = 1\n", "+++\n"),
    "remark-ignore": "It is is. <!-- reviewlint: ignore[doubled-word] a -->\n\n",
    "remark-block": "<!-- reviewlint: ignore[grammar] a -->\n\nIt is is.\n\n",
    "remark-range": "<!-- reviewlint: disable[grammar] -->\n\nIt is is.\n\n<!-- reviewlint: enable[grammar] -->\n\n",
    "remark-open": "<!-- reviewlint: disable[grammar] -->\n\n", "remark-idle": "<!-- reviewlint: enable[grammar] -->\n\n",
    "remark-unknown": "<!-- reviewlint: ignore[{w}] -->\n\n", "remark-names": ("a <!-- reviewlint: ignore[", "{w}, ", "] -->"),
    "remark-blanket": "<!-- reviewlint: ignore -->\n\n", "remark-unused": "A word. <!-- reviewlint: ignore[doubled-word] a -->\n\n",
    "sic": "teh [sic] ", "sic-run": ("", "a", " [sic]"), "sic-glued": "[sic]",
})  # fmt: skip

_HTML = _of(".html", {
    "comments-open": "<!--", "tags-half": "<a", "tags-open": "<i>a ", "tags": "<i>a</i> ", "paragraphs": "<p>A text.</p>\n",
    "paragraphs-open": "<p>A text.\n", "deep": "<div>", "ends": "</div>", "ends-inline": "</i>a ", "entities": "&amp; ",
    "ampersands": "&", "scripts": "<script>a</script> b ", "scripts-open": "<script>", "sections": "<![CDATA[", "instructions": "<?",
    "declarations": "<!a ", "attributes": ("<a ", 'b="c" ', ">d</a>"), "attribute-open": '<a b="', "lists": "<li>A thing.</li>\n",
    "breaks": "a<br>", "titles": "<head><title>A thing</title></head>", "quotes": "<blockquote>a", "less-than": "<", "greater-than": ">",
    "nested-inline": "<i><b>", "closing-inside": "<i><b>a</i> ", "comment-ends": "-->", "comments": "<!-- a -->b ",
    "references": "&#x41;", "reference-open": "&#", "skipped": "<svg>a", "blanks": ("<p>a", " ", "b</p>"),
})  # fmt: skip

_PROSE = _of(".txt", {
    "plain": "The film is long and it has a good end. ", "lines": "The film is long.\n", "paragraphs": "The film is long.\n\n",
    "one-word": "a", "one-capital": "A", "words": "{w} ", "names": "{W} {W} plays. ", "names-cast": "{W} {W} plays {W} {W}. ",
    "names-run": "{W} ", "names-variant": "Jane {W} plays. Jane {W}e sings. ", "given-names": "Jane and {W} sing. ",
    "credits": "It is directed by {W} {W}. ", "credits-list": ("It stars ", "{W} {W}, ", "and Jane Doe."),
    "years": "It came out in 1999. ", "runtimes": "It runs 90 minutes. ", "ratings": "I give it 7/10. ", "numbers": "1 ",
    "digits": "1", "number-words": "twenty-one ", "circled": "③ ", "ages": "He is 12 years old. ",
    "quotes-open": "“a ", "quotes": "“a” ", "quotes-straight": '"a ', "quotes-pairs": '"a" ', "quotes-single": "'a ",
    "quotes-curly-single": "‘a ", "apostrophes": "a’s ", "quotes-low": "„a ", "guillemets": "«a ", "quote-run": '"', "apostrophe-run": "'",
    "possessives": "the boys' ", "brackets-open": "(a ", "brackets": "(a) ", "bracket-run": "(", "closing-run": ")",
    "doubled": "It is is. ", "doubled-run": "is ", "doubled-lines": "It is is.\n", "doubled-names": "{W} is is here.\n", "doubled-that": "that that ", "articles": "a apple ", "spaces": ("a", " ", "b"),
    "tabs": ("a", "\t", "b"), "no-break": ("a", "\u00a0", "b"), "blank-lines": ("a.", "\n", "b."), "blank-end": ("a.", "\n"),
    "blank-end-wide": ("a.", "\n \n", "\u00a0b"), "blank-doubled": "a b.\n\n\n", "spaced-lines": ("a.", " \n", "b."),
    "returns": ("a.", "\r", "b."), "commas": "a, ", "comma-run": ",", "comma-spaces": "a ,b ", "stops": "a. ", "stop-run": ".",
    "stops-glued": "One.Two", "questions": "?", "ellipses": "… ", "colons": "a: ", "semicolons": "a; ", "hyphens": "a-",
    "spaced-hyphens": "a - ", "dash-run": "—", "slashes": "a/", "stars": "*a* ", "stars-open": "*a ", "urls": "www.x.y ",
    "url-run": ("http://", "a."), "url-dots": ("http://a", ".", " b"), "remarks": "a %% reviewlint: ignore[grammar] b\n",
    "percents": "%", "items": "- a thing\n", "headings": "A Heading\n\nThe film is long.\n\n", "keys": ("title: A\n", "{w}: a\n"),
    "critics": "Critics say it is good. ", "of-run": "of the ", "and-run": "the cat and ", "there-is": "There is many cats. ",
    "since": "Since 1999 he works. ", "which": "which is ", "if-clauses": "If it was good, ", "tbd": "The runtime is TBD. ",
    "placeholders": "[name] ", "capitals": "The Film Is Long ", "lower": "the film is long. the end. ", "i-lower": "i am. ",
    "misspelt": "teh recieve ", "censored": "s--t ", "combining": ("e", "\u0301"), "emoji": "😀 ", "ideographs": "日本",
    "zero-width": "a\u200b", "mixed-english": "colour color ", "subject-verb": "The actors plays well ", "modals": "could of ",
    "consistency": "e-mail email ", "long-lines": "the long road to the town and ", "superlatives": "It is the best of the ",
    "such-as": "such as ", "kinship": "Her brother is {W}. Her sister is {W}. ", "seasons": "The second season has 8 episodes. ",
    "roles": "{W} as {W}, ", "long-names": ("", "{W}-", "")
})  # fmt: skip

GROWING = (*_MARKDOWN, *_HTML, *_PROSE)
