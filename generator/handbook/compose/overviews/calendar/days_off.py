"""The days off and those worked instead (调休) on the screen: the months in which there are any."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from handbook.compose.setting.labels import Labels
from handbook.derive.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """A day of a month; `mark` is 休 or 班 where it is not as its weekday."""

    number: int
    is_free: bool
    mark: str
    kind: str  # off, worked, or nothing


@dataclass(frozen=True, slots=True)
class MarkedMonth:
    """A month: its name, and its weeks from Monday on; None where it is no day of the month."""

    title: str
    weeks: tuple[tuple[MarkedDay | None, ...], ...]


def months_marked(worked: WorkingDays, t: Labels) -> tuple[MarkedMonth, ...]:
    """Return every month in which a day is off or worked instead."""
    firsts = sorted({day.replace(day=1) for day in worked.off | worked.on})
    return tuple(_month(first, worked, t) for first in firsts)


def _month(first: datetime.date, worked: WorkingDays, t: Labels) -> MarkedMonth:
    title = t("planner-month-title", year=first.year, month=t(f"month-{first.month}"))
    rows = calendar.Calendar().monthdatescalendar(first.year, first.month)
    weeks = tuple(
        tuple(_day(day, worked, t) if day.month == first.month else None for day in row)
        for row in rows
    )
    return MarkedMonth(title, weeks)


def _day(day: datetime.date, worked: WorkingDays, t: Labels) -> MarkedDay:
    kind = worked.mark_of(day)
    return MarkedDay(day.day, not worked.is_worked(day), t(f"day-{kind}") if kind else "", kind)
