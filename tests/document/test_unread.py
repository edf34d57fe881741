"""What only other programs read in a draft, and is no prose: rules see none of it."""

from __future__ import annotations

import pytest

from reviewlint.document import Document, Kind, Source, parse
from reviewlint.document.view import HIDDEN


def document(text: str, name: str = "draft.md") -> Document:
    return parse(Source(name, text))


def read(text: str, name: str = "draft.md") -> str:
    """Return what rules for prose read of a text."""
    shown = document(text, name).prose.masked(Kind.PROSE | Kind.LIST | Kind.HEADING | Kind.TITLE | Kind.QUOTE)
    return "¶".join(block for block in shown.split("\n\n") if block.strip(HIDDEN + " "))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # Liquid, Nunjucks, Handlebars, Hugo, Zola
        ("{% comment %}\nTK\n\nmore\n{% endcomment %}\n\nA bus.", "A bus."),
        ("{%- comment -%} TK {%- endcomment -%}\nA bus.", "A bus."),
        ("{# TK #}\nA bus {# more\nof it #} stops.", "A bus stops."),
        ("{{!-- TK {{x}} --}}\nA bus.", "A bus."),
        ("{{< comment >}}\nTK\n{{< /comment >}}\n\nA bus.", "A bus."),
        ("{{% comment %}}TK{{% /comment %}}\n\nA bus.", "A bus."),
        ("{{</* comment */>}} A bus.", f"{HIDDEN * 19} A bus."),
        ("{% note %}\nA bus.\n{% endnote %}", "A bus."),
        ("{% aside() %}\nA bus.\n{% end %}", "A bus."),
        ("{{#if late}}A bus{{else}}A tram{{/if}} stops.", "A busA tram stops."),
        ("{::comment}\nTK\n{:/comment}\n\nA bus.", "A bus."),
        ("A bus.\n{: .lead #one}\n\nIt *stops*{:.loud}.", "A bus.¶It stops."),
        ("{:toc}\n\nA [bus]{.smallcaps} stops.", "A bus stops."),
        ('[caption id="a" width="3"]A bus[/caption]', f"{HIDDEN * 26}A bus{HIDDEN * 10}"),
        ("\\begin{align*}\na , b &= c ; d\n\\end{align*}\n\nA bus.", "A bus."),
        # Obsidian and other notes
        ("Of %% TK %% buses.\n\n%%\nTK\n\nmore\n%%\n\nIt stops.", "Of buses.¶It stops."),
        ("See [[night bus]] and [[bus|the bus]].", "See night bus and the bus."),
        ("> [!tip]- A bus\n> It stops.", "It stops."),
        ("> [!info]\n> It stops.\n>\n> It goes.", "It stops.¶It goes."),
        ("It stops. ^a1b2c3", "It stops. "),
        ("It ==really== stops.", "It really stops."),
        # admonitions
        (":::tip[A bus]\n\nIt stops.\n\n:::", "It stops."),
        ("::: {.callout-note}\nIt stops.\n:::", "It stops."),
        ('!!! note "A bus"\n\nIt stops.', "It stops."),
        ("*[BUS]: Big Urban Ship\n\nIt stops.", "It stops."),
        # what is struck out, or not seen
        ("An ~~old~~ new bus; it ~~went~~.", f"An new bus; it {HIDDEN}."),
        ("A <del>red</del> blue <s>tram</s> bus.", "A blue bus."),
        ("A <!-- TK --> bus un&shy;der<wbr>ground.", "A bus underground."),
        ("A bus\n: goes.", "A bus¶goes."),
    ],
)
def test_no_prose_is_read(text: str, shown: str) -> None:
    assert read(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "{% highlight js %}\na , b\n\nc ; d\n{% endhighlight %}",
        "{% raw %}{{ a , b }}{% endraw %}",
        "{{< mermaid >}}\na --> b\n{{< /mermaid >}}",
        "$a , b$ $$c ; d$$ \\(e , f\\)",
        "$$\na , b\n$$",
        "\\[ x = y \\]",
        "![[bus.png|300]] :bus: [mood:: grim] ^[TK] [@lee2019, p. 3] [TOC]",
        '{{ site.title }} {% youtube x %} {{< figure src="a" >}}',
    ],
)
def test_what_is_shown_but_is_no_prose_stands_there_unread(text: str) -> None:
    assert not read(text).replace(HIDDEN, "").strip(" ¶\n")
    shown = read(f"The {text} bus")
    assert shown.startswith("The ")
    assert HIDDEN in shown


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5, or $10 with lunch, and A$15 at night.",
        "From $5/$10 to $20; $$$ is dear and $$ is not.",
        "He gave $20, she gave $30 and $40 more.",
        "Escaped \\(brackets\\) and \\[sic\\] are prose.",
        "It rose by 5%% and 6%, see 10:30:45 and a:b:c.",
        "Look :) and {smile} at std::move.",
    ],
)
def test_prose_that_looks_like_it_is_read(text: str) -> None:
    assert read(text) == text.replace("\\", "")


