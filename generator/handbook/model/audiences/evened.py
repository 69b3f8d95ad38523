"""Words in one spelling, so that a name is found however it is typed.

What looks alike to a reader is the same here: either script of Chinese, any case and width,
accents written as one sign or two, all dashes and quotes, HTML's and a link's way of writing a
sign, blanks, emphasis and signs that nobody sees within.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from html import unescape
from urllib.parse import unquote_to_bytes

from handbook.languages.finding.signs import simplified_signs

# Blanks, emphasis, signs of no width, what breaks a line, a quotation going on in the next. An
# underscore within a word is part of it. Tags without words in them part nothing either.
_GAP = re.compile(
    r"(?:[\s*`~\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u0300-\u036f\u20d0-\u20ff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]|(?<![^\W_])_+|_+(?![^\W_])|</?[a-z][a-z0-9]* ?/?>|<!--\s*-->|\n> ?)+"
)
_WRITTEN = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?|(?:%[0-9a-f]{2})+", re.I
)
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0653-\u0655\u093c\u3099\u309a"
_PARTS = re.compile(rf"[{_MARKS}\u1100-\u1112ﬀ-ﬆⅠ-ⅿ]")
_PARTED = re.compile(
    rf"[^\W\d_][{_MARKS}]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[ﬀ-ﬆⅠ-ⅿ]"
)
_ALIKE = str.maketrans({
    sign: plain
    for plain, signs in {
        "-": "‐‑‒–—―−⁃﹘﹣", "·": "•‧∙・･", "'": "‘’‚‛′ʼ´", '"': "“”„‟″「」『』«»",
    }.items()
    for sign in signs
})  # fmt: skip
Spelling = tuple[str, list[int], list[int]]  # a text, where its pieces start, and did before


def evened(text: str) -> str:
    """Return a text as names are searched for in it.

    In lower case, half width and simplified signs; blanks and emphasis are gone beside Chinese, and
    one blank stands between Latin words.
    """
    if "&" in text or "%" in text:
        text = _WRITTEN.sub(_meant, text)
    if _PARTS.search(text):  # to look for the letters before them takes long
        text = _PARTED.sub(_composed, text)
    return _GAP.sub(_filling, text.translate(_one_for_one()))


def place_before(text: str, offset: int) -> int:
    """Return where in a text stands what has an offset in the text evened out."""
    written = _replaced(_WRITTEN, _meant, text)
    parted = _replaced(_PARTED, _composed, written[0])
    gaps = _replaced(_GAP, _filling, parted[0].translate(_one_for_one()))
    for _, starts, origins in (gaps, parted, written):
        at = bisect_right(starts, offset) - 1
        offset = origins[at] + offset - starts[at]
    return min(offset, len(text))


def _replaced(
    pattern: re.Pattern[str], filling: Callable[[re.Match[str]], str], text: str
) -> Spelling:
    starts, origins = [0], [0]
    parts: list[str] = []
    end = length = 0
    for found in pattern.finditer(text):
        new = filling(found)
        parts += text[end : found.start()], new
        length += found.start() - end + len(new)
        end = found.end()
        starts.append(length)
        origins.append(end)
    return "".join((*parts, text[end:])), starts, origins


def _meant(found: re.Match[str]) -> str:
    """Return what HTML or a link writes in its own way."""
    if found[0][0] == "&":
        return unescape(found[0])
    try:
        return unquote_to_bytes(found[0]).decode()
    except UnicodeDecodeError:
        return found[0]


def _composed(found: re.Match[str]) -> str:
    """Return a letter and its accents as one sign, and a sign made of several letters as those."""
    return unicodedata.normalize("NFKC", found[0])


def _filling(gap: re.Match[str]) -> str:
    """Return what stands for blanks and emphasis: a blank between two Latin words."""
    text, start, end = gap.string, gap.start(), gap.end()
    is_between = (
        start
        and end < len(text)
        and all("\0" < sign < "\x80" for sign in (text[start - 1], text[end]))
    )
    return " " if is_between and any(sign.isspace() for sign in gap[0]) else ""


class _OneForOne(dict[int, str]):
    """What stands for each sign, found out when it is met first; always a single one."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = sign.translate(_ALIKE)
        folded = unicodedata.normalize("NFKC", plain).translate(_ALIKE).lower()
        folded = folded if len(folded) == 1 else sign
        self[code] = told = simplified_signs().get(folded, folded)
        return told


@cache
def _one_for_one() -> _OneForOne:
    return _OneForOne({ord(blank): blank for blank in "\t\n\r\0"})
