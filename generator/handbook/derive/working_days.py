"""Which days are worked: Monday to Friday, less days off, plus those worked instead (调休).

Where `hours` name days, these are worked instead of Monday to Friday.

A year that holidays.yml does not name has its weekends only.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from handbook.derive.repeat import Recurrence
from handbook.model.handbook import Handbook
from handbook.model.holidays import Holidays, days_in
from handbook.model.hours import MIDNIGHT, days_of
from handbook.model.kept import Kept
from handbook.model.section import Section
from handbook.model.weekdays import WORKING_DAYS

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class WorkingDays:
    """The days that a section works."""

    off: frozenset[datetime.date] = frozenset()
    on: frozenset[datetime.date] = frozenset()
    weekdays: tuple[int, ...] = WORKING_DAYS
    closes: tuple[int, ...] = (MIDNIGHT,) * 7  # by weekday, in minutes

    @property
    def years(self) -> frozenset[int]:
        """The years whose days off are known."""
        return frozenset(day.year for day in self.off | self.on)

    def is_worked(self, day: datetime.date) -> bool:
        """Tell whether a day is worked."""
        return day in self.on or (day.weekday() in self.weekdays and day not in self.off)

    def mark_of(self, day: datetime.date) -> str:
        """Return "off" or "worked" for a day that is marked as such; nothing for all others."""
        return "off" if day in self.off else "worked" if day in self.on else ""

    def falls_on(self, rule: Recurrence, day: datetime.date) -> bool:
        """Tell whether a rule begins on a day; one of every working day keeps to these."""
        if rule.is_of_working_days and (not rule.months or day.month in rule.months):
            return self.is_worked(day)
        return rule.falls_on(day)

    def kept_by(self, rule: Recurrence) -> Recurrence:
        """Return a rule with these weekdays, where it is one of every working day."""
        return replace(rule, weekdays=self.weekdays) if rule.is_of_working_days else rule

    def first_of(self, rule: Recurrence, since: datetime.date) -> datetime.date:
        """Return the first day of a rule from a day on that is worked, where that matters."""
        first = rule.first_from(since)
        while not self.falls_on(rule, first):
            first = rule.first_from(first + _DAY)
        return first

    def after(self, day: datetime.date, count: int) -> datetime.date:
        """Return the working day so many after a day; before it where the count is negative."""
        step = _DAY if count > 0 else -_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_worked(day):
                day += step
        return day


def working_days(handbook: Handbook, section: Section) -> WorkingDays:
    """Return the days that a section works; the nearest holidays.yml outwards counts alone."""
    known = _KNOWN.setdefault(handbook, {})
    if section.path not in known:
        known[section.path] = _of(handbook, section)
    return known[section.path]


def holidays_kept(handbook: Handbook) -> Iterator[tuple[str, Holidays]]:
    """Yield what each holidays.yml says that was understood, with its path."""
    yield from ((kept.path, part) for kept, part in _holidays(handbook) if kept.is_whole)


def _holidays(handbook: Handbook) -> Iterator[tuple[Kept, Holidays]]:
    for kept in handbook.kept:
        yield from ((kept, part) for part in kept.parts if isinstance(part, Holidays))


def _of(handbook: Handbook, section: Section) -> WorkingDays:
    own = {kept.section.path: part for kept, part in _holidays(handbook)}
    around = next((own[each.path] for each in section.lineage if each.path in own), None)
    off, on = (days_in(around.off), days_in(around.on)) if around else (frozenset(), frozenset())
    return WorkingDays(off, on, *_by_hours(handbook, section))


def _by_hours(handbook: Handbook, section: Section) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return which weekdays are worked, and when hours close on each.

    The hours nearest to a section count alone. A day without hours, worked instead of another,
    closes as the last before it in the week.
    """
    written = (each.sheet.hours for each in section.lineage if each.sheet and each.sheet.hours)
    hours = next(written, handbook.settings.hours)
    days = days_of(hours) if hours else {}
    weekdays = tuple(sorted(day for day, spans in days.items() if spans))
    if not weekdays:
        return WORKING_DAYS, (MIDNIGHT,) * 7
    nearest = [max((each for each in weekdays if each <= day), default=weekdays[-1])
               for day in range(7)]  # fmt: skip
    return weekdays, tuple(days[day][-1][1] for day in nearest)


_KNOWN: WeakKeyDictionary[Handbook, dict[tuple[str, ...], WorkingDays]] = WeakKeyDictionary()
