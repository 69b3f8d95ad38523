"""The colours of paper, and of pictures: dark on light, one accent, one warning."""

from __future__ import annotations

from dataclasses import dataclass

INK = "#1c2127"
SOFT = "#5c6672"  # labels and facts beside the text
HINT = "#6b7682"  # words in the boxes of a form
RULE = "#98a2ad"  # lines to write on, frames of boxes
HAIRLINE = "#c5ccd4"
TINT = "#f3f6f8"
PAPER = "#ffffff"
ACCENT = "#0d5b66"  # of a handbook without a colour of its own
WARNING = "#a3261c"
WARNING_TINT = "#fcf1f0"
STAMP = "rgba(163, 38, 28, .16)"  # the warning, so thin that text can be read through it


@dataclass(frozen=True)
class Palette:
    """The colours of a picture."""

    ink: str = INK
    soft: str = SOFT
    hairline: str = HAIRLINE
    tint: str = TINT
    accent: str = ACCENT
    warning: str = WARNING
    paper: str = PAPER


def shares(colour: str) -> str:
    """Return a colour as PDF says it: the shares of red, green and blue."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
