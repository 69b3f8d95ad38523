"""Make one subset of each of our typefaces for a whole book.

Its pieces bring one each. WeasyPrint keeps the numbers that glyphs have in the typeface, so what
the pieces draw stays as it is. What an own template brought along stays with its piece.
(ISO 32000-1, 9.7)
"""

from __future__ import annotations

import re
from functools import cached_property
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array

from handbook.sheets.fonts import OWN
from handbook.sheets.slim import NEEDLESS_TABLES

NOT_NEEDED = [*NEEDLESS_TABLES, "GSUB", "GPOS", "GDEF"]
SIGNS_AT_ONCE = 100  # of a block of the map to Unicode
THOUSANDTHS = 1000  # a glyph's size
_MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_BLOCKS = re.compile(rb"\d+ beginbfchar.*endbfchar", re.S)


class JoinedFonts:
    """Our typefaces in a book, by the names that its pages call them."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}

    def take(self, fonts: Any) -> None:
        """Take over the typefaces of a piece, which uses those of the book from now on."""
        for called, font in fonts.items():
            name = str(font.BaseFont).partition("+")[2]
            if name in OWN:
                face = self._faces.setdefault(called, Face(name, font))
                face.add(font)
                fonts[called] = face.font

    def __getitem__(self, called: str) -> Face:
        return self._faces[called]

    def write(self, book: pikepdf.Pdf) -> None:
        """Write into the book what its typefaces have come to hold."""
        for face in self._faces.values():
            face.write(book)


class Face:
    """A typeface of a book, with the glyphs of all its pieces and what was added to them."""

    def __init__(self, name: str, font: Any) -> None:
        self.font = font
        self._file = OWN[name]
        self._widths: dict[int, float] = {}
        self._signs: dict[int, str] = {}  # as the hexadecimal digits of UTF-16

    def add(self, font: Any) -> None:
        """Add what a piece has of this typeface."""
        for first, widths in zip(*[iter(font.DescendantFonts[0].W)] * 2, strict=True):
            self._widths |= {int(first) + at: float(width) for at, width in enumerate(widths)}
        for glyph, signs in _MAPPED.findall(font.ToUnicode.read_bytes()):
            self._signs[int(glyph, 16)] = signs.decode()

    def width(self, glyph: int) -> float:
        """Return the width of a glyph, in thousandths of its size."""
        return self._widths[glyph]

    def glyph(self, sign: str) -> int:
        """Return the glyph of a sign, which the book has from now on."""
        name = self._whole.getBestCmap()[ord(sign)]
        glyph: int = self._whole.getGlyphID(name)
        if glyph not in self._widths:
            units = self._whole["head"].unitsPerEm
            self._widths[glyph] = self._whole["hmtx"][name][0] * THOUSANDTHS / units
            self._signs[glyph] = sign.encode("utf-16-be").hex()
        return glyph

    @cached_property
    def _whole(self) -> TTFont:
        file = BytesIO(self._file.read_bytes())
        return TTFont(file, lazy=True, recalcBBoxes=False, recalcTimestamp=False)

    def write(self, book: pikepdf.Pdf) -> None:
        """Write what it has come to hold into the font of the book's pages."""
        held = self.font.DescendantFonts[0]
        file = self._subset()
        held.FontDescriptor.FontFile2 = book.make_stream(file, Length1=len(file))
        held.W = Array(_in_runs(self._widths))
        self.font.ToUnicode = book.make_stream(
            _BLOCKS.sub(lambda _: _mapped(self._signs), self.font.ToUnicode.read_bytes())
        )

    def _subset(self) -> bytes:
        options = subset.Options(
            retain_gids=True, hinting=False, notdef_outline=True, recalc_bounds=False
        )
        options.drop_tables = NOT_NEEDED
        subsetter = subset.Subsetter(options)
        subsetter.populate(gids=sorted(self._widths))
        subsetter.subset(self._whole)
        written = BytesIO()
        self._whole.save(written, reorderTables=False)
        return written.getvalue()


def _in_runs(widths: dict[int, float]) -> list[Any]:
    """Return widths as a PDF lists them: the first glyph of a run, then the widths in it."""
    listed: list[Any] = []
    for _, run in groupby(enumerate(sorted(widths)), key=lambda each: each[1] - each[0]):
        glyphs = [glyph for _, glyph in run]
        listed += [glyphs[0], Array(round(widths[glyph]) for glyph in glyphs)]
    return listed


def _mapped(signs: dict[int, str]) -> bytes:
    """Return the blocks of a map from glyphs to Unicode."""
    lines = [f"<{glyph:04x}> <{written}>" for glyph, written in sorted(signs.items())]
    blocks = (lines[at : at + SIGNS_AT_ONCE] for at in range(0, len(lines), SIGNS_AT_ONCE))
    return "\n".join(
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks
    ).encode()
