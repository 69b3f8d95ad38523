"""A planner of a month for the wall: of any month, or of a certain one with its dates.

A duty whose day no editor wrote stands beside the days, to be done within the week or month: on
paper nobody is to take our convention of the last day for the word of the handbook.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from handbook.compose.overviews.calendar.task import Planner, Task, task_of
from handbook.compose.setting.medium import Medium
from handbook.derive.duties import Duty
from handbook.derive.occurrences import Occurrence, occurrences
from handbook.derive.recurrence import Recurrence, recurrences
from handbook.derive.repeat import LAST
from handbook.derive.working_days import working_days

DAYS, LONGEST = 7, 31
MOST_IN_CELL = 5
# Millimetres: what A4 turned round leaves below the head, and what else stands there: a heading,
# the names of weekdays, a line of a strip and what is around it, a task in a cell, its margins.
ROOM, HEADING, WEEKDAYS, LINE, STRIP, TASK, CELL = 156, 12, 9, 6, 3, 8, 3


@dataclass(frozen=True, slots=True)
class Day:
    """A cell: its number, 0 for none; its name, "" for none; and what is due."""

    number: int
    tasks: tuple[Task, ...] = ()
    name: str = ""
    is_free: bool = False  # Saturday and Sunday, and days off
    mark: str = ""  # 休 or 班, where a day is not as its weekday


@dataclass(frozen=True, slots=True)
class Week:
    """A row: seven days, None where it is no day of the month, and what is due within the week."""

    days: tuple[Day | None, ...]
    tasks: tuple[Task, ...] = ()


class MonthPlanner(Planner):
    """What a template asks; `weeks` have the names of their days above them, `dates` have not."""

    form: ClassVar[str] = "month"
    in_two_columns: ClassVar[int] = 4  # lines of a strip, from here on

    @cached_property
    def daily(self) -> tuple[Task, ...]:
        """What is due every day, numbered."""
        found = [duty for duty, rule in self._ruled() if _is_daily(rule)]
        return tuple(task_of(duty, self.medium, n) for n, duty in enumerate(found, 1))

    @cached_property
    def each_shift(self) -> tuple[Task, ...]:
        return tuple(task_of(duty, self.medium) for duty in self.duties if duty.rhythm == "shift")

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """One row that stands for every week."""
        days = tuple(Day(0, self._tasks(_weekly_on(number))) for number in range(DAYS))
        return (Week(days, self._within("week")),)

    @cached_property
    def dates(self) -> tuple[Week, ...]:
        """The days from the first to the 31st, in rows of seven, and the last day of the month."""
        cells = [Day(n, self._tasks(_monthly_on(n))) for n in range(1, LONGEST + 1)]
        at_the_end = self._tasks(_monthly_on(LAST))
        cells.append(Day(0, at_the_end, self.medium.t("planner-last-day")))
        return tuple(Week(tuple(cells[at : at + DAYS])) for at in range(0, len(cells), DAYS))

    @cached_property
    def within_month(self) -> tuple[Task, ...]:
        """What is due within the month, on no day that is written; and what lasts several days."""
        return self._within("month")

    @property
    def has_tasks_of_week(self) -> bool:
        return any(week.tasks for week in self.weeks)

    @property
    def has_tasks_in_week(self) -> bool:
        """Whether anything is due on a day of every week, or within it."""
        return self.has_tasks_of_week or any(
            day.tasks for week in self.weeks for day in week.days if day is not None
        )

    @property
    def _cells(self) -> Iterator[Day]:
        for week in (*self.weeks, *self.dates):
            yield from (day for day in week.days if day is not None)

    @property
    def is_crowded(self) -> bool:
        """Whether a day or week has more tasks than a cell has room for."""
        return any(
            len(tasks) > MOST_IN_CELL
            for tasks in (*(w.tasks for w in self.weeks), *(day.tasks for day in self._cells))
        )

    @property
    def row_height(self) -> int:
        """How high a row of days is at least, in millimetres, for all to fit on one side of A4."""
        strips = (self.daily, self.each_shift, self.within_month)
        room = ROOM - sum(_height(tasks) for tasks in strips)
        if self.is_dated:
            return _between(12, (room - WEEKDAYS) // len(self.weeks) - CELL, 27)
        if self.has_tasks_in_week:
            week = self.weeks[0]
            most = max(map(len, (week.tasks, *(day.tasks for day in week.days if day))))
            room -= WEEKDAYS + CELL + max(12, most * TASK)
        return _between(8, (room - HEADING) // len(self.dates) - CELL, 22)

    @property
    def count(self) -> int:
        """How many tasks it shows, a daily one once."""
        in_days = sum(len(day.tasks) for day in self._cells)
        in_weeks = sum(len(week.tasks) for week in self.weeks)
        return in_days + in_weeks + len((*self.daily, *self.each_shift, *self.within_month))

    def flat(self) -> Iterator[tuple[str, ...]]:
        """Yield what it says, row by row, for the edition."""
        for task in (*self.daily, *self.each_shift, *self.within_month):
            yield task.flat
        for day in self._cells:
            for task in day.tasks:
                yield (self.when, str(day.number), *task.flat)
        for week in self.weeks:
            yield from (task.flat for task in week.tasks)

    def _ruled(self) -> Iterator[tuple[Duty, Recurrence]]:
        for duty in self.duties:
            for rule in map(self.worked_by(duty).kept_by, recurrences(duty.schedule)):
                yield duty, rule

    def _tasks(self, fits: Callable[[Recurrence], bool]) -> tuple[Task, ...]:
        """Return the tasks on a day that is written in the handbook."""
        return tuple(
            task_of(duty, self.medium) for duty, rule in self._ruled()
            if fits(rule) and not rule.is_assumed and not rule.further_days
        )  # fmt: skip

    def _within(self, rhythm: str) -> tuple[Task, ...]:
        """Return what comes round each week or month on no certain day, in any month."""
        found = [duty for duty in self.duties if self._span_of(duty) == rhythm]
        return tuple(task_of(duty, self.medium) for duty in found)

    def _span_of(self, duty: Duty) -> str:
        """Return within what a duty without a certain day is due: week, month, or nothing here."""
        rules = recurrences(duty.schedule)
        if duty.rhythm in ("week", "month") and not rules:
            return duty.rhythm
        for rule in rules:
            if rule.frequency == "WEEKLY" and (rule.is_assumed or rule.interval > 1):
                return "week"
            if rule.frequency == "DAILY" and rule.interval > 1:
                return "month"
            by_month = rule.frequency == "MONTHLY"
            if by_month and (rule.is_assumed or rule.further_days or rule.which):
                return "month"
        return ""


class DatedMonth(MonthPlanner):
    """The planner of a certain month."""

    is_dated: ClassVar[bool] = True

    def __init__(self, duties: Iterable[Duty], medium: Medium, first: datetime.date) -> None:
        super().__init__(duties, medium)
        self.first = first
        self.last = first.replace(day=calendar.monthrange(first.year, first.month)[1])

    @property
    def when(self) -> str:
        month = self.medium.t(f"month-{self.first.month}")
        return self.medium.t("planner-month-title", year=self.first.year, month=month)

    @cached_property
    def _due(self) -> tuple[Occurrence, ...]:
        """Everything due in the weeks of the month, the days before and after it included."""
        monday = self.first - datetime.timedelta(self.first.weekday())
        sunday = self.last + datetime.timedelta(DAYS - 1 - self.last.weekday())
        return tuple(
            each
            for duty in self.duties
            for each in occurrences(duty, monday, sunday, self.worked_by(duty))
        )

    @cached_property
    def daily(self) -> tuple[Task, ...]:
        in_force = {id(each.duty) for each in self._due if self._is_in_month(each)}
        found = [
            duty for duty, rule in self._ruled() if _is_daily(rule) and id(duty) in in_force
        ]  # fmt: skip
        return tuple(task_of(duty, self.medium, n) for n, duty in enumerate(found, 1))

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the month from Monday on."""
        rows = calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)
        return tuple(
            Week(
                tuple(self._day(day) if day.month == self.first.month else None for day in row),
                tuple(
                    task_of(each.duty, self.medium) for each in self._due
                    if each.is_assumed and row[0] <= each.last <= row[-1] and _is_of_week(each)
                ),
            )
            for row in rows
        )  # fmt: skip

    @property
    def dates(self) -> tuple[Week, ...]:
        return ()

    @cached_property
    def within_month(self) -> tuple[Task, ...]:
        found = [
            each.duty
            for each in self._due
            if self._is_in_month(each)
            and not _is_of_week(each)
            and (each.is_assumed or each.first != each.last)
        ]
        lost = [d for d in self.duties if d.rhythm == "month" and not recurrences(d.schedule)]
        return tuple(task_of(duty, self.medium) for duty in dict.fromkeys((*found, *lost)))

    def _day(self, day: datetime.date) -> Day:
        tasks = tuple(
            task_of(each.duty, self.medium) for each in self._due
            if each.first == each.last == day and not each.is_assumed
            and not any(_is_daily(rule) for rule in recurrences(each.duty.schedule))
        )  # fmt: skip
        weekday = self.medium.t(f"weekday-{day.isoweekday()}")
        worked = working_days(self.medium.handbook, self.medium.section)
        mark = worked.mark_of(day)
        is_free = not worked.is_worked(day)
        return Day(day.day, tasks, weekday, is_free, self.medium.t(f"day-{mark}") if mark else "")

    def _is_in_month(self, each: Occurrence) -> bool:
        return each.first <= self.last and each.last >= self.first


def _height(tasks: tuple[Task, ...]) -> int:
    """Return how high a strip is; a long one has two columns."""
    lines = len(tasks) if len(tasks) < MonthPlanner.in_two_columns else (len(tasks) + 1) // 2
    return lines * LINE + STRIP if lines else 0


def _between(least: int, value: int, most: int) -> int:
    return max(least, min(value, most))


def _is_of_week(each: Occurrence) -> bool:
    """Whether something without a written day is due within a week rather than a month."""
    return any(rule.frequency == "WEEKLY" for rule in recurrences(each.duty.schedule))


def _is_daily(rule: Recurrence) -> bool:
    return rule.frequency == "DAILY" and rule.interval == 1


def _weekly_on(weekday: int) -> Callable[[Recurrence], bool]:
    return lambda rule: weekday in rule.weekdays and _is_weekly(rule)


def _monthly_on(day: int) -> Callable[[Recurrence], bool]:
    return lambda rule: day in rule.month_days and _is_monthly(rule)


def _is_weekly(rule: Recurrence) -> bool:
    return rule.frequency == "WEEKLY" and rule.interval == 1


def _is_monthly(rule: Recurrence) -> bool:
    return rule.frequency == "MONTHLY" and rule.interval == 1
