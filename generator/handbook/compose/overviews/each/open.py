"""What is still to be settled, by definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.overviews.record import has_yield, register
from handbook.compose.overviews.table import Group, Row, Table, live_in
from handbook.compose.setting.medium import Medium
from handbook.derive.registers import OpenPoint, open_points
from handbook.model.json_schema import field_words
from handbook.model.kinds import Definition
from handbook.model.section import Section


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
    field = _name_of_field(point, point.field, medium)
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
    return point.part or ""


def _name_of_field(point: OpenPoint, field: str, medium: Medium) -> str:
    """Return what a key is called in the part that has it; a word of the editor's stays."""
    try:
        words = field_words(point.holder, field, str(medium.handbook.settings.language))
    except KeyError:
        return field
    return str(words["label"])


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
