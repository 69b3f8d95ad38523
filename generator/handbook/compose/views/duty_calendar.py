"""The duty calendar: what is due each shift, day, week … and by whom, as a table."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from handbook.compose.limits import TimeWords
from handbook.compose.medium import Screen
from handbook.compose.views.table import Group, Row, Table, named
from handbook.compose.views.time_limits import step_link
from handbook.derive.duties import Duty, duties
from handbook.model.section import Section


def duty_table(section: Section, screen: Screen) -> Table:
    """Return what is due by a section's procedures, from the shortest interval to the longest."""
    t, handbook = screen.t, screen.handbook
    found = groupby(duties(handbook, handbook.in_section(section)), key=lambda duty: duty.rhythm)
    return Table(
        columns=(t("col-when"), t("col-what"), t("col-people")),
        groups=tuple(
            Group(escape(t(f"rhythm-{rhythm}")), tuple(_row(duty, screen) for duty in due))
            for rhythm, due in found
        ),
        grouped_by=t("col-rhythm"),
        wide=(1,),
    )


def _row(duty: Duty, screen: Screen) -> Row:
    cells = (times_in(duty, screen), duty_name(duty, screen), named(duty.who, screen))
    return Row(cells, duty.who)


def times_in(duty: Duty, screen: Screen) -> Markup:
    """Say when something is due, its words read as its own section means them."""
    setter = screen.setter.within(duty.procedure.section.path)
    return TimeWords(setter, screen.t).schedule(duty.schedule)


def duty_name(duty: Duty, screen: Screen) -> Markup:
    """Draw what is due: a procedure, or a step of it."""
    procedure = screen.setter.name(duty.procedure)
    if duty.step is None:
        return procedure
    step = step_link(duty.procedure, duty.step, screen)
    return Markup('{} <span class="of">{}</span>').format(step, procedure)
