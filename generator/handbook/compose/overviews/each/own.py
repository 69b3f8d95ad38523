"""The register of what stands in a handbook's own fields of steps, articles and lines."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from handbook.compose.kinds.procedure.elsewhere import step_link
from handbook.compose.overviews.record import Among, register
from handbook.compose.overviews.table import Group, Row, Table
from handbook.compose.setting.medium import Medium
from handbook.compose.setting.own_words import own_columns, own_words
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS, Definition, Policy, Procedure, Script
from handbook.model.part import Part
from handbook.model.section import Section
from handbook.model.walk import parts_in


def own_table(section: Section, medium: Medium) -> Table:
    """Return what is written in these fields, a row a part, by definition."""
    handbook, t = medium.handbook, medium.t
    fields = own_columns(handbook, on_papers=False)
    groups = (
        Group(medium.titled(each), tuple(_rows(each, medium)))
        for each in handbook.in_section(section)
        if not each.is_retired
    )
    return Table(
        columns=(t("col-own-part"), *(str(field.label) for field in fields)),
        groups=tuple(group for group in groups if group.rows),
        grouped_by=t("col-own-of"),
        wide=(0,),
    )


def _rows(definition: Definition, medium: Medium) -> Iterator[Row]:
    fields = own_columns(medium.handbook, on_papers=False)
    for part in _parts(definition):
        written = dict(own_words(part, fields, medium.setter_in(definition), medium.t))
        if written:
            cells = (written.get(field, Markup("")) for field in fields)
            yield Row((_name(definition, part, medium), *cells), _who(part, medium))


def _name(definition: Definition, part: Part, medium: Medium) -> Markup:
    return escape(step_link(definition, part, medium))


def _who(part: Part, medium: Medium) -> tuple[Definition, ...]:
    named = getattr(part, "by", None) or ()
    return medium.handbook.all_of(named if isinstance(named, tuple) else (named,))


def _parts(definition: Definition) -> Iterator[Part]:
    return (each for each in parts_in(definition) if each is not definition)


def _has_any(handbook: Handbook, among: Among) -> bool:
    keys = {str(field.key) for field in own_columns(handbook, on_papers=False)}
    return bool(keys) and any(
        keys & {str(key) for key in own._written}
        for each in among
        if not each.is_retired
        for part in _parts(each)
        if (own := getattr(part, "own", None)) is not None
    )


OVERVIEW = register(
    name="own",
    order=105,
    table=own_table,
    gathers=tuple(each for each in (Procedure, Policy, Script) if each.kind in KINDS),
    has_any=_has_any,
    by_role=True,
    fewest=5,
    is_wide=False,
)
