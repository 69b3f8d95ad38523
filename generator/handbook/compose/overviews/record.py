"""One overview: what it gathers, its pages, and its sheets.

An overview is a file in `each/` that holds a record, OVERVIEW. What must be decided of it has no
default here; its words are overview-NAME and lead-NAME, and sheet-NAME of each of its sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from handbook.compose.frame.composer import Composer
from handbook.compose.frame.page import Page
from handbook.compose.overviews.matrix import MatrixTable
from handbook.compose.overviews.table import Table
from handbook.compose.overviews.view import Content
from handbook.compose.setting.medium import Medium, Paper, Screen
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition
from handbook.model.section import Section

MOST = 300  # rows on the sheet of the whole: some seconds of work, twenty pages

Among = Sequence[Definition]
AnyTable = Table | MatrixTable
TableMaker = Callable[[Section, Medium], AnyTable]
SheetMaker = Callable[[tuple[Definition, ...], Paper], Content]
Telling = Callable[[Handbook, Among], bool]
Beside = Callable[[Composer, Screen, Section | None], Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class OnPaper:
    """How a sheet is made of a section's definitions; the scope of the paper is its own.

    A build makes none of a section with fewer than `fewest` rows. Where all have more than `most`,
    that of the whole shows only those that have none, and names the others. It has a part for each
    section, or with `in_one` one for all together.
    """

    name: str
    make: SheetMaker
    fewest: int
    is_wide: bool
    most: int = MOST
    in_one: bool = False

    def count(self, handbook: Handbook, section: Section) -> int:
        """Return how many rows a section has."""
        known = _COUNTS.setdefault(handbook, {})
        if (self, section) not in known:
            among = handbook.in_section(section)
            known[self, section] = self.make(among, Paper(handbook, section, "")).count
        return known[self, section]


_COUNTS: WeakKeyDictionary[Handbook, dict[tuple[OnPaper, Section], int]] = WeakKeyDictionary()


@dataclass(frozen=True, kw_only=True)
class TablePages:
    """Pages of a table, with its files; it is sifted by who has a part in a row, by how long.

    `beside` gives the template what stands below the table.
    """

    table: TableMaker
    by_role: bool
    by_size: bool = False
    has_grid: bool = False
    beside: Beside = lambda composer, screen, section: {}


@dataclass(frozen=True, kw_only=True)
class Overview:
    """What follows from the definitions, for those with a screen, a wall or a spreadsheet.

    `order` is its place in menus, the lowest number first. `gathers` are the kinds whose newest day
    is that of the overview. `has_any` tells, without drawing anything, whether a section has
    something to show, and `by_section` whether sections have pages of their own. `pages` are those
    of a table, or what makes others. `of_person` finds the definitions by which someone stands in
    it, and is None where a role's page does not lead to it.
    """

    name: str
    order: int
    gathers: tuple[type[Definition], ...]
    has_any: Telling
    by_section: bool
    pages: TablePages | Callable[[Overview, Composer], Iterator[Page]]
    sheets: tuple[OnPaper, ...]
    of_person: Callable[[Handbook, Among], Iterable[Definition]] | None

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of its sheets, in the order in which they are offered."""
        return tuple(sheet.name for sheet in self.sheets)


def register(
    *,
    name: str,
    order: int,
    table: TableMaker,
    gathers: tuple[type[Definition], ...],
    has_any: Telling,
    by_role: bool,
    fewest: int,
    is_wide: bool,
) -> Overview:
    """Return the overview that is a plain table: its pages, its files and one sheet of its name."""
    return Overview(
        name=name,
        order=order,
        gathers=gathers,
        has_any=has_any,
        by_section=True,
        pages=TablePages(table=table, by_role=by_role),
        sheets=(OnPaper(name=name, make=on_paper(table), fewest=fewest, is_wide=is_wide),),
        of_person=None,
    )


def on_paper(table: TableMaker) -> SheetMaker:
    """Return what makes a sheet of a table of a section."""
    return lambda among, paper: table(paper.section, paper)


def has(*kinds: type[Definition]) -> Telling:
    """Return what tells whether there is anything of some kinds."""
    return lambda handbook, among: any(isinstance(each, kinds) for each in live_among(among))


def has_yield(derive: Callable[[Handbook, Iterable[Definition]], Iterable[object]]) -> Telling:
    """Return what tells whether something follows from what people work by."""

    def has_any(handbook: Handbook, among: Among) -> bool:
        return next(iter(derive(handbook, live_among(among))), None) is not None

    return has_any


def live_among(among: Among) -> list[Definition]:
    """Return what is not retired among definitions."""
    return [each for each in among if not each.is_retired]
