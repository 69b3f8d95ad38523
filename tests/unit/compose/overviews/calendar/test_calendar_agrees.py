"""Page, planner and calendar file say the same days of a schedule."""

from __future__ import annotations

import datetime

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from tests.written import handbook_of

from handbook.compose.overviews.calendar.file import calendar_of
from handbook.derive.duties import duties
from handbook.derive.fixed import fixed_duties
from handbook.derive.occurrences import occurrences
from handbook.derive.working_days import WorkingDays

FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2028, 12, 31)
DAY = datetime.timedelta(days=1)


def handbook(schedule: str):
    return handbook_of(
        "- {kind: role, id: clerk, title: 文员}\n"
        f"- {{kind: procedure, id: p, title: 事, effective: 2026-01-01, schedule: {schedule},"
        " steps: [{id: a, do: 做, by: clerk}]}\n"
    )


def in_planner(schedule: str) -> list[tuple[datetime.date, datetime.date]]:
    (duty,) = duties(handbook(schedule))
    return sorted((each.first, each.last) for each in occurrences(duty, FIRST, LAST, WorkingDays()))


def in_calendar(schedule: str) -> list[tuple[datetime.date, datetime.date]]:
    book = handbook(schedule)
    ((role, due),) = fixed_duties(book).items()
    found = []
    for event in Calendar.from_ical(calendar_of(role, due, book)).walk("VEVENT"):
        start = event.decoded("dtstart")
        length = event.decoded("dtend") - start - DAY
        begin = datetime.datetime.combine(start, datetime.time())
        rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=begin)
        end = datetime.datetime.combine(LAST, datetime.time())
        found += [(day.date(), day.date() + length) for day in rule.between(begin, end, inc=True)]
    return sorted(found)


@pytest.mark.parametrize(
    "schedule",
    ["{every: 月, on: 29日}", "{every: 月, on: 30日}", "{every: month, on: 31st}",
     "{every: 月, on: [15日, 30日]}", "{every: 季度, on: 31日}", "{every: 年, on: 2月29日}",
     "{every: 年, on: [2月, 30日]}", "{every: 月, on: 25日至30日}", "{every: 月, on: 29日至31日}",
     "{every: month, on: 1st}", "{every: month, on: '1'}", "{every: year, on: 1 May}",
     "{every: year, on: May 1st}", "{every: 年, on: 五月一日}", "{every: month, on: last day}",
     "{every: day, on: weekdays}", "{every: day, on: [July, August]}",
     "{every: week, on: [Monday, July]}", "{every: 2个月, on: 15日}", "{every: 2年, on: 5月1日}",
     "{every: year, on: first Monday of May}", "{every: year, on: June to August}"],
)  # fmt: skip
def test_the_planner_and_the_calendar_file_have_the_same_days(schedule: str) -> None:
    assert in_planner(schedule) == in_calendar(schedule) != []


def test_a_day_that_february_lacks_is_its_last() -> None:
    last = [first for first, _ in in_planner("{every: 月, on: 30日}") if first.month == 2]
    assert last == [
        datetime.date(2026, 2, 28), datetime.date(2027, 2, 28), datetime.date(2028, 2, 29),
    ]  # fmt: skip
    assert len(in_planner("{every: 月, on: 31日}")) == 36


def test_days_that_last_end_with_the_month() -> None:
    february = [each for each in in_planner("{every: 月, on: 25日至30日}") if each[0].month == 2]
    assert february[0] == (datetime.date(2026, 2, 25), datetime.date(2026, 2, 28))
