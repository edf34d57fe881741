"""Steps for a pipeline of datatrove: one that tags documents with their findings, and one that drops the worst.

    pipeline = [JsonlReader("reviews/"), ReviewlintFilter(most=5), ParquetWriter("kept/")]

Needs datatrove beside the extra `corpus`. Documents are checked as rows of `lint_batch` are; `path` and `facts` are
read from a document's metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter

from reviewlint.corpus.rows import Row, check_row, choice_of

KEY = "reviewlint"  # of the metadata


class ReviewlintTagger(PipelineStep):  # type: ignore[misc, unused-ignore]
    """Puts what is found in a document into its metadata: `reviewlint` with `words`, `findings` and `error`.

    They are the columns of `lint_batch`. `config` are keys of `reviewlint.toml`.
    """

    name = "reviewlint"
    type = "🔎 - TAGGER"

    def __init__(self, config: Mapping[str, object] | None = None) -> None:
        super().__init__()
        choice_of(config)  # a wrong one is told here, not in a process of its own
        self.config = config

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield the documents with their tags."""
        for document in data:
            with self.track_time():
                row = _checked(document, self.config)
            document.metadata[KEY] = row._asdict()
            self.stat_update("words", value=row.words)
            self.stat_update("findings", value=len(row.findings))
            self.update_doc_stats(document)
            yield document


class ReviewlintFilter(BaseFilter):  # type: ignore[misc, unused-ignore]
    """Drops documents with more than `most` findings in 1,000 words, those for information aside.

    A document that the tagger has seen is not checked again. One that could not be checked is dropped, too. `config`
    are keys of `reviewlint.toml`, `exclusion_writer` gets what is dropped.
    """

    name = "reviewlint"

    def __init__(self, most: float, config: Mapping[str, object] | None = None, exclusion_writer: Any = None) -> None:
        super().__init__(exclusion_writer)
        choice_of(config)
        self.most = most
        self.config = config

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Return whether a document is kept, or False with the reason."""
        known = doc.metadata.get(KEY)
        row = Row(**known) if known else _checked(doc, self.config)
        if row.error is not None:
            return False, "not_checked"
        found = sum(finding["severity"] != "info" for finding in row.findings)
        return (True, "") if 1000 * found <= self.most * max(1, row.words) else (False, "too_many_findings")


def _checked(document: Document, config: Mapping[str, object] | None) -> Row:
    path, facts = document.metadata.get("path"), document.metadata.get("facts")
    return check_row(document.text, path, facts, choice_of(config))
