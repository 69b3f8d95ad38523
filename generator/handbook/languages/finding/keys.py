"""Give the ways in which staff may type Chinese: pinyin, signs of one sound, the other script."""

from __future__ import annotations

import logging
import warnings
from functools import cache, lru_cache
from typing import Any

IDEOGRAPHS = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))


@lru_cache(maxsize=50_000)
def pinyin(text: str) -> str:
    """Return the syllables of a title with blanks between: "ke hu tou su"; "" without Chinese.

    Words are told apart first, because a sign is read differently in different words: yin hang,
    but xing wei.
    """
    if not any(ord(sign) > 0x33FF for sign in text):
        return ""
    from pypinyin import lazy_pinyin  # its tables take half a second to load

    syllables = lazy_pinyin(segmenter().lcut(text), errors=_latin)
    return " ".join(part for part in syllables if part)


@cache
def sounds() -> str:
    """Return each syllable followed by the signs read so: "a阿啊 ai哀挨…"; all signs of GB 2312.

    By these a browser hears what was typed with a wrong sign of the right sound: 反修 for 返修.
    """
    from pypinyin import Style, pinyin

    signs = [chr(code) for code in IDEOGRAPHS if _is_common(chr(code))]
    read: dict[str, list[str]] = {}
    for sign in signs:
        read.setdefault(pinyin(sign, style=Style.NORMAL)[0][0], []).append(sign)
    return " ".join(syllable + "".join(read[syllable]) for syllable in sorted(read))


def _is_common(sign: str) -> bool:
    try:
        return bool(sign.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def segmenter() -> Any:
    """Return what tells Chinese words apart; raise ImportError where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source has escapes that Python warns of
        import jieba
    jieba.setLogLevel(logging.WARNING)  # it tells on stderr how it loads its dictionary
    return jieba


def _latin(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isascii() and sign.isalnum())


@cache
def simplified_pairs() -> str:
    """Return each traditional sign followed by its simplified one, in one string.

    Folding both what is typed and what is searched by these pairs lets either script find the
    other. Source: OpenCC's table of signs.
    """
    from opencc import OpenCC

    signs = [chr(code) for code in IDEOGRAPHS]
    told = OpenCC("t2s").convert("\n".join(signs)).split("\n")
    pairs = zip(signs, told, strict=True)
    # A browser counts signs beyond the first plane as two.
    return "".join(a + b for a, b in pairs if a != b and "\u33ff" < b < "\uffff")
