"""Find characters that our typeface lacks before they become boxes on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from fontTools.ttLib import TTFont

from handbook.compose.sheets import Printable
from handbook.problems import Place, Problem, problem
from handbook.sheets.fonts import REGULAR

_NOT_TEXT = re.compile(r"<(style|svg|title)\b.*?</\1>|<[^>]*>", re.S)
# Line ends, joiners, variation selectors and spaces are drawn without a glyph.
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060\ufe00-\ufe0f\ufeff]")


@cache
def covered() -> frozenset[str]:
    """Return every character the typeface has; both weights have the same."""
    with TTFont(REGULAR, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def uncovered(html: str) -> list[str]:
    """Return the characters of a sheet's text that the typeface lacks, in order, each once."""
    strange = set(html) - covered()
    if not strange and "&#" not in html:
        return []
    text = unescape(_NOT_TEXT.sub(" ", html))
    lacking = set(text) - covered()
    return [each for each in dict.fromkeys(text) if each in lacking and not _INVISIBLE.match(each)]


def missing_glyphs(sheets: Iterable[Printable]) -> Iterator[Problem]:
    """Yield a problem for each character, at each place where a sheet has it from."""
    sheets, told = list(sheets), set()
    for sheet in sheets:
        for character in uncovered(sheet.html):
            place = sheet.place_of(character)
            if place == sheet.place:  # the words of something that the sheet only mentions
                place = _written(character, sheets) or place
            if (character, place) not in told:
                told.add((character, place))
                yield problem(
                    "missing-glyph", place, "replace",
                    character=character, code=f"U+{ord(character):04X}",
                )  # fmt: skip


def _written(character: str, sheets: Iterable[Printable]) -> Place | None:
    """Return where any definition of these sheets says a character; None if none does."""
    places = (sheet.place_of(character) for sheet in sheets if character in sheet.html)
    starts = {sheet.place for sheet in sheets}
    return next((place for place in places if place not in starts), None)
