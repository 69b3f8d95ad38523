"""The print centre: every sheet there is, by section and kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from handbook.compose.frame.composer import Composer, SheetLink
from handbook.compose.frame.page import MOST_OF_ROWS, Page
from handbook.compose.overviews.records import OVERVIEWS
from handbook.compose.setting import addresses
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import KINDS, Definition
from handbook.model.section import Section
from handbook.model.sheets_made import SHEETS_OF

# Bytes of rows, which are written shorter here than elsewhere.
MOST_ON_A_PAGE = MOST_OF_ROWS * 5 // 4
# What the markup takes besides the name and the sheets, and besides a sheet's label and address.
_BYTES_OF_A_ROW = 70
_BYTES_OF_A_SHEET = 16
# Fewer sheets than this are all in sight; more are folded away by section.
MOST_IN_SIGHT = 200


@dataclass(frozen=True)
class PrintRow:
    """A definition in the print centre, with its sheets."""

    name: Markup
    code: str
    edition: str
    sheets: tuple[SheetLink, ...]


@dataclass(frozen=True)
class PrintSection:
    """A section in the print centre: its books, its rows by kind, the sections inside it."""

    section: Section
    anchor: str
    books: tuple[SheetLink, ...]
    kinds: tuple[tuple[str, tuple[PrintRow, ...]], ...]
    inner: tuple[PrintSection, ...]
    link: Markup

    @property
    def number(self) -> int:
        """How many sheets there are, with those of the sections inside."""
        return len(self.sheets) + sum(each.number for each in self.inner)

    @property
    def sheets(self) -> list[SheetLink]:
        """Its own sheets, books included."""
        rows = (row for _, found in self.kinds for row in found)
        return [*self.books, *(sheet for row in rows for sheet in row.sheets)]

    @property
    def weight(self) -> int:
        """About how many bytes its rows take on a page, with those of the sections inside."""
        rows = [row for _, found in self.kinds for row in found]
        return (
            sum(len(row.name.encode()) + _BYTES_OF_A_ROW for row in rows)
            + sum(
                len(sheet.href) + len(sheet.label.encode()) + _BYTES_OF_A_SHEET
                for sheet in self.sheets
            )
            + sum(each.weight for each in self.inner)
        )


def print_pages(composer: Composer) -> Iterator[Page]:
    """Yield the print centre, which says so when no sheets were made.

    Where the sheets are too many for one page it leads to a page for each section.
    """
    screen = composer.screen(addresses.PRINT_CENTRE)
    sections = tuple(_tree(composer, screen))
    is_apart = sum(each.weight for each in sections) > MOST_ON_A_PAGE
    yield _page(
        composer,
        screen,
        composer.t("print-centre"),
        sections=() if is_apart else sections,
        index=sections if is_apart else (),
        books=_books(composer.handbook.organisation, composer, screen),
        number=len(composer.printed or ()),
    )
    for section in composer.handbook.sections if is_apart else ():
        here = composer.screen(addresses.prints_of(section), section)
        own = _section(section, (), composer, here)
        if own:
            whole = composer.link(here, addresses.PRINT_CENTRE, composer.t("print-centre"))
            title = f"{composer.t('print-centre')} · {section.title}"
            yield _page(composer, here, title, sections=(own,), number=own.number, whole=whole)


def _page(
    composer: Composer, screen: Screen, title: str, sections: tuple[PrintSection, ...], **rest: Any
) -> Page:
    return composer.page(
        "print",
        screen,
        title,
        head={"search": {"exclude": True}, "hide": ["toc"]},
        made=composer.printed is not None,
        sections=sections,
        is_open=sum(each.number for each in sections) <= MOST_IN_SIGHT or len(sections) == 1,
        choices=_choices(sections),
        **{"books": (), "index": (), "whole": None, **rest},
    )


def _tree(composer: Composer, screen: Screen) -> Iterator[PrintSection]:
    """Yield the sections as they lie in each other, and last what all share."""
    handbook = composer.handbook

    def with_inner(section: Section) -> PrintSection | None:
        inner = tuple(filter(None, map(with_inner, handbook.subsections(section))))
        return _section(section, inner, composer, screen)

    yield from filter(None, map(with_inner, handbook.subsections(handbook.organisation)))
    shared = _section(handbook.organisation, (), composer, screen)
    if shared:
        yield shared


def _section(
    section: Section, inner: tuple[PrintSection, ...], composer: Composer, screen: Screen
) -> PrintSection | None:
    """Return what can be printed of a section; None where there is nothing."""
    own = composer.handbook.in_section(section)
    kinds = [
        *(
            (
                composer.t(f"kinds-{kind.kind}"),
                tuple(_rows([each for each in own if isinstance(each, kind)], composer, screen)),
            )
            for kind in KINDS.values()
        ),
        (composer.t("overview"), tuple(_overviews(section, composer, screen))),
    ]
    books = _books(section, composer, screen) if section.path else ()
    found = tuple((kind, rows) for kind, rows in kinds if rows)
    if not (found or books or inner):
        return None
    anchor = f"_{section.address.replace('/', '-') or 'shared'}"
    link = composer.link(screen, addresses.prints_of(section), section.title)
    return PrintSection(section, anchor, books, found, inner, link)


def _books(section: Section, composer: Composer, screen: Screen) -> tuple[SheetLink, ...]:
    """Return the book of a section; the organisation's is that of the whole handbook."""
    return tuple(
        composer.sheet_link(row, screen)
        for row in composer.printed or ()
        if row["kind"] == "book" and row["section"] == section.address
    )


def _choices(sections: Iterable[PrintSection]) -> dict[str, str]:
    """Return the sorts of sheets that stand in the rows, each with its label."""
    choices: dict[str, str] = {}
    for each in sections:
        for _, rows in each.kinds:
            choices |= {str(s.row["sheet"]): s.label for row in rows for s in row.sheets}
        choices |= _choices(each.inner)
    order = [sheet for sheets in SHEETS_OF.values() for sheet in sheets]
    order += [sheet for sheet in choices if sheet not in order]
    return {sheet: choices[sheet] for sheet in order if sheet in choices}


def _rows(
    definitions: Iterable[Definition], composer: Composer, screen: Screen
) -> Iterator[PrintRow]:
    for definition in definitions:
        sheets = composer.sheets(definition, screen)
        if sheets:
            code = str(getattr(definition, "code", "") or "")
            name = composer.link(screen, addresses.page_of(definition), str(definition.title))
            yield PrintRow(name, code, composer.handbook.edition(definition), tuple(sheets))


def _overviews(section: Section, composer: Composer, screen: Screen) -> Iterator[PrintRow]:
    """Yield a row for each derived page of a section; the organisation's show the whole."""
    for overview in OVERVIEWS.values():
        sheets = composer.overviews(overview.sheet_names, section, screen)
        if sheets:
            address = addresses.overview_page(overview.name, section if section.path else None)
            name = composer.link(screen, address, composer.t(f"overview-{overview.name}"))
            editions = dict.fromkeys(str(sheet.row["edition"]) for sheet in sheets)
            yield PrintRow(name, "", " ".join(editions), tuple(sheets))
