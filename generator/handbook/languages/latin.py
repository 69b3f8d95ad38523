"""Spell words in small Latin letters: what an id may be made of."""

from __future__ import annotations

import re
from unicodedata import normalize

_PARTS = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")
MOST = 60  # letters; more are no name to type


def in_latin(text: str) -> str:
    """Return words as an id: ke-hu-tou-su, lost-property; nothing where no word can be spelt."""
    words: list[str] = []
    for part in _syllables(text):
        plain = normalize("NFKD", _APOSTROPHES.sub("", part))
        letters = "".join(sign for sign in plain if sign.isascii())
        words += _PARTS.findall(letters.lower())
    spelt = ""
    for word in words:
        longer = f"{spelt}-{word}" if spelt else word[:MOST]
        if len(longer) > MOST:
            break
        spelt = longer
    return spelt


def _syllables(text: str) -> list[str]:
    if not any(ord(sign) > 0x2FFF for sign in text):
        return [text]
    from pypinyin import lazy_pinyin  # its tables take half a second to load

    return list(lazy_pinyin(normalize("NFKC", text)))
