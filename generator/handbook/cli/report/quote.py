"""Quote a line with a caret below it that stands right under wide characters and tabs too."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ROOM = 88  # cells of a line that are shown; longer ones are cut around the caret
TAB = 4
WIDE_BLANK = "\N{IDEOGRAPHIC SPACE}"
CUT = "…"


def quote(line: str, column: int) -> tuple[str, str]:
    """Return the line as shown, and the line below it with a caret under `column` (from 1)."""
    cells = list(_cells(line))
    before = sum(width for _, width in cells[: column - 1])
    left = _left_edge(before, sum(width for _, width in cells))
    shown, below = [CUT] if left else [], [" "] if left else []
    position = 0
    for index, (sign, width) in enumerate(cells):
        if position >= left:
            if position + width > left + ROOM:
                shown.append(CUT)
                break
            shown.append(sign)
            if index < column - 1:
                below.append(WIDE_BLANK if width == 2 and len(sign) == 1 else " " * width)
        position += width
    return "".join(shown).rstrip(), "".join(below) + "^"


def visible(text: str) -> str:
    """Replace what would act on a terminal instead of showing: escapes, and signs that reorder."""
    return "".join("\ufffd" if _acts(sign) else sign for sign in text)


def _left_edge(caret: int, total: int) -> int:
    """Choose the first cell to show: the caret no further right than two thirds."""
    if total <= ROOM or caret < ROOM * 2 // 3:
        return 0
    return min(caret - ROOM * 2 // 3, total - ROOM)


def _cells(line: str) -> Iterator[tuple[str, int]]:
    """Yield what is shown for each character, and how many cells it takes."""
    position = 0
    for character in line:
        sign, width = character, _width(character)
        if character == "\t":
            width = TAB - position % TAB
            sign = " " * width
        elif _acts(character):
            sign, width = "\ufffd", 1
        yield sign, width
        position += width


def _acts(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs")


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
