"""Fixed duties as rules of recurrence: on which days of the calendar something is due.

Convention: a duty whose day no editor wrote is due on the last day of its interval; of a week, on
Friday. A day that a month lacks is its last. What no calendar can tell (each shift, 定期, an open
point) has no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbook.derive.day_words import day_of
from handbook.derive.repeat import LAST, WEEKDAYS, Recurrence
from handbook.derive.short_months import in_every_month
from handbook.model.durations import DAY, calendar_parts
from handbook.model.schedules import Interval, Schedule
from handbook.read.nodes import Text

__all__ = ["WEEKDAYS", "Recurrence", "days_at_odds", "days_in_no_calendar", "recurrences"]

LAST_WORKING_DAY = 4
MONTHS_OF = {"quarter": (3, 6, 9, 12), "half-year": (6, 12), "year": (12,)}
BY_CALENDAR = ("day", "week", "month", *MONTHS_OF, None)  # None: 2周, 10天, 2个月


def recurrences(schedule: Schedule) -> tuple[Recurrence, ...]:
    """Return the rules of a schedule; none when no calendar can tell its days."""
    if schedule.every is None:
        return ()
    found = _rules(schedule.every, [day_of(str(day)) for day in schedule.days])
    return tuple(each for rule in found for each in in_every_month(rule))


def days_at_odds(schedule: Schedule) -> Iterator[Text]:
    """Yield the days of `on` that contradict `every`: every day on Monday, every month in May."""
    if schedule.every is None or schedule.every.unit not in BY_CALENDAR:
        return
    known = [(day, rule) for day in schedule.days if (rule := day_of(str(day)))]
    months = _together(rule.months for _, rule in known if _is_month(rule))
    for day, rule in known:
        if not _fits(schedule.every, rule, months):
            yield day


def days_in_no_calendar(schedule: Schedule) -> Iterator[Text]:
    """Yield the days of `on` that no calendar knows, where `every` is one of a calendar."""
    if schedule.every is not None and schedule.every.unit in BY_CALENDAR:
        yield from (day for day in schedule.days if day_of(str(day)) is None)


def _fits(every: Interval, day: Recurrence, months_named: tuple[int, ...]) -> bool:
    unit, is_weekday = every.unit, bool(day.weekdays) and not day.which
    is_of_year = _has_its_month(day)
    if _is_month(day):
        return unit is not None and (unit != "month" or len(months_named) > 1)
    if unit == "day":
        return is_weekday and len(day.weekdays) > 1
    if unit == "week":
        return is_weekday
    if unit == "month":
        return not is_weekday and not is_of_year
    if unit == "year":
        return is_of_year or (bool(months_named) and not is_weekday)
    if unit is not None:
        return not is_weekday
    months, days = _length(every)
    if months:
        is_late = any(number > 28 for number in day.month_days)
        return not is_weekday and not is_of_year and not is_late and not day.further_days
    return is_weekday and days % 7 == 0


def _is_month(day: Recurrence) -> bool:
    return bool(day.months) and not (day.month_days or day.weekdays)


def _length(every: Interval) -> tuple[int, float]:
    """Return an interval that is no unit of the calendar as (months, days)."""
    return calendar_parts(every.duration) if every.duration else (0, 0)


def _rules(every: Interval, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    unit = every.unit
    if unit in ("day", "week"):
        return _by_week(unit, days)
    if unit in ("month", *MONTHS_OF):
        return _by_month(unit, days)
    if unit is None:
        return _every_so_often(every, days)
    return ()


def _by_week(unit: str, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    """Combine weekdays and months: every week on Monday, every day in July and August."""
    named = [day for day in days if day and day.weekdays and not day.which]
    months = _together(day.months for day in days if day and _is_month(day))
    working = [replace(day, months=months) for day in named if day.is_of_working_days][:1]
    usual = {number for day in working for number in day.weekdays}
    others = set(_together(day.weekdays for day in named)) - usual
    if others:
        working.append(Recurrence("WEEKLY", weekdays=tuple(sorted(others)), months=months))
    if working:
        return tuple(working)
    if days and not months:
        return ()
    if unit == "day":
        return (Recurrence("DAILY", months=months),)
    friday = (LAST_WORKING_DAY,)
    return (Recurrence("WEEKLY", weekdays=friday, months=months, is_assumed=True),)


def _every_so_often(every: Interval, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    """Return the rule of 2周, 10天, 2个月."""
    months = int(_length(every)[0])
    if months:
        known = [day for day in days if day and (day.which or day.month_days)]
        named = tuple(replace(day, frequency="MONTHLY", interval=months) for day in known)
        if named or days:
            return named
        return (Recurrence("MONTHLY", months, month_days=(LAST,), is_assumed=True),)
    if every.seconds and every.seconds % DAY == 0:
        return _every_so_many_days(int(every.seconds // DAY), days)
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
