"""Pages of tables: over all and per section, parted where they grow too large to be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import MOST_OF_ROWS, Attachment, Page
from handbook.compose.overviews.downloads import downloads, files_of
from handbook.compose.overviews.neighbours import ways_of
from handbook.compose.overviews.record import AnyTable, Overview, TablePages
from handbook.compose.overviews.sifting import Choices, Tally, role_choices, size_choices, tally
from handbook.compose.setting.addresses import overview_page
from handbook.compose.setting.medium import Screen
from handbook.model.section import Section

MOST_OVER_ALL = MOST_OF_ROWS  # more, and the sections' own pages are quicker to use
MOST_ON_A_PAGE = MOST_OF_ROWS
NOTHING_BESIDE: Mapping[str, object] = {"calendars": (), "left_out": (), "months_marked": ()}
# What these pages tell, the pages of definitions tell too.
HEAD = {"search": {"exclude": True}, "hide": ["toc"]}


@dataclass(frozen=True)
class Way:
    """A way to rows that stand elsewhere (no `href`: here), and how many there are for whom."""

    words: str
    href: str
    count: int
    tally: Tally


@dataclass(frozen=True)
class Part:
    """A section with its table."""

    section: Section
    title: str
    anchor: str
    table: AnyTable


class TablePager:
    """Makes the pages of one overview that is a table."""

    def __init__(self, overview: Overview, shown: TablePages, composer: Composer) -> None:
        self.overview = overview
        self.shown = shown
        self.composer = composer
        self.name = overview.name

    def pages(self) -> Iterator[Page]:
        """Yield the page over all, then those of sections where there are several."""
        handbook = self.composer.handbook
        sections = [
            section for section in (*handbook.sections[1:], handbook.organisation)
            if self.overview.has_any(handbook, handbook.in_section(section))
        ]  # fmt: skip
        if not sections:
            return
        screen = self.composer.screen(overview_page(self.name))
        parts = [self._part(section, screen) for section in sections]
        is_apart = sum(_weight(part.table) for part in parts) > MOST_OVER_ALL
        choices = self._choices(parts, screen)
        yield self._page(
            screen,
            choices,
            parts=() if is_apart else parts,
            index=[self._line(part, choices, screen) for part in parts] if is_apart else (),
            attachments=self._files(parts, screen, with_section=len(handbook.sections) > 1),
            page_of_files=screen.base,
        )
        for section in sections:
            if section.parent is not None or is_apart:
                yield from self._section_pages(section)

    def _section_pages(self, section: Section) -> Iterator[Page]:
        """Yield a section's pages; all lead to each other, and share one file."""
        address = overview_page(self.name, section)
        first = self.composer.screen(address, section)
        whole = self._part(section, first)
        tables: Sequence[AnyTable] = whole.table.pages(MOST_ON_A_PAGE)
        choices = self._choices([whole], first)
        for number, table in enumerate(tables, 1):
            here = self.composer.screen(overview_page(self.name, section, number), section)
            yield self._page(
                here,
                choices,
                parts=[Part(section, "", whole.anchor, table)],
                section=section,
                pages=self._pager(section, tables, number, choices, here),
                attachments=self._files([whole], here, with_section=False) if number == 1 else (),
                page_of_files=f"{address}.html",
            )

    def _choices(self, parts: Iterable[Part], screen: Screen) -> Choices:
        """Return the roles by which the tables can be sifted."""
        if not self.shown.by_role:
            return ()
        return role_choices({person for part in parts for person in part.table.people}, screen)

    def _part(self, section: Section, screen: Screen) -> Part:
        """Return a section's table, its text read in the scope of the section."""
        scoped = self.composer.screen(screen.base.removesuffix(".html"), section)
        anchor = f"_{section.address.replace('/', '-') or 'shared'}"
        return Part(section, section.title, anchor, self.shown.table(section, scoped))

    def _page(
        self,
        screen: Screen,
        choices: Choices,
        *,
        parts: Sequence[Part],
        attachments: tuple[Attachment, ...],
        page_of_files: str,
        section: Section | None = None,
        pages: Sequence[Way] = (),
        index: Sequence[Way] = (),
    ) -> Page:
        overview, composer, t = self.overview, self.composer, self.composer.t
        title = t(f"overview-{self.name}")
        return composer.page(
            "derived/table",
            screen,
            title if section is None else t("overview-of", subject=title, section=section.title),
            head=HEAD,
            attachments=attachments,
            lead=t(f"lead-{self.name}"),
            as_of=composer.as_of(overview.gathers, section),
            parts=parts,
            several=len(parts) > 1,
            index=index,
            pages=pages,
            ways=ways_of(self.name, section, composer, screen),
            sheets=composer.overviews(overview.sheet_names, section, screen),
            roles=choices,
            sizes=size_choices(screen) if self.shown.by_size else (),
            has_grid=self.shown.has_grid,
            downloads=[
                (label, screen.to(page_of_files.removesuffix("html") + suffix))
                for label, suffix in downloads(self.shown.has_grid, t)
            ],
            **{**NOTHING_BESIDE, **self.shown.beside(composer, screen, section)},
        )

    def _line(self, part: Part, choices: Choices, screen: Screen) -> Way:
        """Return the line of a section in the index."""
        href = screen.to(f"{overview_page(self.name, part.section)}.html")
        return Way(part.section.title, href, part.table.count, tally(part.table.sifted, choices))

    def _pager(
        self,
        section: Section,
        tables: Sequence[AnyTable],
        here: int,
        choices: Choices,
        screen: Screen,
    ) -> list[Way]:
        if len(tables) == 1:
            return []
        ways = []
        for number, table in enumerate(tables, 1):
            page = screen.to(f"{overview_page(self.name, section, number)}.html")
            href = "" if number == here else page
            ways.append(Way(str(number), href, table.count, tally(table.sifted, choices)))
        return ways

    def _files(
        self, parts: Iterable[Part], screen: Screen, *, with_section: bool
    ) -> tuple[Attachment, ...]:
        """Return the tables of all parts as files."""
        stem = screen.base.removesuffix("html")
        title = self.composer.t(f"overview-{self.name}")
        found = [(part.section.title, part.table) for part in parts]
        return files_of(title, stem, found, self.composer.t, with_section=with_section)


def _weight(table: AnyTable) -> int:
    """Return about how many bytes a table takes on a page."""
    return table.whole_weight
