"""A form to fill in on a screen: what its inputs are called, and what kind each is.

The style sheet gives an input its place on the paper; `handbook.sheets.fillable` makes it a field
of the PDF. Every input has a name of its own, and a title for those who hear the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from handbook.compose.kinds.form.sheet import FormSheet, is_serial
from handbook.compose.kinds.form.view import FieldView
from handbook.languages import catalogue
from handbook.model.kinds import Form
from handbook.model.kinds.form import Answer, Column, FormField
from handbook.model.values import is_open
from handbook.typefaces import AS_TEXT, drawable

NUMBER = "form-number"
BLANK = "____"


@dataclass(frozen=True)
class Input:
    """One input.

    `kind` is text, long, cell (of a table), list (one of `options`), tick, one-of (of those with
    the same `field`) or signature. `value` is what a text says at first, or what a box stands
    for; `is_on` whether a box is ticked at first; `is_figure` whether what it says stands at the
    right, below other figures.
    """

    field: str
    title: str
    kind: str
    name: str = ""  # of this box, where a field has several
    value: str = ""
    box_title: str = ""
    options: tuple[str, ...] = ()
    is_on: bool = False
    is_required: bool = False
    is_figure: bool = False
    pattern: str = ""  # what is typed must look so; else `wrong` is said
    wrong: str = ""

    @property
    def drawn(self) -> str:
        """What is seen of `value` on paper."""
        return drawable(self.value).replace(AS_TEXT, "")


class FillableSheet(FormSheet):
    """What the template of a form to fill in asks."""

    @property
    def answers(self) -> str:
        """The macros that draw its inputs; what is retired has none, and nothing to sign."""
        return super().answers if self.form.is_retired else "macros/inputs.html"

    @cached_property
    def names(self) -> dict[int, str]:
        """The name of each field, by its identity; a field without an id has its number."""
        return dict(_named(self.form))

    def name(self, field: FormField) -> str:
        return self.names[id(field)]

    @property
    def number(self) -> Input:
        """The number of the filled form."""
        return Input(NUMBER, self.medium.t("form-number"), "text")

    def total(self, group: object = None) -> Input:
        """The sum of the scores, of a group or of the form."""
        place = next((n for n, each in enumerate(self.form.groups, 1) if each is group), None)
        name = "total" if place is None else f"total-{place}"
        return Input(name, self.medium.t("total-score"), "text")

    def boxes(self, each: FieldView) -> tuple[Input, ...]:
        """The boxes to tick of a choice; none for any other field."""
        field, t = each.field, self.medium.t
        options = (t("yes"), t("no")) if each.look == "yes-no" else each.choices
        several = field.field_type.input == "several"
        return tuple(self._box(field, n, words, several) for n, words in enumerate(options, 1))

    def _box(self, field: FormField, number: int, words: str, several: bool) -> Input:
        name = self.name(field)
        return Input(
            field=f"{name}-{number}" if several else name,
            title=self._title(field),
            kind="tick" if several else "one-of",
            name=f"{name}-{number}",
            value=words,
            box_title=self.medium.t("input-option", field=self.said_label(field), option=words),
            is_on=self._is_on(field, words),
            is_required=field.required and not several,
        )

    def _is_on(self, field: FormField, words: str) -> bool:
        view, t = FieldView(field, 1), self.medium.t
        if view.look == "yes-no":
            return any(self.is_default(view, key) and t(key) == words for key in ("yes", "no"))
        return view.default == words

    def line(self, each: FieldView) -> Input:
        """The one input of a field that is written: a line, a long text, or a signature."""
        kind = each.field.field_type.pdf
        title = self._title(each.field)
        if kind == "signature":
            title = self.medium.t("input-signature", field=title)
        return self._written(each.field, self.name(each.field), title, kind)

    def file(self, each: FieldView) -> Input:
        """The input below the place of a photo: the name of the file that goes with the form.

        A picture cannot be put into a field of a PDF in most viewers; it is stuck on the print or
        sent along, and the form says which it is.
        """
        field = each.field
        title = self.medium.t("input-file", field=self._title(field))
        return self._written(field, self.name(field), title, "text")

    def cell(self, each: FieldView, row: int, column: Column) -> Input:
        """The input of one cell of a table; `row` counts from 1."""
        place = each.field.columns.index(column) + 1
        label = self.said_label(column)
        if hint := self.hint(column):
            label = self.medium.t("input-note", field=label, note=hint)
        table = self.said_label(each.field)
        title = self.medium.t("input-cell", table=table, row=row, column=label)
        name = f"{self.name(each.field)}-{row}-{column.id or place}"
        options = tuple(map(str, column.options or column.scale))
        if column.field_type.look == "yes-no":
            options = (self.medium.t("yes"), self.medium.t("no"))
        kind = "list" if options else "cell"
        if column.field_type.pdf == "signature":
            kind, title = "signature", self.medium.t("input-signature", field=title)
        asked = self._written(column, name, title, kind, options)
        value = str(row) if is_serial(column) and not asked.value else asked.value
        return replace(asked, value=value, is_figure=self.is_figure(column))

    def said(self, each: FieldView, row: int, column: Column) -> str:
        """What a cell says to those who hear the form, as far as nothing is written in it."""
        is_first = column is each.field.columns[0]
        return self.medium.t("input-row", row=row) if is_first else BLANK

    def said_label(self, asked: Answer) -> str:
        """A label in words without links."""
        return self.medium.setter.bare(asked.label)

    def hint(self, each: FieldView | Answer) -> str:
        """How to write a date or a time; empty for any other field or column."""
        asked = each.field if isinstance(each, FieldView) else each
        is_date = asked.field_type.look == "date"
        return self.medium.t(f"input-{asked.field_type.name}") if is_date else ""

    def _title(self, field: FormField) -> str:
        title, hint = self.said_label(field), self.hint(field)
        return self.medium.t("input-note", field=title, note=hint) if hint else title

    def _written(
        self, asked: Answer, name: str, title: str, kind: str, options: tuple[str, ...] = ()
    ) -> Input:
        value = "" if asked.default is None or kind == "signature" else str(asked.default)
        pattern = "" if options or kind == "signature" else asked.field_type.pattern
        return Input(
            name, title, kind, value=value, options=options, is_required=bool(asked.required),
            pattern=pattern, wrong=self._wrong(asked, title) if pattern else "",
        )  # fmt: skip

    def _wrong(self, asked: Answer, title: str) -> str:
        """Say what is wrong with an answer that does not look as it should, and of which field."""
        words = catalogue(str(self.medium.handbook.settings.language), "desk")["form"]
        said: str = words[f"error-{asked.field_type.wrong}"]
        return self.medium.t("input-note", field=title, note=said)


def _named(form: Form) -> Iterator[tuple[int, str]]:
    """Yield a name of its own for each field: its id, with its group's where two are alike."""
    taken = {NUMBER, "total"}
    for place, group in enumerate(form.groups, 1):
        if is_open(group._written.get("fields")):
            continue
        for number, field in enumerate(group.fields, 1):
            plain = str(field.id or f"field-{place}-{number}")
            within = f"{group.id or place}-{plain}"
            name = next(
                each for each in (plain, within, f"{within}-{place}-{number}") if each not in taken
            )
            taken.add(name)
            yield id(field), name
