"""What is still to be settled, by definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.overviews.record import has_yield, register
from handbook.compose.overviews.table import Group, Row, Table, live_in
from handbook.compose.setting.medium import Medium
from handbook.derive.registers import OpenPoint, open_points
from handbook.messages import catalogue
from handbook.model.json_schema.words import name_of
from handbook.model.kinds import Definition
from handbook.model.section import Section
from handbook.model.special_files import SPECIAL


def open_table(section: Section, medium: Medium) -> Table:
    """Return what is still to be settled, by definition, with a link to its place."""
    t = medium.t
    points = open_points(medium.handbook, live_in(section, medium, Definition))
    groups = groupby(points, key=lambda point: point.definition)
    return Table(
        columns=(t("col-open"), t("col-place")),
        groups=tuple(
            Group(medium.setter.name(definition),
                  _alike_once(_point(each, medium) for each in found),
                  escape(t(f"kind-{definition.kind}")))
            for definition, found in groups
        ),
        grouped_by=t("col-definition"),
        wide=(0,),
    )  # fmt: skip


def _alike_once(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows with those that read alike as one: 保存期：待定 ×3."""
    counts = Counter(row.cells for row in rows)
    return tuple(
        Row((cells[0] + (Markup(" ×{}").format(count) if count > 1 else ""), *cells[1:]))
        for cells, count in counts.items()
    )


def _point(point: OpenPoint, medium: Medium) -> Row:
    if point.field is None:
        return Row((medium.setter_in(point.definition).line(point.text), Markup("")))
    language = str(medium.handbook.settings.language)
    field = field_names(language).get(point.field, point.field)
    what = medium.t("open-field", field=field, text=point.text)
    if point.part is None:
        return Row((escape(what), Markup("")))
    href, name = medium.href(point.definition), _part_name(point, medium)
    if href is None:
        return Row((escape(what), escape(name)))
    place = Markup('<a class="ref" href="{}#{}">{}</a>').format(href, point.part, name)
    return Row((escape(what), place))


def _part_name(point: OpenPoint, medium: Medium) -> str:
    steps = getattr(point.definition, "steps", ())
    for number, step in enumerate(steps, 1):
        if step.id == point.part:
            return medium.t("step-n", number=number)
    for field in getattr(point.definition, "fields", ()):
        if field.id == point.part:
            return str(field.label)
    for number, article in enumerate(getattr(point.definition, "articles", ()), 1):
        if article.id == point.part:
            return str(article.title or article.number or medium.t("article-n", number=number))
    for number, line in enumerate(getattr(point.definition, "lines", ()), 1):
        if line.id == point.part:
            return medium.t("line-n", number=number)
    return point.part


@cache
def field_names(language: str) -> dict[str, str]:
    """Return what the keys of a definition are called."""
    elsewhere = {name_of(each.part) for each in SPECIAL if each.for_editors}
    return {
        key: entry["label"]
        for part, table in catalogue(language, "fields").items() if part not in elsewhere
        for key, entry in table.items()
        if isinstance(entry, dict) and "label" in entry
    }  # fmt: skip


OVERVIEW = register(
    name="open",
    order=100,
    table=open_table,
    gathers=(Definition,),
    has_any=has_yield(open_points),
    by_role=False,
    fewest=5,
    is_wide=False,
)
