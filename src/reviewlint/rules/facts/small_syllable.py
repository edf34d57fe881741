"""A Chinese name that has lost a capital: “Tang Xiao wei”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.lexicon import entry
from reviewlint.rules.context import Context

_SURNAMES = frozenset(
    "Bai Bao Cai Cao Chang Chen Cheng Cui Dai Deng Ding Dong Du Duan Fan Fang Feng Fu Gao Ge Gong Gu Guo Han Hao "
    "He Hou Hu Huang Jia Jiang Jin Kong Lai Lei Li Liang Liao Lin Liu Long Lu Luo Lü Ma Mao Meng Mo Ni Pan Peng "
    "Qian Qiao Qin Qiu Ren Shao Shen Shi Shu Song Su Sun Tan Tang Tao Tian Wan Wang Wei Wen Wu Xia Xiang Xiao Xie "
    "Xiong Xu Xue Yan Yang Yao Ye Yi Yin Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou".split()
)
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:i?a(?:i|o|ng?)?|uai?|uang?|i?e(?:i|ng?)?|er|iu|ing?|io?ng|ia?n|i|o(?:u|ng)?|uo|ui|un|ue|üe?|u)"
)
_NAME = re.compile(r"\b(?P<family>[A-Z][a-zü]{0,5}) (?P<given>[A-Z][a-z]{0,5}) (?P<small>[a-z]{2,6})\b(?! ?['’])")


def small_syllables(ctx: Context) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield where a syllable of a Chinese name is small, how the name stands there, and how it should."""
    if not _SURNAMES.intersection(word.capitalize() for word in ctx.document.word_starts):
        return
    for match in _NAME.finditer(ctx.text):
        small = match["small"]
        if match["family"] in _SURNAMES and _is_given(match["given"]) and _is_syllable(small):
            yield match.start(), (match.group(), f"{match['family']} {match['given']} {small.capitalize()}")


def _is_given(word: str) -> bool:
    return _SYLLABLE.fullmatch(word.lower()) is not None


def _is_syllable(word: str) -> bool:
    """Tell whether a small word can only be a syllable of a name."""
    found = entry(word)
    return _SYLLABLE.fullmatch(word) is not None and (found is None or found.capital >= 0.5)
