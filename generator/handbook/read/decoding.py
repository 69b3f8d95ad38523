"""Turn the bytes of a file into text, or say in which encoding they seem to be."""

from __future__ import annotations

import codecs

from handbook.problems import Place, Problem, problem

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNATURES = (
    b"%PDF-",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
)


def decode(content: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Decode UTF-8, with or without byte order mark."""
    start = Place(path)
    if content.startswith(_UTF_16) or _looks_like_utf_16(content):
        return None, [problem("not-utf-8", start, "known", encoding="UTF-16")]
    if content.startswith(_SIGNATURES) or b"\0" in content:
        return None, [problem("binary-file", start, "remove")]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        place = _place(content, error.start, path)
    encoding = _guess(content)
    if encoding is None:
        return None, [problem("not-utf-8", place, "unknown")]
    return None, [problem("not-utf-8", place, "known", encoding=encoding)]


def _place(content: bytes, at: int, path: str) -> Place:
    """Find line and column of a byte, as an editor would show them."""
    before = content[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2]
    return Place(path, before.count(b"\n") + 1, len(line.decode("utf-8", "replace")) + 1)


def _looks_like_utf_16(content: bytes) -> bool:
    """Without a mark: the ASCII in it has a zero in every other byte, all on one side."""
    zeros = content.count(b"\0")
    if len(content) % 2 or zeros * 20 < len(content):
        return False
    even = content[::2].count(b"\0")
    return max(even, zeros - even) > 0.9 * zeros


def _guess(content: bytes) -> str | None:
    """Guess between the encodings Chinese editors save in, by how common the characters are."""
    shares = {
        "GBK": _share(content, "gb18030", "gb2312", range(0xB0, 0xD8)),
        "Big5": _share(content, "big5", "big5", range(0xA4, 0xC7)),
    }
    best, share = max(shares.items(), key=lambda each: each[1])
    return best if share > 0.5 else None


def _share(content: bytes, encoding: str, core: str, common: range) -> float:
    """Return which share of the non-ASCII characters is common Chinese or its punctuation."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 0
    foreign = [character for character in text if character > "\x7f"]
    known = 0
    for character in foreign:
        code = character.encode(core, "ignore")
        known += len(code) == 2 and (code[0] in common or code[0] in range(0xA1, 0xA4))
    return known / len(foreign) if foreign else 0
