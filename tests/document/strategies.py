"""Texts for property tests: pieces of drafts in every format, put together at random."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = [
    "A plain sentence. ", "Another one, with a comma", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "---\n", "+++\n", "title: X\n",
    "rating: 4\n", 'name = "Y"\n', "# Heading\n", "## Two\n", "- item\n", "1. one\n", "> quoted\n", "| a | b |\n|---|---|\n",
    "*Title Case*", "_stress_", "**bold**", "`code`", "```\nblock\n```\n", "[link](http://x.y)", "[ref][1]", "\n[1]: http://z\n",
    "![alt](p.jpg)", "<i>It</i>", "<br>", "<!-- note -->", "<div>", "</div>", "<p>para</p>", "<script>x</script>", "<img src=\" ",
    "&mdash;", "&amp;", "&#8212;", "{% tag x %}", "{{ y }}", "{{< short >}}", "{width=1}", "<game:Some Game>", "<tag:a>",
    "“curly”", '"straight"', "'single'", "‘Yumi’", "it's", "'90s", "5'10\"", "“open", "😀", "e\u0301", "日本", "\u00a0", "\u2028",
    "[^1]", "\n[^1]: note\n", "\\*", "~~s~~", ">! spoiler !<", "%% remark\n", "  \n", "Label: value\n", "...", "--", "\t", "\x0b",
    "----\n", '{"title": "X"}\n', "{% comment %}", "{% endcomment %}", "{% raw %}", "{% end %}", "{# r #}", "{{!-- r --}}", "{{/if}}",
    "{::comment}", "{:/comment}", "{: .lead}", "{", "}", "{a}", "{/* r */}", "import {A} from 'a'\n", "export const a = 1\n",
    "<Card a={1}>", "</Card>\n", "$", "$$", "$a+b$", "\\(", "\\)", "%%", "Key:: value", "[a:: b]", "![[a]]", "[[a|b]]", "[[a]]",
    "> [!note] Title\n", ":::note\n", ":::\n", "!!! tip\n", ": meaning\n", "^[note]", "^ab12\n", ":smile:", "==x==", "[x]{.y}",
    "[@a1]", "*[HTML]: x\n", "[TOC]", "[](#a)", "![](b)", "<span></span>", "<del>", "</del>", "<s>", "&shy;", "<wbr>", "[/caption]",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=25).map("".join)
suffixes = st.sampled_from((".md", ".mdx", ".txt", ".html"))
