"""A calendar file says of each duty when it is due, for how long, what it is and where."""

from __future__ import annotations

import pytest
from tests.written import handbook_of

from handbook.compose.overviews.calendar.file import calendar_of
from handbook.derive.duties import duties
from handbook.derive.fixed import fixed_duties

SETTINGS = "title: 手册\norganisation: 单位\nsite_url: https://h.example/x/\n"
DAYS_OFF = "off: [2026-10-05, 2026-11-02]\non: 2026-10-10\n"
TEXT = """\
- {{kind: role, id: clerk, title: 文员}}
- kind: procedure
  id: p
  title: 值班
  effective: 2026-10-01
  steps:
    - {{id: a, do: 交班, by: clerk, schedule: {}}}
"""


def lines_of(schedule: str, settings: str = SETTINGS) -> list[str]:
    """Return the lines of the only event; a duty of a step."""
    made = handbook_of(TEXT.format(schedule), handbook=settings, holidays=DAYS_OFF)
    ((role, due),) = fixed_duties(made).items()
    file = calendar_of(role, due, made)
    assert file is not None
    event = file.decode().partition("BEGIN:VEVENT\r\n")[2].partition("END:VEVENT")[0]
    return event.replace("\r\n ", "").splitlines()


SAID = {
    "{every: 日, on: 工作日}": [
        "DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261002",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "RDATE;VALUE=DATE:20261010",
        "EXDATE;VALUE=DATE:20261005,20261102", "DESCRIPTION:《值班》\\n每天 工作日",
        "TRANSP:TRANSPARENT",
    ],
    '{every: 日, on: 工作日, at: "9:00-11:30"}': [
        "DTSTART:20261001T090000", "DTEND:20261001T113000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "RDATE:20261010T090000",
        "EXDATE:20261005T090000,20261102T090000",
        "DESCRIPTION:《值班》\\n每天 工作日 9:00-11:30",
    ],
    '{every: 周, on: [周一, 周三], at: "23:00-1:00"}': [
        "DTSTART:20261005T230000", "DTEND:20261006T010000", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE",
        "DESCRIPTION:《值班》\\n每周 周一 周三 23:00-1:00",
    ],
    "{every: 月, on: [5日, 月底], by: 17:00}": [
        "DTSTART:20261005T170000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1,5",
        "DESCRIPTION:《值班》\\n每月 5日 月底 17:00 前",
    ],
    "{every: 月, on: 第二个周二}": [
        "DTSTART;VALUE=DATE:20261013", "DTEND;VALUE=DATE:20261014",
        "RRULE:FREQ=MONTHLY;BYDAY=2TU", "DESCRIPTION:《值班》\\n每月 第二个周二",
        "TRANSP:TRANSPARENT",
    ],
    "{every: 年, on: 3月5日}": [
        "DTSTART;VALUE=DATE:20270305", "DTEND;VALUE=DATE:20270306",
        "RRULE:FREQ=YEARLY;BYMONTHDAY=5;BYMONTH=3", "DESCRIPTION:《值班》\\n每年 3月5日",
        "TRANSP:TRANSPARENT",
    ],
    "{every: 2周, on: 周五}": [
        "DTSTART;VALUE=DATE:20261002", "DTEND;VALUE=DATE:20261003",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "DESCRIPTION:《值班》\\n每 2 周 周五",
        "TRANSP:TRANSPARENT",
    ],
    "{every: 日, at: 0:00}": [
        "DTSTART:20261001T000000", "RRULE:FREQ=DAILY", "DESCRIPTION:《值班》\\n每天 0:00",
    ],
}  # fmt: skip


@pytest.mark.parametrize("schedule", SAID)
def test_an_event_says_when_and_what(schedule: str) -> None:
    around = ["SUMMARY:交班", "DTSTAMP:20261001T000000Z"]
    where = ["UID:p-a-0-0@h.example", "URL:https://h.example/x/procedures/p.html#a"]
    assert sorted(lines_of(schedule)) == sorted([*around, *where, *SAID[schedule]])


def test_without_an_address_of_the_site_an_event_has_none() -> None:
    lines = lines_of("{every: 日}", "title: 手册\norganisation: 单位\n")
    assert "UID:p-a-0-0@handbook" in lines
    assert not [line for line in lines if line.startswith("URL")]


def test_a_duty_of_a_whole_procedure_has_its_title_and_its_page() -> None:
    text = (
        "- {kind: role, id: clerk, title: 文员}\n"
        "- {kind: procedure, id: p, title: 值班, schedule: {every: 日},"
        " steps: [{id: a, do: 做, by: clerk}]}\n"
    )
    made = handbook_of(text, handbook=SETTINGS)
    ((role, due),) = fixed_duties(made).items()
    file = (calendar_of(role, due, made) or b"").decode()
    for line in (
        "X-WR-CALNAME:文员：周期工作", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "SUMMARY:值班", "UID:p-0-0@h.example", "DESCRIPTION:每天",
        "URL:https://h.example/x/procedures/p.html",
    ):  # fmt: skip
        assert f"\r\n{line}\r\n" in file


def test_nobody_has_a_calendar_of_nothing() -> None:
    made = handbook_of(TEXT.format("{when: 生日}"))
    assert calendar_of(made["clerk"], duties(made, made.definitions), made) is None
