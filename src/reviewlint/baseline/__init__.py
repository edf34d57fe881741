"""The findings of a repository that are known already: a file of them, and the findings that are not in it."""

from reviewlint.baseline.compare import Compared, compare, entries_of
from reviewlint.baseline.file import FILE_NAME, Entry, read_baseline, write_baseline

__all__ = ["FILE_NAME", "Compared", "Entry", "compare", "entries_of", "read_baseline", "write_baseline"]
