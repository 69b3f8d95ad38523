"""What a title is about: its words without those that every title of its kind has."""

from __future__ import annotations

import re
from functools import lru_cache

_GENERIC = re.compile(
    "时间窗|時間窗|提前量|的?[时時期]限|的?[时時]间|的?[时時]段|的?[时時][长長]|的?标准|的?標準|间隔|間隔|次[数數]|周期|"
    "比例|比率|的?要求|[数數]量|上限|下限|[额額]度|限[额額]|界[线線]|指[标標]|的?日期|合格|每人|每日|每月|"
    r"\b(?:limit|time|rate|window|standard|target|days?|the|of|for|per|and|to|a|an)\b",
    re.I,
)
_WORD = re.compile(r"[a-z0-9]{3,}|[\u3400-\u9fff]+", re.I)


@lru_cache(maxsize=4096)
def core_of(title: str) -> str:
    """Return what is distinctive in a title; empty where too little is left to go by."""
    core = " ".join(_WORD.findall(_GENERIC.sub(" ", title.lower())))
    return core if len(pieces_of(core)) >= 1 else ""


def share_of(core: str, text: str) -> float:
    """Return how much of a core a text speaks of, from 0 to 1."""
    wanted = pieces_of(core)
    return len(wanted & pieces_of(text.lower())) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=4096)
def pieces_of(text: str) -> frozenset[str]:
    """Return the Latin words of a text, and every two Chinese characters that stand together."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if word.isascii():
            found.add(word)
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return frozenset(found)
