"""Fixed duties as rules of recurrence: on which days of the calendar something is due.

Convention: a duty whose day no editor wrote is due on the last day of its interval; of a week, on
Friday. What no calendar can tell (each shift, 定期, a moving feast, an open point) has no rule.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from handbook.model.durations import DAY
from handbook.model.schedules import Schedule

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST_WORKING_DAY = 4
LAST = -1
MONTHS_OF = {"quarter": (3, 6, 9, 12), "half-year": (6, 12), "year": (12,)}
# Days with a name that fall on the same date each year.
NAMED_DAYS = {
    "元旦": (1, 1), "情人节": (2, 14), "情人節": (2, 14), "五一": (5, 1), "劳动节": (5, 1),
    "勞動節": (5, 1), "国庆": (10, 1), "国庆节": (10, 1), "圣诞节": (12, 25), "聖誕節": (12, 25),
    "new year's day": (1, 1), "christmas day": (12, 25),
}  # fmt: skip

_WEEK = r"(?:每?(?:周|週|星期|礼拜|禮拜))"
_WEEKDAY = re.compile(
    rf"{_WEEK}([一二三四五六日天])(?:(?:至|到|-|–|~){_WEEK}?([一二三四五六日天]))?"
)
_DAY_NAME = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_ENGLISH = re.compile(rf"{_DAY_NAME}(?:\s*(?:-|–|to)\s*{_DAY_NAME})?", re.I)
_MONTH_AND_DAY = re.compile(r"(?:次年|翌年)?(\d{1,2})月(\d{1,2})[日号號]")
_MONTH = re.compile(r"(?:次年|翌年)?(\d{1,2})月")
_DAY_OF_MONTH = re.compile(r"(?:每月)?(\d{1,2})[日号號]")
_MONTH_END = ("月底", "月末", "最后一天", "最後一天", "last day")
_CHINESE, _LATIN = "一二三四五六日", ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule as iCalendar knows it (RFC 5545, 3.3.10); `is_assumed` when no day was written.

    `days` are weekdays from Monday = 0; `month_days` days of the month, -1 the last.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    is_assumed: bool = False

    def falls_on(self, day: datetime.date) -> bool:
        """Tell whether a day fits the rule, leaving the interval aside."""
        last = calendar.monthrange(day.year, day.month)[1]
        return (
            (not self.weekdays or day.weekday() in self.weekdays)
            and (not self.months or day.month in self.months)
            and (not self.month_days or day.day in self.month_days
                 or (LAST in self.month_days and day.day == last))
        )  # fmt: skip

    def first_from(self, day: datetime.date) -> datetime.date:
        """Return the first day due, from a day on; raise ValueError when there is none."""
        for ahead in range(8 * 366):  # 29 February may stay away for eight years
            if self.falls_on(day + datetime.timedelta(ahead)):
                return day + datetime.timedelta(ahead)
        raise ValueError(f"no day fits {self}")


def recurrences(schedule: Schedule) -> tuple[Recurrence, ...]:
    """Return the rules of a schedule; none when no calendar can tell its days."""
    if schedule.every is None:
        return ()
    unit = schedule.every.unit
    days = [_day_of(str(day)) for day in schedule.on]
    if unit == "day":
        return (Recurrence("DAILY"),) if not days else ()
    if unit is None and schedule.every.seconds and schedule.every.seconds % DAY == 0:
        return _every_so_many_days(int(schedule.every.seconds // DAY), days)
    if unit == "week":
        if not days:
            return (Recurrence("WEEKLY", weekdays=(LAST_WORKING_DAY,), is_assumed=True),)
        found = [day for day in days if day and day.weekdays]
        weekdays = sorted({number for day in found for number in day.weekdays})
        return (Recurrence("WEEKLY", weekdays=tuple(weekdays)),) if weekdays else ()
    if unit in ("month", *MONTHS_OF):
        return _by_month(unit, days)
    return ()


def _every_so_many_days(count: int, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    if count % 7 == 0:
        named = sorted({number for day in days if day for number in day.weekdays})
        weekdays = tuple(named) or (LAST_WORKING_DAY,)
        return (Recurrence("WEEKLY", count // 7, weekdays=weekdays, is_assumed=not named),)
    return (Recurrence("DAILY", count, is_assumed=True),) if not days and count < 28 else ()


def _by_month(unit: str, days: list[Recurrence | None]) -> tuple[Recurrence, ...]:
    """Combine months and days: [4月, 10月] on the last day, 3日 of each month, 国庆."""
    known = [day for day in days if day is not None and not day.weekdays]
    if days and not known:
        return ()
    whole = tuple(day for day in known if day.months and day.month_days)
    months = _together(day.months for day in known if not day.month_days)
    month_days = _together(day.month_days for day in known if not day.months)
    if not months and not month_days and whole:
        return whole
    usual = () if unit == "month" else MONTHS_OF[unit]
    rule = Recurrence(
        "MONTHLY" if unit == "month" and not months else "YEARLY",
        months=months or usual,
        month_days=month_days or (LAST,),
        is_assumed=not month_days,
    )
    return (*whole, rule)


def _together(parts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({number for part in parts for number in part}))


def _day_of(words: str) -> Recurrence | None:
    """Read one entry of `on`; None for what no calendar knows."""
    words = words.strip()
    if words.lower() in NAMED_DAYS:
        month, day = NAMED_DAYS[words.lower()]
        return Recurrence("YEARLY", months=(month,), month_days=(day,))
    if found := _WEEKDAY.fullmatch(words):
        ends = [_CHINESE.index(end.replace("天", "日")) for end in found.groups() if end]
        return Recurrence("WEEKLY", weekdays=_span(ends))
    if found := _ENGLISH.fullmatch(words):
        ends = [_LATIN.index(end.lower()) for end in found.groups() if end]
        return Recurrence("WEEKLY", weekdays=_span(ends))
    if found := _MONTH_AND_DAY.fullmatch(words):
        return _checked((int(found[1]),), (int(found[2]),))
    if found := _MONTH.fullmatch(words):
        return _checked((int(found[1]),), ())
    if found := _DAY_OF_MONTH.fullmatch(words):
        return _checked((), (int(found[1]),))
    return _checked((), (LAST,)) if words.lower() in _MONTH_END else None


def _span(ends: list[int]) -> tuple[int, ...]:
    """Return the days from the first to the last: 周六至周一 runs over the end of the week."""
    length = (ends[-1] - ends[0]) % 7
    return tuple(sorted((ends[0] + ahead) % 7 for ahead in range(length + 1)))


def _checked(months: tuple[int, ...], days: tuple[int, ...]) -> Recurrence | None:
    """Return the rule when its day exists in some year (2024 was a leap year)."""
    if any(not 1 <= month <= 12 for month in months) or any(day > 31 or day == 0 for day in days):
        return None
    if months and any(day > calendar.monthrange(2024, months[0])[1] for day in days):
        return None
    return Recurrence("YEARLY" if months else "MONTHLY", months=months, month_days=days)
