"""A form as pages and sheets show it: fields packed into rows of twelve parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Form
from handbook.model.kinds.form import COLUMNS_OF_A_ROW, Column, FormField, Group
from handbook.model.values import NO, YES, is_open

ROWS_OF_A_TABLE, LINES_OF_A_TEXT = 5, 4


@dataclass(frozen=True)
class FieldView:
    """A field with the width it takes in its row, in twelfths."""

    field: FormField
    width: int

    @property
    def anchor(self) -> str | None:
        return str(self.field.id) if self.field.id else None

    @property
    def type(self) -> str:
        return str(self.field.type)

    @property
    def look(self) -> str:
        """How it is drawn to be filled in by hand."""
        return self.field.field_type.look

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be ticked: the options, the scale, or nothing."""
        return tuple(str(each) for each in (self.field.options or self.field.scale))

    @property
    def default(self) -> str:
        """What stands in it at first, as people read it."""
        return "" if self.field.default is None else str(self.field.default)

    @property
    def rows(self) -> int:
        """How many empty rows a table has, how many lines a long text."""
        rows = self.field.rows
        usual = LINES_OF_A_TEXT if self.look == "long" else ROWS_OF_A_TABLE
        return rows if isinstance(rows, int) and rows else usual

    @property
    def most(self) -> str:
        """The highest score, as written; empty when there is none."""
        return "" if self.field.max is None else str(self.field.max)


@dataclass(frozen=True)
class GroupView:
    """A group of fields in rows; `is_open` when its fields are still to be settled."""

    group: Group
    rows: tuple[tuple[FieldView, ...], ...]
    is_open: bool


class FormView:
    """What the templates ask about a form."""

    def __init__(self, form: Form, medium: Medium) -> None:
        self.form = form
        self.medium = medium

    @cached_property
    def groups(self) -> tuple[GroupView, ...]:
        return tuple(
            GroupView(
                group,
                tuple(_in_rows(FieldView(field, self.width_of(field)) for field in group.fields)),
                is_open(group._written.get("fields")),
            )
            for group in self.form.groups
        )

    def width_of(self, field: FormField) -> int:
        """Return how many twelfths of a row a field asks for."""
        return field.width or field.field_type.width

    @property
    def is_open(self) -> bool:
        """Whether what the form asks is still to be settled."""
        return is_open(self.form._written.get("groups"))

    @property
    def route(self) -> list[Markup]:
        """The way of the paper: who fills it, who signs it, who receives it, where it is filed."""
        t, form, medium = self.medium.t, self.form, self.medium
        stations: list[Markup] = []
        for key, people in (
            ("route-filled", form.filled_by),
            ("route-approved", form.approvals),
            ("route-received", form.received_by),
        ):
            if people:
                stations.append(escape(t(key, who=medium.listed(people))))
        if form.filed_at:
            stations.append(medium.setter.plain(form.filed_at))
        return [*map(medium.times.begun, stations[:1]), *stations[1:]]

    @property
    def keep(self) -> Markup:
        """How long it is kept, in words; empty when nothing is said."""
        keep = self.medium.times.length(self.form.keep)
        return escape(self.medium.t("keep-for", time=keep)) if keep else keep

    def is_default(self, field: FieldView, answer: str) -> bool:
        """Whether yes or no is the answer that stands there at first."""
        words = YES if answer == "yes" else NO
        return field.default.lower() in (*words, self.medium.t(answer).lower())

    def asked_in(self, column: Column) -> str:
        """What may be written in a column of a table: 一般 / 严重, or the highest score."""
        most = "" if column.max is None else f"/\u00a0{column.max}"
        told = [
            self.medium.t("option-means", option=each, means=self.medium.setter.bare(means))
            if (means := column.meanings.get(str(each))) else str(each)
            for each in column.options or column.scale
        ]  # fmt: skip
        return " / ".join(told) or most

    @property
    def has_required(self) -> bool:
        return any(field.required for field in self.form.fields)


def _in_rows(fields: Iterable[FieldView]) -> Iterator[tuple[FieldView, ...]]:
    """Pack fields into rows of twelve; the last field of a short row takes what is left."""
    row: list[FieldView] = []
    for field in fields:
        if row and sum(view.width for view in (*row, field)) > COLUMNS_OF_A_ROW:
            yield _filled(row)
            row = []
        row.append(field)
    if row:
        yield _filled(row)


def _filled(row: list[FieldView]) -> tuple[FieldView, ...]:
    left = COLUMNS_OF_A_ROW - sum(view.width for view in row)
    return (*row[:-1], FieldView(row[-1].field, row[-1].width + left))
