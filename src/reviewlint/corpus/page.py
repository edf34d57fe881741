"""The tally of a corpus as one page of HTML: no script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from reviewlint.corpus.needs import needed

if TYPE_CHECKING:
    from reviewlint.corpus.tally import Tally


def page(tally: Tally, name: str) -> str:
    """Return the page; `name` is what the corpus is called."""
    jinja2 = needed("jinja2", "corpus")
    loader = jinja2.PackageLoader("reviewlint.corpus", "")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    style = loader.get_source(environment, "report.css")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment.get_template("report.html.j2")
    return str(template.render(tally=tally, name=name, style=style, style_hash=f"sha256-{digest}"))
