"""What stands around every sheet: head, foot, stamp, paper and colours."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from markupsafe import Markup

from handbook.compose.frame.control import ControlView
from handbook.compose.frame.logo import Logo, logo_of
from handbook.compose.frame.qr import qr_code
from handbook.compose.setting import addresses
from handbook.compose.setting.colours import readable, tint
from handbook.compose.setting.medium import Paper
from handbook.model.kinds import Definition
from handbook.model.values import is_open
from handbook.paper.marks import CARD
from handbook.paper.palette import ACCENT

# Sheets that stand or lie on a desk, and their size whatever paper the handbook has.
CARDS = {"script": "A5", "card": "A5 landscape"}
WIDE = "\u2e80"  # from here on characters are as wide as high
LONG_TITLE = 30  # in widths of a Latin letter
NOBODY = Markup("")


class Control(Protocol):
    """What the head tells of whether a sheet is the valid one."""

    @property
    def code(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def edition(self) -> str: ...
    @property
    def effective(self) -> str: ...
    @property
    def owner(self) -> Markup: ...
    @property
    def approved_by(self) -> Markup: ...
    @property
    def stamp(self) -> str: ...


@dataclass(frozen=True)
class GatheredControl:
    """Whether a sheet that gathers what others say is the valid one: it has no number."""

    edition: str
    version: str = ""
    effective: str = ""
    code: str = ""
    owner: Markup = NOBODY
    approved_by: Markup = NOBODY
    stamp: str = ""


class Around(ABC):
    """What the templates ask about the sheet itself, whatever it shows."""

    def __init__(self, sheet: str, medium: Paper, control: Control) -> None:
        self.sheet = sheet
        self.medium = medium
        self.control = control

    @property
    @abstractmethod
    def title(self) -> str:
        """The title in its head."""

    @property
    @abstractmethod
    def organisation(self) -> str:
        """Whose sheet it is."""

    @property
    @abstractmethod
    def page(self) -> str:
        """The page of the site that says the same, without its ending."""

    @property
    def language(self) -> str:
        return str(self.medium.handbook.settings.language)

    @property
    def has_long_title(self) -> bool:
        """Whether the title needs smaller letters to stay beside the control block."""
        return is_long(self.title)

    @property
    def document_title(self) -> str:
        """The title of the file, as a viewer's window shows it."""
        return self.medium.t("sheet-title", title=self.title, sheet=self.kind)

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
    def is_small(self) -> bool:
        """Whether what is measured for A4 must stand closer; cards have measures of their own."""
        return False

    @property
    def effective(self) -> str:
        """From when it is valid; that this is open, where it is."""
        date = self.control.effective
        if is_open(date):
            return self.medium.t("head-effective-open")
        return self.medium.t("head-effective", date=date) if date else ""

    @property
    def fate(self) -> Markup | str:
        """That it is no longer used, and what is used instead; empty for all others."""
        return ""

    @property
    def own(self) -> list[tuple[str, Markup]]:
        """What stands in the handbook's own fields, as (label, words)."""
        return []

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
        return Markup(
            self.medium.t(
                "foot-page",
                page=Markup('<span class="page-number"></span>'),
                pages=Markup('<span class="page-total"></span>'),
            )
        )

    @property
    def address(self) -> str:
        """The address of the page, where the handbook says where it is published."""
        site = self.medium.handbook.settings.site_url
        return f"{site.rstrip('/')}/{self.page}.html" if site else ""

    @property
    def qr(self) -> Markup:
        """The address as a QR code; empty without an address."""
        return qr_code(self.address, self.medium.t("head-qr")) if self.address else Markup("")

    @property
    def logo(self) -> Logo | None:
        """The handbook's logo; None without one."""
        return logo_of(self.medium.handbook)

    @cached_property
    def accent(self) -> str:
        """The handbook's colour, darkened where it could not be read on white."""
        return readable(str(self.medium.handbook.settings.accent or ACCENT))

    @property
    def accent_tint(self) -> str:
        """A light ground of the same hue."""
        return tint(self.accent)


class SheetView(Around):
    """The sheet of a definition."""

    def __init__(
        self, definition: Definition, sheet: str, medium: Paper, is_across: bool = False
    ) -> None:
        super().__init__(sheet, medium, ControlView(definition, medium))
        self.definition = definition
        self._is_across = is_across

    @property
    def paper(self) -> str:
        return f"{super().paper} landscape" if self._is_across else super().paper

    @property
    def fate(self) -> Markup | str:
        retired = self.definition.is_retired
        return ControlView(self.definition, self.medium).fate if retired else ""

    @property
    def own(self) -> list[tuple[str, Markup]]:
        """A card has room for the work alone."""
        return [] if self.sheet == CARD else self.medium.own(self.definition)

    @property
    def is_small(self) -> bool:
        return super().paper == "A5" and not self.is_card

    @property
    def title(self) -> str:
        return str(self.definition.title)

    @property
    def organisation(self) -> str:
        """The section the sheet belongs to; the organisation where it belongs to all."""
        return str(self.definition.section.title)

    @property
    def page(self) -> str:
        return addresses.page_of(self.definition)


def is_long(title: str, most: int = LONG_TITLE) -> bool:
    """Whether a title is longer than so much; if not said, than half a line of a sheet's head."""
    return sum(2 if character >= WIDE else 1 for character in title) > most
