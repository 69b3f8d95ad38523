"""What is due each shift, day, week … and around events, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handbook.compose.frame.composer import Composer
from handbook.compose.overviews.calendar.days_off import months_marked
from handbook.compose.overviews.calendar.duties import duty_table
from handbook.compose.overviews.calendar.month_planner import MonthPlanner
from handbook.compose.overviews.calendar.offered import not_in_calendars, role_calendars
from handbook.compose.overviews.calendar.year_planner import YearPlanner
from handbook.compose.overviews.record import Among, OnPaper, Overview, TablePages, live_among
from handbook.compose.setting.medium import Paper, Screen
from handbook.derive.duties import duties, duties_by_person, is_due
from handbook.derive.working_days import working_days
from handbook.model.handbook import Handbook
from handbook.model.kinds import KINDS, Definition
from handbook.model.kinds.record import schedules_of
from handbook.model.section import Section

MOST_TO_PLAN = 24  # tasks on one planner


def _month(among: tuple[Definition, ...], paper: Paper) -> MonthPlanner:
    return MonthPlanner(duties(paper.handbook, among), paper)


def _year(among: tuple[Definition, ...], paper: Paper) -> YearPlanner:
    return YearPlanner(duties(paper.handbook, among), paper)


def _beside(composer: Composer, screen: Screen, section: Section | None) -> Mapping[str, object]:
    handbook = composer.handbook
    worked = working_days(handbook, section or handbook.organisation)
    return {
        "months_marked": months_marked(worked, composer.t),
        "calendars": role_calendars(composer, screen, section),
        "left_out": not_in_calendars(composer, section),
    }


def _of_person(handbook: Handbook, everyone: Among) -> Iterable[Definition]:
    due = duties_by_person(handbook)
    return (duty.procedure for who in everyone for duty in due.get(who, ()))


OVERVIEW = Overview(
    name="calendar",
    order=40,
    gathers=tuple(kind for kind in KINDS.values() if schedules_of(kind)),
    has_any=lambda handbook, among: any(map(is_due, live_among(among))),
    by_section=True,
    pages=TablePages(table=duty_table, by_role=True, beside=_beside),
    sheets=(
        OnPaper(
            name="month", make=_month, fewest=1, most=MOST_TO_PLAN, is_wide=True, in_one=True
        ),
        OnPaper(name="year", make=_year, fewest=3, most=MOST_TO_PLAN, is_wide=True, in_one=True),
    ),
    of_person=_of_person,
)
