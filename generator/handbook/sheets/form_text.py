"""Draw what a field says: the stream that every viewer shows without a click.

Sizes are in points. (ISO 32000-1, 12.7.3.3)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from handbook.paper import palette
from handbook.paper.palette import shares
from handbook.sheets.form_font import FormFont

SIZE = {"text": 10, "long": 10, "cell": 9, "list": 9}
IN_LINES = ("long", "cell")  # what goes on in the next line
LEADING = 1.4
INK = f"{shares(palette.INK)} rg"
MARGIN = 2
# No line begins with these; they go down with the character before them.
NEVER_FIRST = "，。、；：？！…）」』》〉】〕%％"


@dataclass(frozen=True)
class Lettering:
    """The typefaces of fields by the names that streams call them: the usual one comes first.

    Those behind it have the few characters that it lacks.
    """

    fonts: Mapping[str, FormFont]

    def name_for(self, character: str) -> str | None:
        """Return the typeface that has a character, or None."""
        return next((name for name, font in self.fonts.items() if font.covers(character)), None)

    def width(self, text: str, size: float) -> float:
        widths = (self.fonts[name].width(each) for each in text if (name := self.name_for(each)))
        return sum(widths) * size / 1000

    def shown(self, text: str, size: float) -> Iterator[str]:
        """Yield the operations that show a text, changing between the typefaces."""
        for name, run in groupby(text, key=self.name_for):
            if name is not None:
                yield f"/{name} {size} Tf {self.fonts[name].encoded(''.join(run))} Tj"


def drawn_text(
    text: str,
    kind: str,
    size: tuple[float, float],
    lettering: Lettering,
    *,
    is_figure: bool = False,
) -> tuple[str, bool]:
    """Return the stream of a field of this width and height, and whether all of the text fits.

    A figure ends at the right.
    """
    width, height = size
    points = SIZE[kind]
    text = "".join(each for each in text if each == "\n" or lettering.name_for(each))
    lines = [text.replace("\n", " ")]
    first = (height - points) / 2 + 0.14 * points  # a line stands in the middle
    if kind in IN_LINES:
        lines = wrapped(text, points, width - 2 * MARGIN, lettering)
        first = height - MARGIN - 0.95 * points
    fits = first - (len(lines) - 1) * LEADING * points > 0 and all(
        lettering.width(line, points) <= width - 2 * MARGIN for line in lines
    )
    if not text:
        return "/Tx BMC EMC", True
    rows = []
    for number, line in enumerate(lines):
        left = width - MARGIN - lettering.width(line, points) if is_figure else MARGIN
        rows.append(f"1 0 0 1 {left:.2f} {first - number * LEADING * points:.2f} Tm")
        rows += lettering.shown(line, points)
    inside = f"0 0 {width:.2f} {height:.2f} re W n"
    return "\n".join(("/Tx BMC q", inside, f"BT {INK}", *rows, "ET Q EMC")), fits


def wrapped(text: str, points: float, width: float, lettering: Lettering) -> list[str]:
    """Break a text into lines of at most this width; Chinese breaks between any two characters."""
    lines = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for character in paragraph:
            if line and lettering.width(line + character, points) > width:
                keep = len(line) - 1 if character in NEVER_FIRST and len(line) > 1 else len(line)
                lines.append(line[:keep])
                line = line[keep:]
            line += character
        lines.append(line)
    return lines
