"""The duty calendar: what is due each shift, day, week … and by whom, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import escape

from handbook.compose.kinds.procedure.elsewhere import duty_name, times_in
from handbook.compose.overviews.table import Group, Row, Table, named
from handbook.compose.setting.medium import Medium
from handbook.derive.duties import Duty, duties
from handbook.model.section import Section


def duty_table(section: Section, medium: Medium) -> Table:
    """Return what is due by a section's procedures, from the shortest interval to the longest."""
    handbook = medium.handbook
    return table_of_duties(duties(handbook, handbook.in_section(section)), medium)


def table_of_duties(found: Iterable[Duty], medium: Medium) -> Table:
    """Return duties, which stand in the order of their rhythms, in a group for each."""
    t = medium.t
    return Table(
        columns=(t("col-when"), t("col-what"), t("col-people")),
        groups=tuple(
            Group(escape(t(f"rhythm-{rhythm}")), tuple(_row(duty, medium) for duty in due))
            for rhythm, due in groupby(found, key=lambda duty: duty.rhythm)
        ),
        grouped_by=t("col-rhythm"),
        wide=(1,),
    )


def _row(duty: Duty, medium: Medium) -> Row:
    cells = (times_in(duty, medium), duty_name(duty, medium), named(duty.who, medium))
    return Row(cells, duty.who)
