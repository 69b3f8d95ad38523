"""Embed a typeface so that fields can be typed in: whole, with the way from letters to glyphs.

A viewer that draws what is typed goes backwards through ToUnicode, from the character to the
glyph's number; without it PDFium and Poppler draw nothing. (ISO 32000-1, 9.7.4, 9.7.6 and 9.10.3)
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from itertools import groupby, islice
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

from handbook.sheets.fonts import FORM_FONTS

NEEDLESS_TABLES = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post")
FIXED, SYMBOLIC = 1, 4
MOST_OF_A_MAPPING = 100  # entries of one bfrange block
TO_UNICODE = """\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{blocks}endcmap CMapName currentdict /CMap defineresource pop end end
"""


class FormFont:
    """A typeface ready to be embedded; sizes are in thousandths of an em."""

    def __init__(self, font: TTFont, name: str) -> None:
        scale = 1000 / font["head"].unitsPerEm
        self.name = name
        self.glyphs = {chr(point): font.getGlyphID(at) for point, at in font.getBestCmap().items()}
        order = font.getGlyphOrder()
        self.widths = [round(font["hmtx"][glyph][0] * scale) for glyph in order]
        self.ascent = round(font["hhea"].ascent * scale)
        self.descent = round(font["hhea"].descent * scale)
        head = font["head"]
        self.box = [round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]
        self._program = _stripped(font)
        self._length = len(self._program)
        self._program = zlib.compress(self._program, 9)
        self._mapping = zlib.compress(_to_unicode(self.glyphs).encode(), 9)

    def covers(self, character: str) -> bool:
        return character in self.glyphs

    def width(self, text: str) -> int:
        """Return how wide a text is."""
        return sum(self.widths[self.glyphs[character]] for character in text)

    def encoded(self, text: str) -> str:
        """Return a text that is covered, as a string of the page's content: <0041…>."""
        return "<" + "".join(f"{self.glyphs[character]:04x}" for character in text) + ">"

    def embed(self, pdf: Pdf) -> Object:
        """Add it to a file; return the font to refer to."""
        name = Name("/" + self.name)
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=SYMBOLIC, FontBBox=Array(self.box),
            ItalicAngle=0, Ascent=self.ascent, Descent=self.descent, CapHeight=733, StemV=80,
            FontFile2=_compressed(pdf, self._program, Length1=self._length),
        )  # fmt: skip
        descendant = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor), DW=1000, W=Array(_widths(self.widths)),
        )  # fmt: skip
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(descendant)],
            ToUnicode=_compressed(pdf, self._mapping),
        )  # fmt: skip
        return pdf.make_indirect(font)


@cache
def form_font(script: str) -> FormFont:
    """Return the typeface of fields for a script: 'Hans' or 'Hant'."""
    return _read(FORM_FONTS[script])


@cache
def characters_of(path: Path) -> frozenset[str]:
    """Return what a typeface has."""
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def few_of(path: Path, characters: Iterable[str], name: str) -> FormFont:
    """Return a typeface of a few characters of another one: what the one of fields lacks."""
    options = Options(notdef_outline=True, hinting=False, layout_features=[])
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(sorted(characters)))
        subsetter.subset(font)
        return FormFont(font, name)


def _read(path: Path) -> FormFont:
    with TTFont(path, recalcTimestamp=False) as font:
        return FormFont(font, path.stem)


def _stripped(font: TTFont) -> bytes:
    for table in NEEDLESS_TABLES:
        if table in font:
            del font[table]
    stripped = BytesIO()
    font.save(stripped, reorderTables=False)
    return stripped.getvalue()


def _compressed(pdf: Pdf, content: bytes, **facts: int) -> Object:
    """Add a stream that is compressed already; the same for every file of this process."""
    stream = pdf.make_stream(b"", **facts)
    stream.write(content, filter=Name.FlateDecode)
    return stream


def _to_unicode(glyphs: dict[str, int]) -> str:
    """Map glyphs to characters, in runs of numbers that differ in their last byte only."""
    first: dict[int, str] = {}
    for character, glyph in glyphs.items():
        first.setdefault(glyph, character)
    places = enumerate(sorted(first.items()))
    runs = iter(
        [pair for _, pair in run]
        for _, run in groupby(places, key=lambda each: (each[1][0] - each[0], each[1][0] >> 8))
    )
    blocks = []
    while block := list(islice(runs, MOST_OF_A_MAPPING)):
        lines = "".join(
            f"<{run[0][0]:04x}><{run[-1][0]:04x}>[{''.join(_utf16(each) for _, each in run)}]\n"
            for run in block
        )
        blocks.append(f"{len(block)} beginbfrange\n{lines}endbfrange\n")
    return TO_UNICODE.format(blocks="".join(blocks))


def _utf16(character: str) -> str:
    return f"<{character.encode('utf-16-be').hex()}>"


def _widths(widths: Sequence[int]) -> list[int]:
    """Return the widths as runs of the same width: first, last, width."""
    runs = []
    for width, glyphs in groupby(range(len(widths)), key=widths.__getitem__):
        numbers = list(glyphs)
        runs += [numbers[0], numbers[-1], width]
    return runs
