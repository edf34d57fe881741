"""How much two words or names are alike, from 0 to 1.

Short enough to write out: a library's import would cost a cold run more than all its comparisons.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def jaro_winkler(first: str, second: str) -> float:
    """Return the likeness of two words by the letters they share in place, more for a common beginning."""
    if first == second:
        return 1.0
    reach = max(len(first), len(second)) // 2 - 1
    taken = [False] * len(second)
    matched: list[str] = []
    for at, letter in enumerate(first):
        for other in range(max(0, at - reach), min(len(second), at + reach + 1)):
            if not taken[other] and second[other] == letter:
                taken[other] = True
                matched.append(letter)
                break
    if not matched:
        return 0.0
    in_second = (letter for letter, is_taken in zip(second, taken, strict=True) if is_taken)
    swapped = sum(a != b for a, b in zip(matched, in_second, strict=True)) // 2
    count = len(matched)
    jaro = (count / len(first) + count / len(second) + (count - swapped) / count) / 3
    start = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    return jaro + min(4, start) * 0.1 * (1 - jaro) if jaro > 0.7 else jaro


def sorted_ratio(first: str, second: str) -> float:
    """Return the share of letters that two names have in common and in order, their words sorted."""
    return _ratio(" ".join(sorted(first.split())), " ".join(sorted(second.split())))


@lru_cache(maxsize=8192)
def _ratio(first: str, second: str) -> float:
    total = len(first) + len(second)
    if total == 0:
        return 1.0
    if 2 * sum(min(first.count(letter), second.count(letter)) for letter in set(first)) < 0.8 * total:
        return 0.0  # too few letters in common, whatever their order
    row = [0] * (len(second) + 1)  # lengths of the longest common subsequences so far
    for letter in first:
        diagonal = 0
        for at, other in enumerate(second, 1):
            above = row[at]
            row[at] = diagonal + 1 if letter == other else max(above, row[at - 1])
            diagonal = above
    return 2 * row[-1] / total


def share_letters(first: str, second: str) -> bool:
    """Tell whether two words have so many letters in common that they may be spellings of one."""
    a, b = _letters(first), _letters(second)
    return 2 * len(a & b) >= 0.65 * (len(a) + len(b))


@lru_cache(maxsize=4096)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)
