"""Tables of what follows from the handbook: the same rows on a page and in a file to download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from markupsafe import Markup, escape

from handbook.compose.setting.medium import Medium
from handbook.compose.setting.plain_words import bare
from handbook.model.kinds import Definition
from handbook.model.section import Section

# What the markup of a page takes besides words: <td></td>, <tr data-who="" data-size=""></tr>, and
# the body of a group with its heading.
_BYTES_OF_A_CELL = 10
_BYTES_OF_A_ROW = 10
_BYTES_OF_A_GROUP = 90
T = TypeVar("T")
Known = TypeVar("Known", bound=Definition)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; `who` has a part in it, `size` is how long it takes (see SIZES)."""

    cells: tuple[Markup, ...]
    who: tuple[Definition, ...] = ()
    size: str = ""

    @property
    def people(self) -> str:
        """The addresses of those who have a part in it, for the filter."""
        return " ".join(person.address for person in self.who)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; `note` stands beside it."""

    title: Markup
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the labels of its columns; `grouped_by` is that of the groups, if they count.

    `wide` are the columns that hold most of the text; `short` those that never break.
    """

    form: ClassVar[str] = "list"
    when: ClassVar[str] = ""  # planners of a certain month or year say which
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    grouped_by: str = ""
    wide: tuple[int, ...] = ()
    short: tuple[int, ...] = ()

    @property
    def classes(self) -> str:
        """Its classes on a page: the columns that never break are counted from one."""
        return " ".join(("derived", *(f"short-{column + 1}" for column in self.short)))

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def sifted(self) -> Iterator[tuple[tuple[Definition, ...], str]]:
        """Yield by what each row is sifted: who has a part in it, and how long it takes."""
        return ((row.who, row.size) for group in self.groups for row in group.rows)

    @property
    def people(self) -> set[Definition]:
        """Everyone who has a part in a row."""
        return {person for group in self.groups for row in group.rows for person in row.who}

    @property
    def head(self) -> tuple[str, ...]:
        """The head of the file."""
        return (self.grouped_by, *self.columns) if self.grouped_by else self.columns

    def flat(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the file: plain text."""
        for group in self.groups:
            first = (bare(group.title),) if self.grouped_by else ()
            for row in group.rows:
                yield (*first, *map(bare, row.cells))

    @property
    def whole_weight(self) -> int:
        """About how many bytes all of it takes on a page."""
        return sum(map(self.weight, self.groups))

    def weight(self, group: Group) -> int:
        """Return about how many bytes a group takes on a page."""
        head = len(group.title.encode()) + len(group.note.encode())
        return _BYTES_OF_A_GROUP + head + sum(map(_weight, group.rows))

    def pages(self, most: int) -> list[Table]:
        """Part the table into tables of at most `most` bytes, between rows if need be."""
        return [
            replace(self, groups=tuple(groups))
            for groups in paged([part for group in self.groups for part in _parts(group, most)],
                                 self.weight, most)
        ]  # fmt: skip


def _parts(group: Group, most: int) -> Iterator[Group]:
    """Part a group that alone is too large for a page."""
    rows: list[Row] = []
    weight = 0
    for row in group.rows:
        own = _weight(row)
        if rows and weight + own > most:
            yield replace(group, rows=tuple(rows))
            rows, weight = [], 0
        rows.append(row)
        weight += own
    yield replace(group, rows=tuple(rows))


def _weight(row: Row) -> int:
    marks = sum(len(mark) + 13 for mark in (row.people, row.size) if mark)
    cells = sum(len(cell.encode()) + _BYTES_OF_A_CELL for cell in row.cells)
    return _BYTES_OF_A_ROW + marks + cells


def paged(groups: Iterable[T], weight_of: Callable[[T], int], most: int) -> list[list[T]]:
    """Part groups into pages of at most so much; one that alone is heavier has its own."""
    pages: list[list[T]] = []
    weight = 0
    for group in groups:
        own = weight_of(group)
        if not pages or weight + own > most:
            pages.append([])
            weight = 0
        pages[-1].append(group)
        weight += own
    return pages


def named(people: Iterable[Definition], medium: Medium) -> Markup:
    """Return titles as links, in one line."""
    return Markup(medium.t("list-comma")).join(medium.setter.name(each) for each in people)


def words(value: object) -> Markup:
    """Return a plain value; nothing where there is none."""
    return escape("" if value is None else str(value))


def live_in(section: Section, medium: Medium, kind: type[Known]) -> list[Known]:
    """Return what a section has of a kind and is not retired."""
    return [
        each for each in medium.handbook.in_section(section)
        if isinstance(each, kind) and not each.is_retired
    ]  # fmt: skip


def in_one(rows: Iterable[Row]) -> tuple[Group, ...]:
    """Return rows as a group without a heading; none where there are no rows."""
    rows = tuple(rows)
    return (Group(Markup(""), rows),) if rows else ()
