"""The days of some weeks, a month or a year on which a duty falls."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.derive.duties import Duty
from handbook.derive.recurrence import Recurrence, recurrences
from handbook.derive.working_days import WorkingDays
from handbook.model.control import control_of
from handbook.model.kinds import ControlledDocument

START = datetime.date(2026, 1, 1)  # where a document does not say from when it is in force
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A duty on its days, the last of which is when it is due.

    `is_assumed` when no editor wrote the day: it is the last on which it can be due.
    """

    duty: Duty
    first: datetime.date
    last: datetime.date
    is_assumed: bool = False


def in_force(duty: Duty) -> datetime.date | None:
    """Return from when the document of a duty is in force; None where it does not say."""
    if not isinstance(duty.procedure, ControlledDocument):
        return None
    effective = control_of(duty.procedure).effective
    return effective if isinstance(effective, datetime.date) else None


def occurrences(
    duty: Duty, first: datetime.date, last: datetime.date, worked: WorkingDays
) -> Iterator[Occurrence]:
    """Yield when a duty falls on a day from `first` to `last`, the earliest first by rule.

    Nothing is due before its procedure is in force. Every other week or day counts from the first
    day due since then; without a date, since the beginning of 2026. What is due every working day
    leaves out days off and takes those worked instead.
    """
    since = in_force(duty)
    for rule in map(worked.kept_by, recurrences(duty.schedule)):
        start = rule.first_from(since or START)
        begin = max(first, since) if since else first
        for ahead in range((last - begin).days + 1):
            day = begin + ahead * _DAY
            if worked.falls_on(rule, day) and is_its_turn(rule, start, day):
                yield Occurrence(duty, day, day + rule.further_days * _DAY, rule.is_assumed)
    once = once_between(duty)
    if once and once[0] <= last and once[1] >= first:
        yield Occurrence(duty, *once)


def is_its_turn(rule: Recurrence, start: datetime.date, day: datetime.date) -> bool:
    """Tell whether a rule that is not for every day, week or month is for this one."""
    if rule.interval == 1:
        return True
    if rule.frequency == "DAILY":
        return (day - start).days % rule.interval == 0
    if rule.frequency == "WEEKLY":
        monday, first = (each - each.weekday() * _DAY for each in (day, start))
        return (monday - first).days // 7 % rule.interval == 0
    months = (day.year - start.year) * 12 + day.month - start.month
    return months % rule.interval == 0


def once_between(duty: Duty) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of something that is due once; None for all else."""
    schedule = duty.schedule
    ends = [each for each in (schedule.from_, schedule.to) if isinstance(each, datetime.date)]
    return (ends[0], ends[-1]) if ends and schedule.every is None else None
