"""What one run works out and the next need not: the code of patterns and the tables of rule files.

Python keeps the code of modules, but not that of regular expressions; a check of one draft compiles some 400 of them, a
quarter of its time. `kept_between_runs` reads what earlier runs left, and writes what this one adds.
"""

from reviewlint.kept.memory import forget, kept_between_runs, remembered

__all__ = ["forget", "kept_between_runs", "remembered"]
