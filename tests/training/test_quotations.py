"""Quotations lose their sources, and drawings are left out."""

from __future__ import annotations

from reader.quotations import quotations

TEXT = """Whoever keeps bees
keeps his temper too.
\t\t-- Nobody in particular
%
 /\\_/\\
( o.o )  a cat is sitting here
%
Too short.
%
The soup was cold, and so was the welcome.
"""


def test_quotations_are_lines_of_prose() -> None:
    assert list(quotations(TEXT)) == [
        "Whoever keeps bees keeps his temper too.",
        "The soup was cold, and so was the welcome.",
    ]
