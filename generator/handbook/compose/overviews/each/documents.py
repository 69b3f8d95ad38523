"""The register of controlled documents: codes, versions, approval, next review."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.frame.control import ControlView
from handbook.compose.overviews.record import Among, register
from handbook.compose.overviews.table import Group, Row, Table, words
from handbook.compose.setting.dates import date_in_column
from handbook.compose.setting.medium import Medium
from handbook.compose.setting.own_words import own_columns, own_words
from handbook.derive import registers
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS
from handbook.model.own_fields import OwnField
from handbook.model.section import Section

_DOCUMENT = ("code", "title", "version", "edition", "effective", "reviewed", "owner",
             "approved-by", "next-review", "col-status")  # fmt: skip
_NOT_REVIEWED = tuple(key for key in _DOCUMENT if key != "reviewed")
_BROKEN = {"title", "owner", "approved-by"}  # names, which may take several lines


def document_table(section: Section, medium: Medium) -> Table:
    """Return the register of controlled documents, by kind."""
    t = medium.t
    found = registers.documents(medium.handbook, medium.handbook.in_section(section))
    keys = _DOCUMENT if registers.are_reviewed(medium.handbook) else _NOT_REVIEWED
    groups = groupby(found, key=lambda entry: entry.definition.kind)
    own = own_columns(medium.handbook, on_papers=True)
    return Table(
        columns=(*map(t, keys), *(str(field.label) for field in own)),
        groups=tuple(
            Group(escape(t(f"kinds-{kind}")),
                  tuple(_document(entry, keys, own, medium) for entry in entries))
            for kind, entries in groups
        ),
        grouped_by=t("col-kind"),
        wide=(1,),
        short=tuple(at for at, key in enumerate(keys) if key not in _BROKEN),
    )  # fmt: skip


def _document(
    found: registers.RegisteredDocument,
    keys: Iterable[str],
    own: tuple[OwnField, ...],
    medium: Medium,
) -> Row:
    definition, control, t = found.definition, found.control, medium.t
    view = ControlView(definition, medium)
    cells = {
        "code": words(view.code), "title": medium.titled(definition),
        "version": words(view.version), "edition": words(view.edition),
        "effective": words(date_in_column(control.effective, t)),
        "reviewed": words(date_in_column(control.reviewed, t)),
        "owner": view.owner, "approved-by": view.approved_by,
        "next-review": words(date_in_column(control.next_review, t)),
        "col-status": words(view.status or t("status-active")),
    }  # fmt: skip
    said = own_words(definition, own, medium.setter_in(definition), t)
    written = dict(said)
    return Row((*(cells[key] for key in keys), *(written.get(each, Markup("")) for each in own)))


def _has_any(handbook: Handbook, among: Among) -> bool:
    return next(iter(registers.documents(handbook, among)), None) is not None


OVERVIEW = register(
    name="documents",
    order=50,
    table=document_table,
    gathers=tuple(kind for kind in KINDS.values() if kind.registered),
    has_any=_has_any,
    by_role=False,
    fewest=5,
    is_wide=True,
)
