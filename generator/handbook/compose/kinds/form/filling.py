"""A form to be filled in on a page: its fields in the order of the page, without markup."""

from __future__ import annotations

from handbook.compose.desk.meanings import meanings_told
from handbook.compose.kinds.form.fillable import FillableSheet
from handbook.compose.kinds.form.view import FieldView
from handbook.compose.setting.medium import Screen
from handbook.model.kinds import Form
from handbook.model.kinds.form import Answer, FormField


def filling(form: Form, screen: Screen) -> dict[str, object]:
    """Return what to fill in; names are those of the PDF that can be filled in."""
    view = FillableSheet(form, screen)
    return {
        "address": form.address,
        "title": str(form.title),
        "code": str(form.code or ""),
        "version": str(form.version or ""),
        "edition": screen.handbook.edition(form),
        "retired": form.is_retired,
        "total": _number(form.total),
        "groups": [
            {
                "total": _number(group.group.total),
                "fields": [_field(each, view) for row in group.rows for each in row],
            }
            for group in view.groups
        ],
    }


def _field(each: FieldView, view: FillableSheet) -> dict[str, object]:
    field = each.field
    name = view.name(field)
    return _answer(field, name, view.said_label(field), view) | {
        "rows": each.rows,
        "columns": [
            _answer(column, str(column.id or place), view.said_label(column), view)
            for place, column in enumerate(field.columns, 1)
        ],
    }


def _answer(
    answer: Answer | FormField, name: str, label: str, view: FillableSheet
) -> dict[str, object]:
    return answer.field_type.on_screen | {
        "name": name,
        "label": label,
        "required": bool(answer.required),
        "options": [str(option) for option in (answer.options or answer.scale)],
        "max": _number(answer.max),
        "pattern": str(answer.pattern or ""),
        "default": str(answer.default or ""),
    } | meanings_told(answer, view.medium)


def _number(number: object) -> float | None:
    """Return a number that is certain; None for none and for an open point."""
    try:
        return float(str(number))
    except ValueError:
        return None
