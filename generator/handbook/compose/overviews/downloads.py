"""The tables of derived pages as files to go on with in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.compose.frame.page import Attachment
from handbook.compose.overviews.matrix import MatrixTable, grid
from handbook.compose.overviews.table import Table
from handbook.compose.setting.labels import Labels
from handbook.office.spreadsheets import Leaf, as_csv, as_xlsx

GRID = "grid.csv"
AnyTable = Table | MatrixTable
Titled = tuple[str, AnyTable]  # the title of a section, and its table


def downloads(has_grid: bool, t: Labels) -> list[tuple[str, str]]:
    """Return the files of a page as (label, ending of the address)."""
    files = [("CSV", "csv"), ("XLSX", "xlsx")]
    if has_grid:
        files.insert(1, (t("download-grid"), GRID))
    return files


def files_of(
    title: str, stem: str, found: Sequence[Titled], t: Labels, *, with_section: bool
) -> tuple[Attachment, ...]:
    """Return tables as one CSV and one XLSX, a row a row of theirs; `stem` ends in a full stop.

    A matrix is besides a grid, with a column for each person: a CSV of its own, and the second
    sheet of the workbook.
    """
    tables: list[tuple[tuple[str, ...], AnyTable]] = [
        ((title,) if with_section else (), table) for title, table in found
    ]
    before = (t("col-section"),) if with_section else ()
    head = (*before, *tables[0][1].head)
    lines = [(*first, *line) for first, table in tables for line in table.flat()]
    leaves = [Leaf(title, head, lines)]
    files = [Attachment(f"{stem}csv", as_csv(head, lines))]
    matrices = [(first, table) for first, table in tables if isinstance(table, MatrixTable)]
    if matrices:
        columns, rows = grid(matrices)
        head = (*before, *columns)
        still = len(before) + len(matrices[0][1].head_of_step)
        leaves.append(Leaf(t("grid-title"), head, rows, still))
        files.append(Attachment(f"{stem}{GRID}", as_csv(head, rows)))
    return (*files, Attachment(f"{stem}xlsx", as_xlsx(*leaves)))
