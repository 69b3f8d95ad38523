"""Break text into lines: Chinese by character, Latin by word, no sign where it must not stand."""

from __future__ import annotations

import re
import unicodedata

from handbook.read.folding import without_ends_in_chinese

# A line never begins with these, never ends with those (GB/T 15834, JLREQ 3.1.7).
NOT_FIRST = set("▲，。、；：？！）」』】》〉”’…—·,.;:?!)]}%％℃")
NOT_LAST = set("（「『【《〈“‘([{")
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:'’/+-]*|\s+|.", re.S)


def width_of(text: str) -> float:
    """Return a text's width in ems of our typeface: Chinese is one wide, Latin about half."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" or character >= "\u2100":
        return 1.0
    if character in "iljtfrI.,:;'|!()[] ":
        return 0.35
    if character in "mMW%@":
        return 0.92
    return 0.68 if character.isupper() or character in "w&" else 0.58


def wrap(text: str, ems: float) -> list[str]:
    """Break a text into lines of at most `ems` width.

    The lines are made about equally long: no single character is left over on the last one. A word
    wider than a line is broken where the line ends.
    """
    lines = _filled(text, ems)
    narrower = ems - 0.5
    while len(lines) > 1 and narrower > 2:
        closer = _filled(text, narrower)
        if len(closer) > len(lines):
            break
        lines, narrower = closer, narrower - 0.5
    return lines


def _filled(text: str, ems: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for unit in _units(" ".join(without_ends_in_chinese(text).split()), ems):
        if line and width_of(line + unit.rstrip()) > ems:
            line, carried = _legal_end(line, unit)
            lines.append(line.strip())
            line = carried
        line = (line + unit).lstrip()
    if line.strip():
        lines.append(line.strip())
    return lines


def _units(text: str, ems: float) -> list[str]:
    """Split into what may not be parted: words, and single characters of Chinese."""
    units: list[str] = []
    for word in _UNIT.findall(text):
        if width_of(word) <= ems:
            units.append(word)
        else:
            units += word
    glued: list[str] = []
    for unit in units:
        if glued and unit[0] in NOT_FIRST and width_of(glued[-1] + unit) <= ems:
            glued[-1] += unit
        else:
            glued.append(unit)
    return glued


def _legal_end(line: str, unit: str) -> tuple[str, str]:
    """Carry signs that may not end a line over to the next one."""
    kept = line.rstrip()
    carried = ""
    while len(kept) > 1 and kept[-1] in NOT_LAST:
        carried = kept[-1] + carried
        kept = kept[:-1]
    return kept, carried
