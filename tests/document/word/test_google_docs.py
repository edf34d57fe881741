"""HTML as Google Docs exports it and puts it on the clipboard: our own sentences in its markup."""

from __future__ import annotations

from reviewlint.document import Kind, Source, parse

PLAIN = "font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;"
CLIPBOARD = f"""\
<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e"><h1 dir="ltr" \
style="line-height:1"><span style="{PLAIN}">The Tide House</span></h1><p dir="ltr"><span style="{PLAIN}">The keeper \
of </span><span style="{PLAIN.replace("style:normal", "style:italic")}">The Tide House</span><span style="{PLAIN}"> is \
is&nbsp;loud. He counts.</span></p><br /><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span \
style="{PLAIN}">A point</span></p></li></ul></b>"""
EXPORT = """\
<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">\
ol.lst-kix_1{list-style-type:none}.c0{color:#000000;font-style:normal}.c3{font-style:italic}</style></head>\
<body class="c5 doc-content"><h1 class="c2" id="h.x1"><span class="c0">The Tide House</span></h1><p class="c1"><span \
class="c0">The keeper of </span><span class="c3">The Tide House</span><span class="c0"> is is&nbsp;loud. He counts.\
</span></p><p class="c1 c4"><span class="c0"></span></p><ul class="c6 lst-kix_2-0"><li class="c1 li-bullet-0"><span \
class="c0">A point</span></li></ul></body></html>"""


def test_both_are_read_as_what_they_show() -> None:
    for text in (CLIPBOARD, EXPORT):
        document = parse(Source("draft.html", text))
        blocks = [(document.prose.text[each.start : each.end], each.kind) for each in document.blocks]
        assert blocks == [
            ("The Tide House", Kind.HEADING),
            ("The keeper of The Tide House is is\xa0loud. He counts.", Kind.PROSE),
            ("A point", Kind.LIST),
        ], text


def test_titles_in_italics_are_titles_on_the_clipboard() -> None:
    document = parse(Source("draft.html", CLIPBOARD))
    at = document.prose.text.index("The Tide House", 20)
    assert document.prose.kind_at(at) & Kind.TITLE


def test_a_paragraph_after_a_list_that_nobody_closed_well_is_prose() -> None:
    document = parse(
        Source("draft.html", "<ul><li>One<li><p>Two</p></ul><p>Prose.</p><table><tr><td><p>Cell</table><p>End.")
    )
    kinds = [(document.prose.text[each.start : each.end], each.kind) for each in document.blocks]
    assert kinds == [
        ("One", Kind.LIST), ("Two", Kind.LIST), ("Prose.", Kind.PROSE), ("Cell", Kind.TABLE), ("End.", Kind.PROSE),
    ]  # fmt: skip
