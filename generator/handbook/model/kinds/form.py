"""Forms: what is filled in, by whom, and where it is kept."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema

from handbook.model.durations import Retention
from handbook.model.field_types import FIELD_TYPES, TYPICAL, FieldType, type_named
from handbook.model.kinds.definition import ControlledDocument
from handbook.model.kinds.option import Options, meanings
from handbook.model.kinds.picture import Pictures
from handbook.model.part import Part
from handbook.model.references import AnyRefs, Who
from handbook.model.values import (
    SCALAR,
    AtLeastOne,
    Id,
    Line,
    OneOf,
    Some,
    Word,
    Words,
    YesNo,
    as_count,
    as_number,
    as_text,
    fault,
    is_open,
)
from handbook.problems import names_of
from handbook.read.nodes import Text

TypeName = Annotated[str, OneOf(FIELD_TYPES)]
COLUMNS_OF_A_ROW = 12  # a field's width is told in twelfths of the sheet
MOST_ROWS = 500  # empty rows of one table: more are several sheets for nothing


def _as_pattern(node: Any) -> Text:
    text = as_text(node)
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        raise fault("bad-pattern", text, "example", text=text) from None
    return text


def _as_width(node: Any) -> int:
    text = as_text(node)
    if text.isdecimal() and 1 <= int(text) <= COLUMNS_OF_A_ROW:
        return int(text)
    raise fault("bad-width", text, "range", text=text, most=COLUMNS_OF_A_ROW)


def _as_rows(node: Any) -> int | Text:
    """Take how many rows are left empty: one at least."""
    rows = as_count(node)
    if isinstance(rows, int) and not 1 <= rows <= MOST_ROWS:
        raise fault("out-of-range", as_text(node), "rows", text=node, most=MOST_ROWS)
    return rows


def _as_most(node: Any) -> float | Text:
    """Take a highest score, or a sum of such: more than nothing."""
    most = as_number(node)
    if isinstance(most, int | float) and most <= 0:
        raise fault("out-of-range", as_text(node), "most", text=node, most="")
    return most


Rows = Annotated[int | Text, PlainValidator(_as_rows), WithJsonSchema({"x-is": "count"})]
Most = Annotated[float | Text, PlainValidator(_as_most), WithJsonSchema({"x-is": "number"})]
Pattern = Annotated[Text, PlainValidator(_as_pattern), WithJsonSchema(SCALAR)]
Width = Annotated[
    int,
    PlainValidator(_as_width),
    WithJsonSchema(
        {"type": ["integer", "string"], "minimum": 1, "maximum": 12, "pattern": r"^\d+$"}
    ),
]


class Answer(Part):
    """What a field and a column of a table have in common."""

    absent_when_open: ClassVar = frozenset({"pattern", "width"})
    label: Line
    type: TypeName = "text"
    options: Options = ()
    scale: Words = ()
    max: Most | None = None
    required: YesNo = False
    personal: YesNo = False
    default: Word | None = None
    pattern: Pattern | None = None
    note: Line | None = None

    @property
    def field_type(self) -> FieldType:
        """The record of its type."""
        return type_named(self.type)

    @property
    def meanings(self) -> dict[str, Text]:
        """What its options mean, as far as that is written."""
        return meanings(self.options)

    def _settle(self, context: Any) -> None:
        if self.field_type.needs == "options" and not (self.options or self.scale):
            raise fault("nothing-to-choose", self.place_of("type"), "options", type=self.type)
        for key, typical in TYPICAL.items():
            is_lost = key not in self.field_type.keys and not is_open(self.type)
            if is_lost and getattr(self, key, None):
                raise fault("useless-key", self.place_of(key), "type", key=key, type=typical)
        if self.options and self.scale and not any(map(is_open, (*self.options, *self.scale))):
            place = self.place_of("scale")
            raise fault("useless-key", place, "beside", key="scale", type="options")


class Column(Answer):
    """A column of a table field."""

    shorthand: ClassVar = "label"
    id: Id | None = None
    width: Width | None = None

    def _settle(self, context: Any) -> None:
        super()._settle(context)
        if self.field_type.needs == "columns":
            others = [each for each in FIELD_TYPES if type_named(each).needs != "columns"]
            raise fault("not-a-choice", self.place_of("type"), "choices",
                        text=self.type, choices=names_of(others))  # fmt: skip


class FormField(Answer):
    """One thing to fill in."""

    shorthand: ClassVar = "label"
    id: Id | None = None
    width: Width | None = None
    rows: Rows | None = None
    columns: Some[Column] = ()
    from_: Id | None = Field(None, alias="from")

    def _settle(self, context: Any) -> None:
        super()._settle(context)
        if self.field_type.needs == "columns" and not self.columns:
            raise fault("nothing-to-choose", self.place_of("type"), "columns", type=self.type)


class Group(Part):
    """Fields that belong together under one heading."""

    id: Id | None = None
    title: Line | None = None
    pictures: Pictures = ()
    fields: AtLeastOne[FormField]
    total: Most | None = None
    note: Line | None = None


class Copy(Part):
    """One of the copies (联) of a form, and who receives it."""

    shorthand: ClassVar = "title"
    title: Line
    to: Who = ()


class Form(ControlledDocument):
    """A form."""

    kind = "form"
    folder = "forms"
    order = 30
    sheets = ("form", "fillable")
    registered = True
    instead_of_summary = None
    concerns = ("filled_by",)
    weight = 1.4
    ways = None
    filled_by: Who = ()
    received_by: Who = ()
    approvals: Who = ()
    filed_at: Line | None = None
    keep: Retention | None = None
    copies: Some[Copy] = ()
    pictures: Pictures = ()
    groups: AtLeastOne[Group]
    total: Most | None = None
    related: AnyRefs = ()

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All fields in reading order; none where they are still to be settled."""
        return tuple(field for group in self.groups for field in group.fields)
