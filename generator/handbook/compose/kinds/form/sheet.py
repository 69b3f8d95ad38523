"""A form on paper: where its boxes may break, and how wide the columns of its tables are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from math import ceil

from handbook.compose.kinds.form.view import FieldView, FormView
from handbook.draw.wrap import width_of as ems_of
from handbook.model.kinds.form import COLUMNS_OF_A_ROW, Column, FormField
from handbook.paper.measures import LEAST_COLUMN, LEAST_FIGURES, margins_of, text_width

SERIALS = ("序", "序号", "序號", "No.", "No")  # columns that only count the rows
# mm: an em of a column's label, with what broad letters take besides; the air at its sides.
LABEL, AROUND_LABEL = 3.16, 4.4
ASTERISK = 0.6  # em, beside the last word of what is required
LONGEST_LABEL = 30.0  # mm; a longer word is broken
_WORD = re.compile(r"[^\s\u2e80-\uffff]+")  # Chinese may break anywhere
LONG_TABLE = 12  # rows; a shorter table stays on one page


class FormSheet(FormView):
    """What the template of a blank form asks; `answers` draws the places to write in."""

    @property
    def answers(self) -> str:
        """The macros that draw the places to write in."""
        return "macros/blanks.html"

    @cached_property
    def is_across(self) -> bool:
        """Whether it stands on paper turned on its side: where a table has no room otherwise."""
        tables = [field for field in self.form.fields if field.columns]
        return any(sum(map(_least_with_label, each.columns)) > self._upright for each in tables)

    def width_of(self, field: FormField) -> int:
        """Return how many twelfths of a row a field takes: what it asks for, or more for a hand."""
        if field.columns:
            least = sum(map(_least_with_label, field.columns))
        else:
            least = field.field_type.least
        twelfths = ceil(least / self._room * COLUMNS_OF_A_ROW)
        return min(max(super().width_of(field), twelfths), COLUMNS_OF_A_ROW)

    def widths(self, field: FieldView) -> list[float]:
        """Return the widths of a table's columns in per cent of the table."""
        columns = field.field.columns
        room = self._room * field.width / COLUMNS_OF_A_ROW
        leasts = [_least_with_label(column) for column in columns]
        if sum(leasts) > room:
            leasts = [_least(column) for column in columns]
        return columns_within(room, [_share(column) for column in columns], leasts)

    def least(self, column: Column) -> float:
        """Return how wide a column must be in millimetres, for a hand to write in it."""
        return _least(column)

    @property
    def _room(self) -> float:
        return self._across if self.is_across else self._upright

    @cached_property
    def _upright(self) -> float:
        return row_of(str(self.medium.handbook.settings.paper))

    @cached_property
    def _across(self) -> float:
        return row_of(str(self.medium.handbook.settings.paper), is_across=True)

    def is_figure(self, column: Column) -> bool:
        """Whether a column holds figures, which stand one below the other at the right."""
        return column.field_type.is_figure or is_serial(column)

    def may_break(self, row: tuple[FieldView, ...]) -> bool:
        """Whether a row of boxes may go on on the next page: long tables must."""
        return len(row) == 1 and row[0].look == "table" and row[0].rows > LONG_TABLE


def is_serial(column: Column) -> bool:
    """Whether a column only counts the rows."""
    return str(column.label) in SERIALS


def row_of(paper: str, is_across: bool = False) -> float:
    """Return how wide a row of a form is in millimetres."""
    return text_width(paper, margins_of("form", is_small=paper == "A5"), is_across)


def columns_within(room: float, shares: Sequence[float], leasts: Sequence[float]) -> list[float]:
    """Share out a room among columns, none narrower than its least; in per cent of the room.

    Where there is not room enough for the least of all, all are narrower alike.
    """
    if sum(leasts) >= room:
        return [round(100 * least / sum(leasts), 2) for least in leasts]
    held: set[int] = set()
    while True:
        free = room - sum(leasts[each] for each in held)
        rest = sum(share for each, share in enumerate(shares) if each not in held)
        unit = free / rest
        short = {
            each for each, share in enumerate(shares)
            if each not in held and share * unit < leasts[each]
        }  # fmt: skip
        if not short:
            break
        held |= short
    widths = [leasts[each] if each in held else unit * shares[each] for each in range(len(shares))]
    return [round(100 * width / room, 2) for width in widths]


def _least(column: Column) -> float:
    is_counted = column.field_type.is_figure and not is_serial(column)
    return LEAST_FIGURES if is_counted else LEAST_COLUMN


def _least_with_label(column: Column) -> float:
    """Return how wide a column must be in millimetres for its label not to break within words."""
    words = _WORD.findall(str(column.label))
    ems = max(map(ems_of, words), default=0.0) + (ASTERISK if column.required else 0)
    needed = ems * LABEL + AROUND_LABEL
    return max(_least(column), min(needed, LONGEST_LABEL))


def _share(column: Column) -> int:
    if column.width:
        return column.width
    if is_serial(column):
        return 1
    return column.field_type.share
