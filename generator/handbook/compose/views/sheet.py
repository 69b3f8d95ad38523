"""What stands around every sheet: head, foot, stamp, paper and colours."""

from __future__ import annotations

from functools import cache, cached_property

import segno
from markupsafe import Markup

from handbook.compose import addresses
from handbook.compose.colours import INK, readable, tint
from handbook.compose.medium import Paper
from handbook.compose.views.control import ControlView
from handbook.model.kinds import Definition
from handbook.model.values import is_open

# Sheets that stand or lie on a desk, and their size whatever paper the handbook has.
CARDS = {"script": "A5", "card": "A5 landscape"}
ACCENT = "#0d5b66"
WIDE = "\u2e80"  # from here on characters are as wide as high
LONG_TITLE = 30  # in widths of a Latin letter


class SheetView:
    """What the templates ask about the sheet itself."""

    def __init__(self, definition: Definition, sheet: str, medium: Paper) -> None:
        self.definition = definition
        self.sheet = sheet
        self.medium = medium
        self.control = ControlView(definition, medium)

    @property
    def language(self) -> str:
        return str(self.medium.handbook.settings.language)

    @property
    def title(self) -> str:
        return str(self.definition.title)

    @property
    def has_long_title(self) -> bool:
        """Whether the title needs smaller letters to stay beside the control block."""
        return is_long(self.title)

    @property
    def document_title(self) -> str:
        """The title of the file, as a viewer's window shows it."""
        return self.medium.t("sheet-title", title=self.title, sheet=self.kind)

    @property
    def organisation(self) -> str:
        """The section the sheet belongs to; the organisation where it belongs to all."""
        return str(self.definition.section.title)

    @property
    def kind(self) -> str:
        """What kind of sheet it is, in words."""
        return self.medium.t(f"sheet-{self.sheet}")

    @property
    def paper(self) -> str:
        """Its size as CSS says it; that of cards is always half an A4."""
        return CARDS.get(self.sheet) or str(self.medium.handbook.settings.paper)

    @property
    def is_card(self) -> bool:
        return self.sheet in CARDS

    @property
    def effective(self) -> str:
        """From when it is valid; that this is open, where it is."""
        date = self.control.effective
        if is_open(date):
            return self.medium.t("head-effective-open")
        return self.medium.t("head-effective", date=date) if date else ""

    @property
    def control_parts(self) -> list[str]:
        """Code, version, edition and date in short, for a card's one line."""
        t, control = self.medium.t, self.control
        version = t("head-version", version=control.version) if control.version else ""
        edition = t("head-edition", edition=control.edition)
        return [part for part in (control.code, version, edition, self.effective) if part]

    @property
    def validity(self) -> Markup:
        """The sentence that tells whether this print is the valid one."""
        own = self.medium.handbook.settings.validity
        return self.medium.setter.line(own) if own else Markup(self.medium.t("foot-validity"))

    @property
    def page_of(self) -> Markup:
        """Page x of y; the style sheet counts."""
        return self.medium.t(
            "foot-page",
            page=Markup('<span class="page-number"></span>'),
            pages=Markup('<span class="page-total"></span>'),
        )

    @property
    def address(self) -> str:
        """The address of the page, where the handbook says where it is published."""
        site = self.medium.handbook.settings.site_url
        page = addresses.page_of(self.definition)
        return f"{site.rstrip('/')}/{page}.html" if site else ""

    @property
    def qr(self) -> Markup:
        """The address as a QR code; empty without an address."""
        return qr_code(self.address, self.medium.t("head-qr")) if self.address else Markup("")

    @cached_property
    def accent(self) -> str:
        """The handbook's colour, darkened where it could not be read on white."""
        return readable(str(self.medium.handbook.settings.accent or ACCENT))

    @property
    def accent_tint(self) -> str:
        """A light ground of the same hue."""
        return tint(self.accent)


def is_long(title: str) -> bool:
    """Whether a title is longer than half a line of a sheet's head."""
    return sum(2 if character >= WIDE else 1 for character in title) > LONG_TITLE


@cache
def qr_code(address: str, label: str) -> Markup:
    """Draw a QR code as inline SVG without a margin; the sheet's own white is margin enough."""
    # The fewest modules, thus the largest on 15 mm; segno then takes what correction still fits.
    code = segno.make(address, error="l", micro=False)
    size = code.symbol_size(border=0)[0]
    drawn = code.svg_inline(
        border=0, dark=INK, omitsize=True, svgclass=None, lineclass=None, title=label
    )
    return Markup(drawn.replace("<svg", f'<svg role="img" aria-label="{label}"', 1)) if size else ""
