"""Numbers as people write them: 12, 1.5, 2½, 十二, 半, twenty-four, an, half a, two and a half."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_HANZI = "零一二三四五六七八九"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = (
    {"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a dozen": 12}
    | {word: count for count, word in enumerate([*_ONES, *_TEENS], 1)}
    | {word: count for count, word in zip(range(20, 100, 10), _TENS, strict=True)}
)
_PARTS = {
    "half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5, "one half": 0.5,
    "quarter": 0.25, "a quarter": 0.25, "one quarter": 0.25, "three quarters": 0.75,
    "a quarter of a": 0.25, "quarter of a": 0.25, "three quarters of a": 0.75,
    "a quarter of an": 0.25, "quarter of an": 0.25, "three quarters of an": 0.75,
}  # fmt: skip
_AND = {" and a half": 0.5, " and a quarter": 0.25, " and three quarters": 0.75}
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,6}(?:\.\d{1,4})?"
_DIGIT = f"[{_HANZI}两兩]"
_ENGLISH = rf"(?:(?:{_any(_TENS)})[- ](?:{_any(_ONES)})|{_any(_WORDS)})(?![a-z])"
NUMBER = (
    rf"(?:{_any(_PARTS)})(?![a-z])"
    rf"|(?:\d{{1,4}} )?[13]/[24]"
    rf"|(?:(?:{_DIGITS})|{_ENGLISH})(?:{_any(_AND)})?"
    rf"|{_DIGIT}?十{_DIGIT}?|{_DIGIT}|半"
)


def folded(words: str) -> str:
    """Return words as the readers of numbers, durations and times take them: small, plain, trimmed.

    Full-width signs become plain ones, ½ becomes 1/2, any run of spaces one space.
    """
    for sign, written in _FRACTIONS.items():
        words = words.replace(sign, f" {written}")
    return " ".join(unicodedata.normalize("NFKC", words).lower().split())


def number(words: str) -> float:
    """Return the number that `NUMBER` matched in folded words."""
    if words in _PARTS:
        return _PARTS[words]
    for end, part in _AND.items():
        if words.endswith(end):
            return number(words.removesuffix(end)) + part
    if "/" in words:
        whole, _, fraction = words.rpartition(" ")
        above, _, below = fraction.partition("/")
        return float(whole or 0) + int(above) / int(below)
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words[0].isascii():
        return float(_WORDS.get(words) or sum(_WORDS[word] for word in re.split("[- ]", words)))
    return _chinese(words)


def _chinese(words: str) -> float:
    if words == "半":
        return 0.5
    words = re.sub("[两兩]", "二", words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return float(_HANZI.index(words))
    return (_HANZI.index(tens) if tens else 1) * 10 + (_HANZI.index(ones) if ones else 0)
