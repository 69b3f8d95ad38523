"""A form on paper: where its boxes may break, and how wide the columns of its tables are."""

from __future__ import annotations

from handbook.compose.views.form import FieldView, FormView
from handbook.model.kinds.form import Column

# How much of a table a column takes that does not say: as much as a hand needs for such a thing.
SHARES = {
    "long": 6, "number": 2, "money": 2, "date": 3, "time": 2, "datetime": 4, "phone": 3,
    "yes-no": 2, "choice": 3, "choices": 4, "score": 2, "signature": 3,
}  # fmt: skip
USUAL_SHARE = 4
SERIALS = ("序", "序号", "序號", "No.", "No")  # columns that only count the rows
FIGURES = ("number", "money", "score")
LONG_TABLE = 12  # rows; a shorter table stays on one page


class FormSheet(FormView):
    """What the template of a blank form asks; `answers` draws the places to write in."""

    answers = "macros/blanks.html"

    def widths(self, field: FieldView) -> list[float]:
        """Return the widths of a table's columns in per cent of the table."""
        shares = [_share(column) for column in field.field.columns]
        return [round(100 * share / sum(shares), 2) for share in shares]

    def is_figure(self, column: Column) -> bool:
        """Whether a column holds figures, which stand one below the other at the right."""
        return str(column.type) in FIGURES or is_serial(column)

    def may_break(self, row: tuple[FieldView, ...]) -> bool:
        """Whether a row of boxes may go on on the next page: long tables must."""
        return len(row) == 1 and row[0].type == "table" and row[0].rows > LONG_TABLE


def is_serial(column: Column) -> bool:
    """Whether a column only counts the rows."""
    return str(column.label) in SERIALS


def _share(column: Column) -> int:
    if column.width:
        return column.width
    if is_serial(column):
        return 1
    return SHARES.get(str(column.type), USUAL_SHARE)
