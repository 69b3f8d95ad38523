"""The responsibility matrix: a row a step, a column a person, R A C I where they meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from handbook.compose.medium import Screen
from handbook.compose.views.table import bare, paged
from handbook.compose.views.time_limits import step_link
from handbook.derive.responsibilities import FIELD_OF, Assignment, MatrixRow, matrix
from handbook.model.kinds import Definition, Procedure
from handbook.model.section import Section


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
    columns: tuple[tuple[Definition, Markup], ...]
    groups: tuple[MatrixGroup, ...]
    head: tuple[str, ...]

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def people(self) -> set[Definition]:
        return {person for person, _ in self.columns}

    def flat(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the file: a step with the names behind each letter."""
        for group in self.groups:
            for row in group.rows:
                number, _, step = bare(row.step).partition(" ")
                yield (bare(group.title), group.code, number, step, *row.named)

    def weight(self, group: MatrixGroup) -> int:
        """Return about how many bytes a group takes on a page."""
        filled = sum(bool(letters) for row in group.rows for _, letters in row.cells)
        steps = sum(len(row.step.encode()) + 40 for row in group.rows)
        return steps + filled * 12 + len(group.rows) * len(self.columns) * 10 + 300

    def pages(self, most: int) -> list[MatrixTable]:
        """Part the matrix between procedures into pages of at most `most` bytes."""
        return [
            replace(self, groups=tuple(groups))
            for groups in paged(self.groups, self.weight, most)
        ]  # fmt: skip


def responsibility_table(section: Section, screen: Screen) -> MatrixTable:
    """Return the matrix of a section's procedures."""
    t, handbook = screen.t, screen.handbook
    live = [
        each for each in handbook.in_section(section)
        if isinstance(each, Procedure) and each.status != "retired"
    ]  # fmt: skip
    found = matrix(handbook, live)
    groups = groupby(found.rows, key=lambda row: row.procedure)
    return MatrixTable(
        columns=tuple((person, screen.setter.name(person)) for person in found.columns),
        groups=tuple(
            MatrixGroup(
                screen.setter.name(procedure),
                str(procedure.code or ""),
                tuple(_line(row, found.columns, screen) for row in rows),
            )
            for procedure, rows in groups
        ),
        head=(
            t("kind-procedure"), t("code"), t("col-number"), t("col-step"),
            *(f"{letter} {t(f'raci-{letter}')}" for letter in FIELD_OF),
        ),
    )  # fmt: skip


def _line(row: MatrixRow, columns: tuple[Definition, ...], screen: Screen) -> MatrixLine:
    parts = [row.letters.get(person, ()) for person in columns]
    comma = screen.t("list-comma")
    return MatrixLine(
        step_link(row.procedure, row.step, screen),
        tuple(_cell(found) for found in parts),
        tuple(
            comma.join(
                _name(part) for found in row.letters.values() for part in found
                if part.letter == letter
            )
            for letter in FIELD_OF
        ),
    )  # fmt: skip


def _cell(parts: tuple[Assignment, ...]) -> tuple[str, str]:
    """Return the class of a cell (its first letter; d when all is derived) and its letters."""
    if not parts:
        return "", ""
    written = [str(part.letter) for part in parts if not part.derived]
    return written[0] if written else "d", " ".join(
        f"({p.letter})" if p.derived else p.letter for p in parts
    )


def _name(part: Assignment) -> str:
    title = str(part.who.title)
    return f"({title})" if part.derived else title
