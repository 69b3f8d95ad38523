"""The handbook's logo as sheets draw it: a ground of an empty box, which no one needs to hear."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.setting.pictures import within
from handbook.model.handbook import Handbook
from handbook.read import Picture


class Logo:
    """A picture in the sheet itself, and boxes of its proportions."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    @property
    def source(self) -> Markup:
        """The picture as an address that holds all of it, for the style sheet."""
        return Markup(within(self.picture))

    def size(self, width: float, height: float) -> str:
        """Return the style of the largest box of its proportions within these millimetres."""
        fitted = min(width, height * self.picture.ratio)
        return f"width: {fitted:.2f}mm; height: {fitted / self.picture.ratio:.2f}mm"


def logo_of(handbook: Handbook) -> Logo | None:
    """Return the logo of a handbook; None where it has none."""
    return Logo(handbook.logo) if handbook.logo else None
