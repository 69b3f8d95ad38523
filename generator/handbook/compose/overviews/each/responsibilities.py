"""Who does each step, who answers for it, who is asked and who is told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from handbook.compose.kinds.procedure.elsewhere import step_link
from handbook.compose.overviews.matrix import MatrixGroup, MatrixLine, MatrixTable
from handbook.compose.overviews.record import (
    Among,
    OnPaper,
    Overview,
    TablePages,
    has_yield,
    on_paper,
)
from handbook.compose.overviews.table import live_in
from handbook.compose.setting.medium import Medium
from handbook.derive.responsibilities import (
    FIELD_OF,
    Assignment,
    MatrixRow,
    matrix,
    parts_by_person,
    those_with_parts,
)
from handbook.model.handbook import Handbook
from handbook.model.kinds import Definition, Procedure
from handbook.model.section import Section


def responsibility_table(section: Section, medium: Medium) -> MatrixTable:
    """Return the matrix of a section's procedures."""
    t, handbook = medium.t, medium.handbook
    found = matrix(handbook, live_in(section, medium, Procedure))
    groups = groupby(found.rows, key=lambda row: row.procedure)
    return MatrixTable(
        columns=tuple((person, medium.setter.name(person)) for person in found.columns),
        groups=tuple(
            MatrixGroup(
                medium.titled(procedure),
                str(procedure.code or ""),
                tuple(_line(row, found.columns, medium) for row in rows),
            )
            for procedure, rows in groups
        ),
        head=(
            t("kind-procedure"), t("code"), t("col-number"), t("col-step"),
            *(f"{letter} {t(f'raci-{letter}')}" for letter in FIELD_OF),
        ),
    )  # fmt: skip


def _line(row: MatrixRow, columns: tuple[Definition, ...], medium: Medium) -> MatrixLine:
    parts = [row.letters.get(person, ()) for person in columns]
    comma = medium.t("list-comma")
    return MatrixLine(
        step_link(row.procedure, row.step, medium),
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


def _of_person(handbook: Handbook, everyone: Among) -> Iterable[Procedure]:
    parts = parts_by_person(handbook)
    return (part.procedure for who in everyone for part in parts.get(who, ()))


OVERVIEW = Overview(
    name="responsibilities",
    order=20,
    gathers=(Procedure,),
    has_any=has_yield(those_with_parts),
    by_section=True,
    pages=TablePages(table=responsibility_table, by_role=True, has_grid=True),
    sheets=(
        OnPaper(
            name="responsibilities", make=on_paper(responsibility_table), fewest=3, is_wide=True
        ),
    ),
    of_person=_of_person,
)
