"""Compose the planner of a certain month or year, for whoever asks for it: a section or a role.

A build makes only planners of any month and year: what it makes must not depend on the day.
"""

from __future__ import annotations

import datetime

from jinja2 import Environment

from handbook.compose.overviews.calendar.month_planner import DatedMonth
from handbook.compose.overviews.calendar.year_planner import DatedYear
from handbook.compose.overviews.records import overview_of_sheet
from handbook.compose.overviews.sheets import OverviewSheet, drawn, page_over, shown_and_apart
from handbook.compose.overviews.view import OverviewView, Part
from handbook.compose.setting.addresses import OVERVIEW_ID, overview_sheet, page_of, sheet_of
from handbook.compose.setting.medium import Paper
from handbook.derive.duties import Duty, duties, duties_by_person
from handbook.derive.period import Period
from handbook.derive.work import acting_as
from handbook.model.handbook import Handbook
from handbook.model.kinds import Role
from handbook.model.section import Section


def duties_of(handbook: Handbook, subject: Section | Role, period: Period) -> tuple[Duty, ...]:
    """Return what the planner of a section or role is about."""
    if isinstance(subject, Role):
        by_person = duties_by_person(handbook)
        everyone = acting_as(handbook, subject)
        found = (duty for each in everyone for duty in by_person.get(each, ()))
        return tuple(dict.fromkeys(found))
    shown, _ = shown_and_apart(handbook, subject, period.sheet)
    return duties(handbook, [each for own in shown for each in handbook.in_section(own)])


def compose_planner(
    handbook: Handbook, templates: Environment, subject: Section | Role, period: Period
) -> OverviewSheet:
    """Compose the planner of a period."""
    sheet, found = period.sheet, duties_of(handbook, subject, period)
    if isinstance(subject, Role):
        section, id, page = subject.section, str(subject.id), page_of(subject)
        uri = sheet_of(subject, f"{sheet}-{period}")
        whose = str(subject.title)
    else:
        section, id, page = subject, OVERVIEW_ID, page_over(subject, sheet)
        uri = overview_sheet(subject, f"{sheet}-{period}")
        whose = subject.title if subject.path else str(handbook.settings.title)
    paper = Paper(handbook, section, uri)
    planner: DatedMonth | DatedYear
    if period.month:
        planner = DatedMonth(found, paper, datetime.date(period.year, period.month, 1))
    else:
        planner = DatedYear(found, paper, period.year)
    definitions = dict.fromkeys(duty.procedure for duty in found)
    view = OverviewView(
        sheet, overview_of_sheet(sheet).gathers, whose, [Part("", planner)], (), paper,
        is_wide=True, page=page, definitions=definitions,
    )  # fmt: skip
    return drawn(view, section, id, templates)
