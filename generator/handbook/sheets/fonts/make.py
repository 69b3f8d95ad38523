"""Make Handbook Sans, Latin, Form and Emoji: cut Noto down to what we need, and rename it.

The same originals and the same fontTools give the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from handbook.sheets.fonts import (
    BOLD,
    EMOJI,
    EMOJI_FAMILY,
    FAMILY,
    FORM_FAMILY,
    FORM_FONTS,
    LATIN_BOLD,
    LATIN_FAMILY,
    LATIN_REGULAR,
    REGULAR,
)
from handbook.sheets.fonts.coverage import latin, wanted
from handbook.sheets.fonts.form_coverage import wanted_in_fields
from handbook.typefaces import COVERED, ranges

# What HarfBuzz applies by itself in horizontal text, and the two spacings that a style sheet
# may ask for (font-feature-settings: "palt" or "halt"). Sheets are never set vertically.
FEATURES = ("ccmp", "halt", "kern", "liga", "palt")
LATIN_FEATURES = ("ccmp", "kern", "liga")
BEARING = 0.07  # ems left on either side of a sign that was as wide as a Chinese one
NEEDLESS_TABLES = ("BASE", "STAT", "gasp", "vhea", "vmtx")
# Units to an em, instead of 1,000: most of a sheet's bytes are outlines, and these save a tenth of
# them. A unit is 14 µm at the size of a title (20 points), and under 12 µm at that of a field.
UNITS, FORM_UNITS = 500, 300

FIRST_EMOJI = 0x2000  # below are figures and signs that the other typefaces have
KEYCAP = 0x20E3  # it only stands around a figure, of which the other typefaces have their own

COPYRIGHT, FAMILY_NAME, STYLE, UNIQUE, FULL_NAME, VERSION, POSTSCRIPT = range(7)
TRADEMARK, DESIGNER, LICENSE, LICENSE_ADDRESS = 7, 9, 13, 14
KEPT_NAMES = (COPYRIGHT, STYLE, VERSION, TRADEMARK, DESIGNER, LICENSE, LICENSE_ADDRESS)


def cut_down(
    original: Path,
    result: Path,
    points: Collection[int],
    *,
    family: str = FAMILY,
    units: int | None = None,
    features: Collection[str] = FEATURES,
) -> None:
    """Write to `result` the `original` with only the code points asked for, as our own `family`.

    `units` is how many there are to an em, by default as many as in the original. Code points
    that the original lacks are left out. Raises OSError or TTLibError when the original cannot be
    read.
    """
    options = Options(
        hinting=False,
        layout_features=list(features),
        name_IDs=list(KEPT_NAMES),
        notdef_outline=True,  # a missing character shows as a box, not as nothing
        legacy_kern=False,
    )
    options.drop_tables += NEEDLESS_TABLES
    with TTFont(original, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=points)
        subsetter.subset(font)
        rename(font, family)
        if units:
            scale_upem(font, units)
        font.save(result)


def rename(font: TTFont, family: str) -> None:
    """Give the font its own family name: 'Noto' and 'Source' are other people's marks."""
    names = font["name"]
    style = names.getDebugName(STYLE)
    version = names.getDebugName(VERSION)
    postscript = f"{family.replace(' ', '')}-{style}"
    for name, text in {
        FAMILY_NAME: family,
        FULL_NAME: f"{family} {style}",
        POSTSCRIPT: postscript,
        UNIQUE: f"{version};{postscript}",
    }.items():
        names.setName(text, name, platformID=3, platEncID=1, langID=0x409)


