"""What changed in a git repository since some commit, by git's own diff, and which findings touch it."""

from reviewlint.changes.changes import Changes, changes_in
from reviewlint.changes.git import top_of
from reviewlint.changes.sift import only_added

__all__ = ["Changes", "changes_in", "only_added", "top_of"]
