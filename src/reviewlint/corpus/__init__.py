"""Whole corpora: `lint_batch` checks a table of reviews, and `reviewlint corpus` runs it over millions of them.

Findings stand beside the id of their row, and no text is copied. Needs the extra `corpus`; `docs/scale.md` has more.
"""

from reviewlint.corpus.batch import lint_batch
from reviewlint.corpus.columns import Columns

__all__ = ["Columns", "lint_batch"]
