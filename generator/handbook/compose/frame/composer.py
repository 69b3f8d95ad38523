"""What every page needs while it is composed: the handbook, the templates, the sheets made."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from handbook.compose.frame.page import Attachment, Page
from handbook.compose.setting import addresses
from handbook.compose.setting.addresses import OVERVIEW
from handbook.compose.setting.dates import as_of_words
from handbook.compose.setting.labels import labels
from handbook.compose.setting.markdown import front_matter, heading
from handbook.compose.setting.medium import Screen
from handbook.compose.setting.pictures import beside
from handbook.compose.templates.environment import environment
from handbook.derive.duties import Duty
from handbook.derive.fixed import fixed_duties
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.read import Picture

Row = Mapping[str, Any]  # of print/index.json
_EMPTY_LINES = re.compile(r"\n{3,}")
# Where one thing ends and the next begins the search must see a gap, or it reads both as one word.
_SEAMS = re.compile(r'(</(?:d[dt]|li|div|p|t[dhr])>|</span>(?=<span class="(?:option|use)\b))(?=<)')
KILO = 1024


@dataclass(frozen=True)
class SheetLink:
    """A sheet to print, as a page offers it."""

    row: Row
    label: str
    href: str
    size: str


class SiteScreen(Screen):
    """A page of the site, where a mention of what is not published is words only.

    The pictures that it shows are added to `files`, which the page must offer.
    """

    def __init__(
        self,
        shown: Container[str],
        files: dict[str, bytes],
        handbook: Handbook,
        section: Section,
        base: str,
    ) -> None:
        self.shown = shown
        self.files = files
        super().__init__(handbook, section, base)

    def source(self, picture: Picture) -> str:
        self.files[beside(self.base, picture)] = picture.content
        return super().source(picture)

    def href(self, target: Definition) -> str | None:
        return super().href(target) if target.address in self.shown else None

    def link(self, target: Definition, words: str) -> str:
        return super().link(target, words) if target.address in self.shown else words


class Composer:
    """Fills templates; `printed` are the rows of print/index.json, None when none were made."""

    def __init__(
        self, handbook: Handbook, project: Path, printed: Iterable[Row] | None = None
    ) -> None:
        self.handbook = handbook
        self.environment = environment(project)
        self.shown = {definition.address for definition in handbook.definitions}
        self.t = labels(handbook.settings.language)
        self.printed = None if printed is None else list(printed)
        self._files: dict[str, bytes] = {}  # of pictures, shown since the last page was filled
        self._sheets: dict[tuple[str, str], list[Row]] = {}
        self._overviews: dict[tuple[str, str], Row] = {}
        for row in self.printed or ():
            if row["kind"] == OVERVIEW:
                self._overviews[row["section"], row["sheet"]] = row
            else:
                self._sheets.setdefault((row["section"], row["id"]), []).append(row)

    @cached_property
    def fixed_duties(self) -> dict[Definition, list[Duty]]:
        """The duties on fixed days of each role that has any."""
        return fixed_duties(self.handbook)

    def screen(self, address: str, section: Section | None = None) -> Screen:
        """Return the medium of the page at an address, in the scope of a section."""
        section = section or self.handbook.organisation
        return SiteScreen(self.shown, self._files, self.handbook, section, f"{address}.html")

    def page(
        self,
        template: str,
        screen: Screen,
        title: str,
        *,
        source: str | None = None,
        head: Mapping[str, object] | None = None,
        attachments: tuple[Attachment, ...] = (),
        **context: Any,
    ) -> Page:
        """Fill templates/site/<template>.md for the page of a screen."""
        text = self.environment.get_template(f"site/{template}.md").render(
            front_matter=front_matter(title, head),
            heading=heading,
            title=title,
            m=screen,
            t=self.t,
            **context,
        )
        shown = tuple(Attachment(uri, content) for uri, content in self._files.items())
        self._files.clear()
        uri = screen.base.removesuffix(".html") + ".md"
        text = _SEAMS.sub(r"\1\n", _EMPTY_LINES.sub("\n\n", text))
        return Page(uri, text.strip() + "\n", title, source, (*shown, *attachments))

    def sheets(self, definition: Definition, screen: Screen) -> list[SheetLink]:
        """Return the sheets that were made of a definition."""
        rows = self._sheets.get((definition.section.address, str(definition.id)), ())
        return [self.sheet_link(row, screen) for row in rows]

    def overviews(
        self, sheets: Iterable[str], section: Section | None, screen: Screen
    ) -> list[SheetLink]:
        """Return the sheets of an overview that were made, of a section or of the whole.

        What the organisation has of its own stands on the sheet of the whole.
        """
        address = section.address if section else ""
        rows = (self._overviews.get((address, sheet)) for sheet in sheets)
        return [self.sheet_link(row, screen) for row in rows if row is not None]

    def sheet_link(self, row: Row, screen: Screen) -> SheetLink:
        """Return a sheet as the page of a screen offers it."""
        size = f"{self.t('n-pages', number=row['pages'])} · {size_of(row['bytes'])}"
        return SheetLink(row, self.t(f"sheet-{row['sheet']}"), screen.to(row["uri"]), size)

    def as_of(self, kinds: tuple[type[Definition], ...], section: Section | None) -> str:
        """Say as of which day tells what gathers some kinds, of a section or of the whole."""
        handbook = self.handbook
        among = handbook.in_section(section) if section else handbook.definitions
        return as_of_words(kinds, among, self.t)

    def link(self, screen: Screen, address: str, words: str) -> Markup:
        """Draw a link to another page of the site."""
        return Markup('<a href="{}">{}</a>').format(screen.to(f"{address}.html"), words)

    def kind_link(self, screen: Screen, section: Section, kind: type[Definition]) -> Markup:
        """Draw a link to the index of a kind in a section."""
        address = addresses.kind_page(section, kind.folder)
        return self.link(screen, address, self.t(f"kinds-{kind.kind}"))


def size_of(bytes: int) -> str:
    """Say how large a file is: 24 KB, 1.3 MB."""
    if bytes < KILO * KILO:
        return f"{max(1, round(bytes / KILO))} KB"
    return f"{bytes / KILO / KILO:.1f} MB"
