"""A planner of a year for the wall: what is due in which month, of any year or a certain one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from markupsafe import Markup, escape

from handbook.compose.overviews.calendar.duties import table_of_duties
from handbook.compose.overviews.calendar.task import Planner, Task, task_of
from handbook.compose.overviews.table import Table
from handbook.compose.setting.medium import Medium
from handbook.derive.duties import Duty
from handbook.derive.occurrences import Occurrence, occurrences
from handbook.derive.recurrence import Recurrence, recurrences
from handbook.derive.repeat import LAST

MONTHS = range(1, 13)
A_ROW = 4  # months side by side
BY_YEAR = ("quarter", "half-year", "year", "once")  # what is due in certain months
BY_MONTH = ("month", "other")


@dataclass(frozen=True, slots=True)
class Month:
    """A month and what is due in it, the earliest first."""

    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Monthly:
    """A task that comes round in most months: whether it does in each of the twelve."""

    task: Task
    is_due: tuple[bool, ...]


class YearPlanner(Planner):
    """What a template asks: the months, and below them every duty by how often it comes round."""

    form: ClassVar[str] = "year"

    @cached_property
    def rows(self) -> tuple[tuple[Month, ...], ...]:
        """The months, some to a row; none where nothing is due in a certain month."""
        months = [
            Month(self.medium.t(f"month-{number}"), tuple(self._tasks_in(number)))
            for number in MONTHS
        ]
        if not any(month.tasks for month in months):
            return ()
        return tuple(tuple(months[at : at + A_ROW]) for at in range(0, len(months), A_ROW))

    @cached_property
    def table(self) -> Table | None:
        """Every duty with when, what and who, from the shortest interval to the longest."""
        return table_of_duties(self.duties, self.medium)

    @property
    def monthly(self) -> tuple[Monthly, ...]:
        """What is to be ticked month by month."""
        return ()

    @property
    def count(self) -> int:
        return len(self.duties)

    def flat(self) -> Iterator[tuple[str, ...]]:
        """Yield what it says, row by row, for the edition."""
        for month in (month for row in self.rows for month in row):
            yield from ((self.when, month.name, *task.flat) for task in month.tasks)
        for each in self.monthly:
            yield (*each.task.flat, *map(str, each.is_due))
        yield from self.table.flat() if self.table else ()

    def _tasks_in(self, month: int) -> Iterator[Task]:
        """Yield what is due in a month of any year, what has a written day first."""
        found = [
            (rule, duty) for duty in self.duties if duty.rhythm in BY_YEAR
            for rule in recurrences(duty.schedule) if month in rule.months
        ]  # fmt: skip
        for rule, duty in sorted(found, key=lambda each: _when(each[0])):
            yield task_of(duty, self.medium, when=self._day_of(rule))

    def _day_of(self, rule: Recurrence) -> Markup:
        """Say on which day of its month a rule falls; that it is within the month where none is."""
        t = self.medium.t
        if rule.is_assumed or rule.which or not rule.month_days:
            return escape(t("planner-in-month"))
        if rule.month_days == (LAST,):
            return escape(t("planner-last-day"))
        days = t("list-comma").join(str(day) for day in rule.month_days)
        return escape(t("planner-day", day=days))


class DatedYear(YearPlanner):
    """The planner of a certain year: dates, and what is due each month to be ticked."""

    is_dated: ClassVar[bool] = True
    table: ClassVar[None] = None

    def __init__(self, duties: Iterable[Duty], medium: Medium, year: int) -> None:
        super().__init__(duties, medium)
        self.year = year

    @property
    def when(self) -> str:
        return self.medium.t("planner-year-title", year=self.year)

    @cached_property
    def monthly(self) -> tuple[Monthly, ...]:
        found: dict[Duty, set[int]] = {}
        for each in self._due:
            if each.duty.rhythm in BY_MONTH and each.last.year == self.year:
                found.setdefault(each.duty, set()).add(each.last.month)
        return tuple(
            Monthly(task_of(duty, self.medium), tuple(month in months for month in MONTHS))
            for duty, months in found.items()
        )

    @cached_property
    def _due(self) -> tuple[Occurrence, ...]:
        first, last = datetime.date(self.year, 1, 1), datetime.date(self.year, 12, 31)
        found = [
            each for duty in self.duties if duty.rhythm in (*BY_YEAR, *BY_MONTH)
            for each in occurrences(duty, first, last, self.worked_by(duty))
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda each: (each.is_assumed, each.last)))

    def _tasks_in(self, month: int) -> Iterator[Task]:
        for each in self._due:
            is_then = (each.last.year, each.last.month) == (self.year, month)
            if is_then and each.duty.rhythm in BY_YEAR:
                yield task_of(each.duty, self.medium, when=self._date_of(each))

    def _date_of(self, each: Occurrence) -> Markup:
        t = self.medium.t
        if each.is_assumed:
            return escape(t("planner-in-month"))
        weekday = t(f"weekday-{each.last.isoweekday()}")
        return escape(t("planner-date", day=each.last.day, weekday=weekday))


def _when(rule: Recurrence) -> tuple[bool, int]:
    """Rank a rule within its month: written days first, the last day of the month last."""
    days = [day if day != LAST else 32 for day in rule.month_days]
    return rule.is_assumed, min(days, default=0)