def make_latin(whole: Path, result: Path) -> None:
    """Cut our own font down to Latin, in which no sign has the width of a Chinese one.

    Noto Sans SC sets ’ “ … · × as wide as Chinese; English needs them beside its letters, also
    where no style sheet can ask for a feature: in drawings.
    """
    cut_down(whole, result, latin(), family=LATIN_FAMILY, features=LATIN_FEATURES)
    with TTFont(result, recalcTimestamp=False) as font:
        names, outlines, widths = font.getBestCmap(), font["glyf"], font["hmtx"]
        bearing = round(font["head"].unitsPerEm * BEARING)
        for glyph in set(names.values()):
            outline = outlines[glyph]
            if widths[glyph][0] >= font["head"].unitsPerEm and outline.numberOfContours > 0:
                outline.coordinates.translate((bearing - outline.xMin, 0))
                outline.recalcBounds(outlines)
                widths[glyph] = (outline.xMax + bearing, bearing)
        if ord("…") in names:
            _three_dots(font, names[ord("…")], names[ord(".")])
        font.save(result)


def _three_dots(font: TTFont, ellipsis: str, dot: str) -> None:
    """Make an ellipsis of three full stops: the Chinese one stands in the middle of the line."""
    width, left = font["hmtx"][dot]
    pen = TTGlyphPen(font.getGlyphSet())
    for place in range(3):
        font.getGlyphSet()[dot].draw(TransformPen(pen, (1, 0, 0, 1, place * width, 0)))
    font["glyf"][ellipsis] = pen.glyph()
    font["glyf"][ellipsis].recalcBounds(font["glyf"])
    font["hmtx"][ellipsis] = (3 * width, left)


def make_form_font(regular: Path, result: Path, script: str) -> None:
    """Cut down the typeface of fields for a script, from the original as well: rounded once."""
    points = wanted_in_fields(script) & wanted()
    cut_down(regular, result, points, family=FORM_FAMILY, units=FORM_UNITS)


def make_emoji_font(original: Path, result: Path) -> None:
    """Cut down Noto Emoji to single signs: those put together of several are drawn one by one."""
    with TTFont(original, lazy=True) as font:
        points = {point for point in font.getBestCmap() if point >= FIRST_EMOJI} - {KEYCAP}
    points.add(ord(" "))  # one that follows is set in the same typeface
    cut_down(original, result, points, family=EMOJI_FAMILY, units=UNITS, features=())


def tell_covered(fonts: Sequence[Path], result: Path) -> None:
    """Write down which characters fonts have, a line each."""
    lines = []
    for path in fonts:
        with TTFont(path, lazy=True) as font:
            lines.append(ranges(frozenset(font.getBestCmap())))
    result.write_text("\n".join(lines) + "\n", encoding="ascii")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make all fonts from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m handbook.sheets.fonts.make",
        description="Make Handbook Sans, Latin, Form and Emoji from Noto Sans SC and Noto Emoji.",
        epilog="README.md beside this file says where the originals come from.",
    )
    parser.add_argument("regular", type=Path, help="Noto Sans SC, weight 400, as TTF")
    parser.add_argument("bold", type=Path, help="Noto Sans SC, weight 700, as TTF")
    parser.add_argument("emoji", type=Path, help="Noto Emoji (not coloured), weight 400, as TTF")
    parser.add_argument("--out", type=Path, default=REGULAR.parent, help="folder (default: here)")
    asked = parser.parse_args(arguments)
    for original in (asked.regular, asked.bold, asked.emoji):
        if not original.is_file():
            parser.error(f"{original} is not a file")
    make_emoji_font(asked.emoji, asked.out / EMOJI.name)
    for original, result in ((asked.regular, REGULAR), (asked.bold, BOLD)):
        cut_down(original, asked.out / result.name, wanted(), units=UNITS)
    for whole, result in ((REGULAR, LATIN_REGULAR), (BOLD, LATIN_BOLD)):
        make_latin(asked.out / whole.name, asked.out / result.name)
    for script, result in FORM_FONTS.items():
        make_form_font(asked.regular, asked.out / result.name, script)
    tell_covered([asked.out / font.name for font in (REGULAR, EMOJI)], asked.out / COVERED.name)


if __name__ == "__main__":
    main()