def test_a_field_is_a_label_and_its_value_is_read() -> None:
    assert read("Verdict:: a long ride\n\nRating:: 4/5") == "a long ride¶4/5"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("import A from 'a'\nexport const b = [1 , 2] ;\n\nA bus.", "A bus."),
        ("export const a = {\n  b: 1 ,\n\n  c: 2\n}\n\nA bus.", "A bus."),
        ("A bus.\n\n{list.map((x) => (\n  <li>{x} ,</li>\n\n))}\n\nIt stops.", "A bus.¶It stops."),
        ("It gets {stars} stars.", f"It gets {HIDDEN * 7} stars."),
        ("<Note kind={a > b}>\n\nA *bus*.\n\n</Note>", "A bus."),
        ("<Note>\nA bus.\n</Note>", "A bus."),
        ("A bus. {/* TK */}", "A bus. "),
        ("{'}'} {`}`} {/* } */}A bus.", "A bus."),
        ("A bus in `{code}`.", f"A bus in {HIDDEN * 6}."),
        ("Do not import {this", "Do not import {this"),
    ],
)
def test_javascript_in_mdx_is_no_prose(text: str, shown: str) -> None:
    assert read(text, "draft.mdx").lstrip(HIDDEN + " ") == shown


def test_remarks_of_other_programs_are_comments() -> None:
    texts = {
        "draft.mdx": "{/* reviewlint: ignore[x] y */}\n\nA bus.",
        "draft.md": "%% reviewlint: ignore[x] y %%\n\nA bus.",
        "draft.markdown": "{% comment %} reviewlint: ignore[x] y {% endcomment %}\n\nA bus.",
        "draft.qmd": "{# reviewlint: ignore[x] y #}\n\nA bus.",
    }
    for name, text in texts.items():
        assert [comment.text.strip() for comment in document(text, name).comments] == ["reviewlint: ignore[x] y"]


def test_code_holds_nothing_of_all_this() -> None:
    doc = document("`{% comment %}` is left open.\n\n```\n%% $$ {/*\n```\n\nA bus %% stops.")
    assert not doc.comments
    assert doc.prose.text.endswith("A bus %% stops.")


@pytest.mark.parametrize("kind", ["quote", "cite"])
def test_a_callout_may_hold_somebody_elses_words(kind: str) -> None:
    assert read(f"> [!{kind}] Ann Lee\n> It stops.") == ""


@pytest.mark.parametrize(
    "text",
    ["go to [](#a) to it", "by the ![](a.png) the way", 'a <i class="x"></i> a', "to <img src=x> to", "to ![[a]] to"],
)
def test_something_stands_between_two_words(text: str) -> None:
    for name in ("draft.md", "draft.html"):
        if name == "draft.md" or "<" in text:
            assert HIDDEN in document(f"Then {text}.", name).prose.masked(Kind.PROSE)


def test_html_is_read_without_tags_of_templates() -> None:
    text = "<p>A {{ x }} bus {# TK #} un&shy;der <del>it</del> {% if a %}stops{% endif %}.</p>"
    assert read(text, "draft.html") == f"A {HIDDEN * 7} bus under stops."
