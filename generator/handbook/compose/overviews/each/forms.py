"""The register of forms: who fills and receives each, and what becomes of it."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.overviews.record import has, register
from handbook.compose.overviews.table import Row, Table, in_one, live_in
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Form
from handbook.model.section import Section


def form_table(section: Section, medium: Medium) -> Table:
    """Return the register of forms."""
    t = medium.t
    keys = ("title", "filled-by", "received-by", "filed-at", "keep", "col-personal")
    rows = (_form(form, medium) for form in live_in(section, medium, Form))
    return Table(tuple(map(t, keys)), in_one(rows), wide=(0,), short=(5,))


def _form(form: Form, medium: Medium) -> Row:
    handbook = medium.handbook
    people = (*handbook.all_of(form.filled_by), *handbook.all_of(form.received_by))
    personal = [
        each.label
        for field in form.fields for each in (field, *field.columns) if each.personal
    ]  # fmt: skip
    times = medium.times_in(form)
    setter = times.setter
    cells = (
        _with_code(form, medium), medium.listed(form.filled_by), medium.listed(form.received_by),
        setter.plain(form.filed_at), times.length(form.keep),
        Markup(medium.t("list-comma")).join(map(setter.plain, personal)),
    )  # fmt: skip
    return Row(cells, people)


def _with_code(definition: Form, medium: Medium) -> Markup:
    name = medium.titled(definition)
    if not definition.code:
        return name
    return Markup('{} <span class="code">{}</span>').format(name, definition.code)


OVERVIEW = register(
    name="forms",
    order=60,
    table=form_table,
    gathers=(Form,),
    has_any=has(Form),
    by_role=True,
    fewest=5,
    is_wide=True,
)
