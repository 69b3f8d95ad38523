"""Forms: their fields, the sheets, and their data to be filled in on a page."""

from __future__ import annotations

from markupsafe import Markup, escape

from handbook.compose.desk.embedded import embedded
from handbook.compose.kinds.form.fillable import FillableSheet
from handbook.compose.kinds.form.filling import filling
from handbook.compose.kinds.form.sheet import FormSheet
from handbook.compose.kinds.form.view import FormView
from handbook.compose.kinds.record import Rows, Shown, no_files, several
from handbook.compose.setting.medium import Medium, Screen
from handbook.model.kinds import Form


def _facts(form: Form, screen: Screen) -> Rows:
    yield "filled-by", screen.listed(form.filled_by)
    yield "approvals", screen.listed(form.approvals)
    yield "received-by", screen.listed(form.received_by)
    yield "filed-at", screen.setter.plain(form.filed_at)
    yield "keep", screen.times.length(form.keep)
    yield (
        "copies",
        several(
            Markup("{} {}").format(screen.setter.plain(copy.title), screen.listed(copy.to))
            if copy.to
            else screen.setter.plain(copy.title)
            for copy in form.copies
        ),
    )
    yield "total-score", escape("" if form.total is None else form.total)


def _fact(form: Form, medium: Medium) -> Markup:
    return medium.listed(form.filled_by)


def _body(form: Form, screen: Screen) -> dict[str, object]:
    return {"view": FormView(form, screen), "desk": embedded(filling(form, screen))}


SHOWN = Shown(
    kind=Form,
    facts=_facts,
    fact=_fact,
    body=_body,
    files=no_files,
    scripts=("time", "csv", "form_check", "form_paper", "form_field", "form_page"),
    sheets={"form": FormSheet, "fillable": FillableSheet},
    book="line",
    book_place=50,
    book_view=None,
)
