"""What a picture is, told by its content: PNG, JPEG or WebP, whole, and how wide and high.

(PNG, 5.2 to 5.4 and 11.2; JPEG, ITU T.81 annex B; WebP container, RFC 9649)
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # of frames, which tell sizes
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a segment
_SCAN, _END = 0xDA, b"\xff\xd9"


@dataclass(frozen=True)
class Raster:
    """What a picture of dots is, and how many it has; no sides where it is not whole."""

    media: str
    width: int = 0
    height: int = 0


def raster_of(content: bytes) -> Raster | None:
    """Tell what a picture is by its first bytes; None for what is none of these."""
    if content.startswith(_PNG):
        return Raster("image/png", *_sides_of_png(content))
    if content.startswith(_JPEG):
        return Raster("image/jpeg", *_sides_of_jpeg(content))
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Raster("image/webp", *_sides_of_webp(content))
    return None


def _sides_of_png(content: bytes) -> tuple[int, int]:
    at, names = len(_PNG), []
    while at + 12 <= len(content):
        size, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        end = at + 8 + size
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + 4], "big"):
            return 0, 0
        names.append(name)
        at = end + 4
        if name == b"IEND":
            break
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or b"IDAT" not in names:
        return 0, 0
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _sides_of_jpeg(content: bytes) -> tuple[int, int]:
    at, sides = 2, (0, 0)
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF or marker in _BARE:  # a filling byte, or nothing follows
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _SIZES:
            height, width = (int.from_bytes(content[at + n : at + n + 2], "big") for n in (5, 7))
            sides = width, height
        if marker == _SCAN:
            return sides if content.find(_END, at) > 0 else (0, 0)
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return 0, 0


def _sides_of_webp(content: bytes) -> tuple[int, int]:
    if int.from_bytes(content[4:8], "little") + 8 > len(content):
        return 0, 0
    name, data = content[12:16], content[20:]
    if name == b"VP8 " and data[3:6] == b"\x9d\x01\x2a":
        width, height = (int.from_bytes(data[n : n + 2], "little") & 0x3FFF for n in (6, 8))
        return width, height
    if name == b"VP8L" and data[:1] == b"\x2f":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8X" and len(data) >= 10:
        width, height = (int.from_bytes(data[n : n + 3], "little") + 1 for n in (4, 7))
        return width, height
    return 0, 0
