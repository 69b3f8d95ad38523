"""A rule of recurrence: on which days of the calendar something comes round."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

from handbook.derive.feasts import feast_days

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule as iCalendar knows it (RFC 5545, 3.3.10); `is_assumed` when no day was written.

    `weekdays` count from Monday = 0, `which` says which of them in the month (-1 the last, 0 each);
    `month_days` are days of the month, -1 the last. It lasts `further_days` after its first day.
    `feast` is a day of the lunar year, for which no rule has words: see derive/feasts.py.
    Of working days (工作日) the weekdays are the usual ones: derive/working_days.py knows better.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    which: int = 0
    further_days: int = 0
    feast: str = ""
    is_assumed: bool = False
    is_of_working_days: bool = False

    def falls_on(self, day: datetime.date) -> bool:
        """Tell whether it begins on a day, leaving the interval aside."""
        if self.feast:
            return day in feast_days(self.feast, day.year)
        last = calendar.monthrange(day.year, day.month)[1]
        return (
            (not self.weekdays or day.weekday() in self.weekdays)
            and (not self.which or self.which in (_which(day.day), -_which(last + 1 - day.day)))
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


def _which(day: int) -> int:
    """Return which of its weekday a day of the month is: the 8th is the second."""
    return (day + 6) // 7
