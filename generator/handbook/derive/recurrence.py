"""Fixed duties as rules of recurrence: on which days of the calendar something is due.

Convention: a duty whose day no editor wrote is due on the last day of its interval; of a week, on
Friday. What no calendar can tell (each shift, 定期, an open point) has no rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from handbook.derive.day_words import day_of
from handbook.derive.repeat import LAST, WEEKDAYS, Recurrence
from handbook.model.durations import DAY, calendar_parts, parse_duration
from handbook.model.schedules import Schedule

__all__ = ["WEEKDAYS", "Recurrence", "recurrences"]

LAST_WORKING_DAY = 4
MONTHS_OF = {"quarter": (3, 6, 9, 12), "half-year": (6, 12), "year": (12,)}


def recurrences(schedule: Schedule) -> tuple[Recurrence, ...]:
    """Return the rules of a schedule; none when no calendar can tell its days."""
    if schedule.every is None:
        return ()
    unit = schedule.every.unit
    days = [day_of(str(day)) for day in schedule.on]
    if unit == "day" and not days:
        return (Recurrence("DAILY"),)
    if unit in ("day", "week"):
        if not days:
            return (Recurrence("WEEKLY", weekdays=(LAST_WORKING_DAY,), is_assumed=True),)
        weekdays = _together(day.weekdays for day in days if day and not day.which)
        return (Recurrence("WEEKLY", weekdays=weekdays),) if weekdays else ()
    if unit in ("month", *MONTHS_OF):
        return _by_month(unit, days)
    if unit is None:
        return _every_so_often(schedule, days)
    return ()


def _every_so_often(schedule: Schedule, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    """Return the rule of 2周, 10天, 2个月."""
    duration = parse_duration(schedule.every.text.removeprefix("每"))
    months = calendar_parts(duration, "high")[0] if duration else 0
    if months and not days:
        return (
            Recurrence("MONTHLY", int(months), month_days=(LAST,), is_assumed=True),
        )  # fmt: skip
    if schedule.every.seconds and schedule.every.seconds % DAY == 0:
        return _every_so_many_days(int(schedule.every.seconds // DAY), days)
    return ()


def _every_so_many_days(count: int, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    if count % 7 == 0:
        named = sorted({number for day in days if day for number in day.weekdays})
        weekdays = tuple(named) or (LAST_WORKING_DAY,)
        return (Recurrence("WEEKLY", count // 7, weekdays=weekdays, is_assumed=not named),)
    return (Recurrence("DAILY", count, is_assumed=True),) if not days and count < 28 else ()


def _by_month(unit: str, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    """Combine months and days: [4月, 10月] on the last day, 3日 of each month, 国庆."""
    known = [day for day in days if day is not None and (day.which or not day.weekdays)]
    if days and not known:
        return ()
    usual = () if unit == "month" else MONTHS_OF[unit]
    whole = tuple(
        replace(day, frequency="YEARLY", months=usual) if usual and not _has_its_month(day) else day
        for day in known if _has_its_month(day) or day.which or day.further_days
    )  # fmt: skip
    parts = [day for day in known if not (_has_its_month(day) or day.which or day.further_days)]
    months = _together(day.months for day in parts)
    month_days = _together(day.month_days for day in parts)
    if whole and not parts:
        return whole
    rule = Recurrence(
        "MONTHLY" if unit == "month" and not months else "YEARLY",
        months=months or usual,
        month_days=month_days or (LAST,),
        is_assumed=not month_days,
    )
    return (*whole, rule)


def _has_its_month(day: Recurrence) -> bool:
    """Whether a day of `on` is one of the year by itself: 国庆, 3月5日, 中秋."""
    return bool(day.feast or (day.months and (day.month_days or day.which)))


def _together(parts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({number for part in parts for number in part}))
