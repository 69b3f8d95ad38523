"""The responsibility matrix: a row a step, a column a person, R A C I where they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from handbook.compose.overviews.table import paged
from handbook.compose.setting.plain_words import bare
from handbook.derive.responsibilities import FIELD_OF
from handbook.model.kinds import Definition

# What the markup of a page takes besides words: <td></td>, <tr><th scope="row"></th></tr>, and the
# body of a procedure with its heading.
_BYTES_OF_A_CELL = 10
_BYTES_OF_A_STEP = 32
_BYTES_OF_A_GROUP = 130


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A step, its letters for each column, and the names behind each letter."""

    step: Markup
    cells: tuple[tuple[str, str], ...]  # (class, letters); both empty where nobody is named
    named: tuple[str, ...]  # who does it, answers, is asked, is told


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """The steps of one procedure."""

    title: Markup
    code: str
    rows: tuple[MatrixLine, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """The matrix of a section; `people` are its columns with their links."""

    form: ClassVar[str] = "matrix"
    when: ClassVar[str] = ""
    columns: tuple[tuple[Definition, Markup], ...]
    groups: tuple[MatrixGroup, ...]
    head: tuple[str, ...]

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def steps_are_heads(self) -> bool:
        """Whether steps are read out as heads of their rows: not where heads would outnumber cells.

        Then those who listen would hear more names than parts.
        """
        heads = 1 + len(self.columns) + self.count + len(self.groups)
        return heads <= self.count * len(self.columns) + len(self.groups)

    @property
    def head_of_step(self) -> tuple[str, ...]:
        """The part of the head that names a step: its procedure, code, number and words."""
        return self.head[: -len(FIELD_OF)]

    @property
    def people(self) -> set[Definition]:
        return {person for person, _ in self.columns}

    @property
    def sifted(self) -> Iterator[tuple[tuple[Definition, ...], str]]:
        """Yield by what each row is sifted: who has a letter in it; nothing here has a length."""
        for group in self.groups:
            for row in group.rows:
                found = zip(self.columns, row.cells, strict=True)
                yield tuple(person for (person, _), (_, letters) in found if letters), ""

    def flat(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the file: a step with the names behind each letter."""
        for group in self.groups:
            for row in group.rows:
                number, _, step = bare(row.step).partition(" ")
                yield (bare(group.title), group.code, number, step, *row.named)

    @property
    def whole_weight(self) -> int:
        """About how many bytes all of it takes on a page."""
        return sum(map(self.weight, self.groups))

    def weight(self, group: MatrixGroup) -> int:
        """Return about how many bytes a group takes on a page."""
        head = len(group.title.encode()) + len(group.code) + _BYTES_OF_A_GROUP
        return head + sum(
            _BYTES_OF_A_STEP + len(row.step.encode())
            + sum(_BYTES_OF_A_CELL + len(letters) + len(mark) + 9 * bool(mark)
                  for mark, letters in row.cells)
            for row in group.rows
        )  # fmt: skip

    def pages(self, most: int) -> list[MatrixTable]:
        """Part the matrix between procedures into pages of at most `most` bytes."""
        return [
            replace(self, groups=tuple(groups))
            for groups in paged(self.groups, self.weight, most)
        ]  # fmt: skip

    def side_by_side(self, most: int) -> list[MatrixTable]:
        """Part the matrix into tables of at most `most` columns, for paper.

        Each has the procedures that follow one another and the columns in which they have a
        letter; only a procedure with more people than that has its columns in several tables.
        One in which nobody has a part goes with its neighbours.
        """
        tables: list[tuple[list[MatrixGroup], list[int]]] = []
        for group in self.groups:
            named = _columns_of(group)
            together = sorted({*tables[-1][1], *named}) if tables else named
            if tables and len(together) <= most:
                tables[-1] = ([*tables[-1][0], group], together)
            else:
                before = tables.pop()[0] if tables and not tables[-1][1] else []
                parts = [named[at : at + most] for at in range(0, len(named), most)] or [[]]
                tables += [([*before, group], parts[0]), *(([group], part) for part in parts[1:])]
        return [self._narrowed(groups, columns) for groups, columns in tables]

    def _narrowed(self, groups: Iterable[MatrixGroup], columns: list[int]) -> MatrixTable:
        """Return some procedures with some of the columns."""
        return replace(
            self,
            columns=tuple(self.columns[at] for at in columns),
            groups=tuple(
                replace(group, rows=tuple(
                    replace(row, cells=tuple(row.cells[at] for at in columns))
                    for row in group.rows
                ))
                for group in groups
            ),
        )  # fmt: skip


def _columns_of(group: MatrixGroup) -> list[int]:
    """Return the places of the columns in which a procedure has any letter."""
    return sorted(
        {at for row in group.rows for at, (_, letters) in enumerate(row.cells) if letters}
    )


def grid(
    tables: Sequence[tuple[tuple[str, ...], MatrixTable]],
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return matrices as one grid for a file, (head, rows): a step a row, a person a column.

    Each has cells that stand before its rows. People of one name are told apart by their section.
    """
    people = list(dict.fromkeys(person for _, table in tables for person, _ in table.columns))
    often = Counter(str(person.title) for person in people)
    names = tuple(
        str(p.title) if often[str(p.title)] == 1 else f"{p.title} ({p.section.title})"
        for p in people
    )
    rows = []
    for before, table in tables:
        places = {person: at for at, (person, _) in enumerate(table.columns)}
        for group in table.groups:
            for row in group.rows:
                number, _, step = bare(row.step).partition(" ")
                letters = (row.cells[places[p]][1] if p in places else "" for p in people)
                rows.append((*before, bare(group.title), group.code, number, step, *letters))
    return (*tables[0][1].head_of_step, *names), rows
