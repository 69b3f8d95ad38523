"""Fill words into a page that was laid out before they were known.

A placeholder is drawn as zeros in the colour that is its mark, in an operation of its own; the
words come into its place with the glyphs of the same typeface. (ISO 32000-1, 9.4)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from handbook.paper.palette import shares
from handbook.paper.placeholders import Placeholder, placeholder_of
from handbook.sheets.joined_fonts import JoinedFonts

_NUMBER = rb"[\d.]+"
_DRAWN = re.compile(
    rb"(?P<colour>" + rb" ".join([_NUMBER] * 3) + rb") rg\n"
    rb"(?P<place>BT\n[^\n]* Tm\n(?P<font>/\w+) " + _NUMBER + rb" Tf\n)"
    rb"\[(?P<glyphs>[^\]]*)\] TJ\nET"
)
_GLYPHS = re.compile(rb"<([0-9a-f]*)>")
CENTRED = 0.5


class Filler:
    """Fills in, with glyphs of the book's typefaces."""

    def __init__(self, fonts: JoinedFonts) -> None:
        self._fonts = fonts

    def filled(
        self, page: bytes, placeholders: Sequence[Placeholder], words: Mapping[str, str]
    ) -> bytes:
        """Return what draws a page, with the words of its placeholders."""

        def fill(match: re.Match[bytes]) -> bytes:
            colour = [float(each) for each in match["colour"].split()]
            placeholder = placeholder_of(colour, placeholders)
            if placeholder is None:
                return match[0]
            text = self._text(
                match["font"].decode(), match["glyphs"], words[placeholder.what],
                1.0 if placeholder.is_flush else CENTRED,
            )  # fmt: skip
            own = shares(placeholder.colour).encode()
            return own + b" rg\n" + match["place"] + text + b" TJ\nET"

        return _DRAWN.sub(fill, page)

    def _text(self, font: str, zeros: bytes, words: str, share: float) -> bytes:
        """Return words in the room of zeros, with so great a share of what is left before them."""
        face = self._fonts[font]
        held = b"".join(_GLYPHS.findall(zeros)).decode()
        room = sum(face.width(int(held[at : at + 4], 16)) for at in range(0, len(held), 4))
        glyphs = [face.glyph(sign) for sign in words]
        before = (room - sum(map(face.width, glyphs))) * share
        written = "".join(f"{glyph:04x}" for glyph in glyphs)
        return f"[{-before:.0f}<{written}>]".encode()
