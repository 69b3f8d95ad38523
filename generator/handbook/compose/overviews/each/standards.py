"""The figures people are held to."""

from __future__ import annotations

from markupsafe import Markup

from handbook.compose.kinds.standard import StandardView
from handbook.compose.overviews.record import has, register
from handbook.compose.overviews.table import Row, Table, in_one, live_in
from handbook.compose.setting.medium import Medium
from handbook.model.kinds import Standard
from handbook.model.section import Section


def standard_table(section: Section, medium: Medium) -> Table:
    """Return the figures people are held to."""
    t, handbook = medium.t, medium.handbook
    keys = ("title", "value", "applies-to", "measured-by", "frequency")
    rows = (
        Row(
            (
                medium.setter.name(each), _value(each, medium), medium.listed(each.applies_to),
                medium.setter_in(each).line(each.measured_by),
                medium.setter_in(each).plain(each.frequency),
            ),
            handbook.all_of(each.applies_to),
        )
        for each in live_in(section, medium, Standard)
    )  # fmt: skip
    return Table(tuple(map(t, keys)), in_one(rows), wide=(0,))


def _value(standard: Standard, medium: Medium) -> Markup:
    setter = medium.setter_in(standard)
    times = medium.times_in(standard)
    levels = Markup("<br>").join(
        Markup("{} {}").format(setter.line(level.when), times.length(level.value))
        for level in standard.levels
    )
    own = StandardView(standard, medium).in_words
    return Markup("<br>").join(part for part in (own, levels) if part)


OVERVIEW = register(
    name="standards",
    order=80,
    table=standard_table,
    gathers=(Standard,),
    has_any=has(Standard),
    by_role=True,
    fewest=5,
    is_wide=False,
)
