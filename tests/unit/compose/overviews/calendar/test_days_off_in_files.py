"""A calendar file leaves out days off, and adds those worked instead, at the same time of day."""

import pytest
from icalendar import Calendar
from tests.written import handbook_of

from handbook.compose.overviews.calendar.file import calendar_of
from handbook.derive.duties import duties

SHEET = "off: [2027-01-01, 2027-02-06..2027-02-12]\non: 2027-02-20\n"
TEXT = (
    "- {kind: role, id: r, title: 岗位}\n"
    "- {kind: procedure, id: p, title: 开门, effective: 2027-01-04,"
    " schedule: SCHEDULE, steps: [{id: a, do: 开, by: r}]}\n"
)


def events_of(schedule: str) -> list[str]:
    made = handbook_of(TEXT.replace("SCHEDULE", schedule), holidays=SHEET)
    role = made.definitions[0]
    file = calendar_of(role, duties(made, made.definitions), made)
    assert file is not None
    return [each.to_ical().decode() for each in Calendar.from_ical(file).walk("VEVENT")]


def test_a_working_day_that_is_off_is_left_out_and_one_worked_instead_is_added() -> None:
    (event,) = events_of("{every: 日, on: 工作日}")
    off = ",".join(f"202702{day:02}" for day in range(8, 13))
    assert f"EXDATE;VALUE=DATE:{off}" in event
    assert "RDATE;VALUE=DATE:20270220" in event


def test_a_time_of_day_stands_in_both() -> None:
    (event,) = events_of("{every: 日, on: 工作日, at: 9:30}")
    assert "EXDATE:20270208T093000" in event
    assert "RDATE:20270220T093000" in event


def test_a_file_begins_on_no_day_off() -> None:
    made = handbook_of(
        TEXT.replace("SCHEDULE", "{every: 日, on: 工作日}").replace("2027-01-04", "2027-01-01"),
        holidays=SHEET,
    )
    file = calendar_of(made.definitions[0], duties(made, made.definitions), made)
    assert b"DTSTART;VALUE=DATE:20270104" in (file or b"")


@pytest.mark.parametrize("schedule", ["{every: 日, on: 周一至周五}", "{every: 日}", "{every: 月}"])
def test_what_is_not_due_by_working_days_knows_no_days_off(schedule: str) -> None:
    assert not any("EXDATE" in event or "RDATE" in event for event in events_of(schedule))
