"""Fixed duties as rules that a calendar program follows."""

from __future__ import annotations

import datetime

import pytest
from dateutil.rrule import rrulestr

from handbook.derive.recurrence import Recurrence, recurrences
from handbook.model.schedules import Schedule
from handbook.model.section import Section
from handbook.model.validate import Context, validate
from handbook.read import read_text

ORGANISATION = Section((), "示例机构", None, None)


def rules(written: str) -> tuple[Recurrence, ...]:
    root, problems = read_text(written, "content/p.yml")
    assert not problems
    schedule, problems = validate(Schedule, root, Context(ORGANISATION))
    assert not problems
    return recurrences(schedule)


def only(written: str) -> Recurrence:
    (rule,) = rules(written)
    return rule


def test_a_weekday_is_a_rule_of_that_day() -> None:
    assert only("{every: 周, on: 周一, at: 14:30}") == Recurrence("WEEKLY", weekdays=(0,))


def test_a_span_of_weekdays_is_each_of_its_days() -> None:
    assert only("{every: 周, on: 周一至周五}").weekdays == (0, 1, 2, 3, 4)
    assert only("{every: week, on: Sat - Mon}").weekdays == (0, 5, 6)


def test_a_day_of_the_month_is_written_as_people_do() -> None:
    assert only("{every: 月, on: 3日}") == Recurrence("MONTHLY", month_days=(3,))


def test_months_without_a_day_mean_their_last_day() -> None:
    rule = only("{every: 季度, on: [4月, 7月, 10月, 次年1月]}")
    assert (rule.months, rule.month_days, rule.is_assumed) == ((1, 4, 7, 10), (-1,), True)


def test_an_interval_without_a_day_ends_on_its_last() -> None:
    assert only("{every: 周}").weekdays == (4,)
    assert only("{every: 半年}").months == (6, 12)
    assert only("{every: 年}").is_assumed


def test_feasts_on_a_fixed_date_and_moving_ones_are_known() -> None:
    found = rules("{every: 年, on: [五一, 中秋, 母亲节]}")
    assert [(rule.months, rule.month_days, rule.which, rule.feast) for rule in found] == [
        ((5,), (1,), 0, ""), ((), (), 0, "中秋"), ((5,), (), 2, ""),
    ]  # fmt: skip


def test_days_within_a_month_last_to_the_last_of_them() -> None:
    rule = only("{every: 月, on: 5日至25日}")
    assert (rule.month_days, rule.further_days, rule.is_assumed) == ((5,), 20, False)
    assert only("{every: 年, on: 3月1日-3月15日}") == Recurrence(
        "YEARLY", months=(3,), month_days=(1,), further_days=14
    )
    assert only("{every: 季度, on: 1日至5日}").months == (3, 6, 9, 12)
    assert only("{every: 月, on: 25日至月底}").month_days == (-1,)


@pytest.mark.parametrize(
    ("written", "which", "weekday"),
    [("第一个周一", 1, 0), ("第2个星期三", 2, 2), ("最后一个周五", -1, 4), ("last Friday", -1, 4)],
)
def test_one_weekday_of_a_month_is_counted(written: str, which: int, weekday: int) -> None:
    rule = only(f"{{every: 月, on: {written}}}")
    assert (rule.frequency, rule.which, rule.weekdays) == ("MONTHLY", which, (weekday,))


def test_working_days_are_monday_to_friday() -> None:
    working = Recurrence("WEEKLY", weekdays=(0, 1, 2, 3, 4), is_of_working_days=True)
    assert only("{every: 日, on: 工作日}") == working


def test_monday_to_friday_by_name_are_no_working_days() -> None:
    """周一至周五 stay these five days, whatever is off; so do working days with a Saturday."""
    assert not only("{every: 日, on: 周一至周五}").is_of_working_days
    working, saturday = rules("{every: 日, on: [工作日, 周六]}")
    assert (working.is_of_working_days, saturday.weekdays) == (True, (5,))


def test_every_other_month_keeps_its_interval() -> None:
    rule = only("{every: 2个月}")
    assert (rule.frequency, rule.interval, rule.is_assumed) == ("MONTHLY", 2, True)


@pytest.mark.parametrize(
    "written",
    ["{every: 班}", "{every: 定期}", "{every: 待定}", "{every: 年, on: 小年}",
     "{every: 月, on: 42日}", "{every: 周, on: 月底}",
     "{on_demand: yes}", "{after: {event: 提车, at: 7天}}"],
)  # fmt: skip
def test_what_no_calendar_can_tell_has_no_rule(written: str) -> None:
    assert rules(written) == ()


@pytest.mark.parametrize(
    ("written", "rrule"),
    [
        ("{every: 天}", "FREQ=DAILY"),
        ("{every: 周, on: [周二, 周四]}", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("{every: 月}", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("{every: 季度}", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("{every: 年, on: 2月29日}", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("{every: 月, on: 第三个周四}", "FREQ=MONTHLY;BYDAY=3TH"),
        ("{every: 月, on: 最后一个周日}", "FREQ=MONTHLY;BYDAY=-1SU"),
        ("{every: 年, on: 母亲节}", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"),
    ],
)
def test_the_first_day_is_the_one_a_calendar_library_finds(written: str, rrule: str) -> None:
    start = datetime.datetime(2026, 10, 1)
    expected = rrulestr(rrule, dtstart=start).after(start, inc=True).date()
    assert only(written).first_from(start.date()) == expected
