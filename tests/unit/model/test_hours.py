"""Hours are words, or spans by days of the week in the words of all three languages."""

import pytest
from tests.written import SETTINGS, handbook_of, loaded

from handbook.check.hours import unread_hours
from handbook.model.hours import days_of
from handbook.model.weekdays import weekdays
from handbook.read.nodes import Text

TEXT = "- {kind: term, id: t, title: 词, definition: 义}\n"
MORNING, AFTERNOON = (510, 720), (810, 1050)


def days_written(hours: str) -> dict:
    made = handbook_of(TEXT, handbook=f"{SETTINGS}hours: {hours}\n")
    assert made.settings.hours is not None
    return days_of(made.settings.hours)


def rules_of(hours: str) -> list[str]:
    return [each.rule for each in loaded(TEXT, handbook=f"{SETTINGS}hours: {hours}\n").problems]


@pytest.mark.parametrize(
    ("words", "days"),
    [("周一", (0,)), ("周一至周五", (0, 1, 2, 3, 4)), ("周一到五", (0, 1, 2, 3, 4)),
     ("週一至週六", (0, 1, 2, 3, 4, 5)), ("星期六、星期日", (5, 6)), ("星期天", (6,)),
     ("周一、三、五", (0, 2, 4)), ("周五至周一", (0, 4, 5, 6)), ("周 一 至 周 五", (0, 1, 2, 3, 4)),
     ("礼拜六", (5,)), ("禮拜六", (5,)), ("工作日", (0, 1, 2, 3, 4)), ("周末", (5, 6)),
     ("週末", (5, 6)), ("每天", (0, 1, 2, 3, 4, 5, 6)), ("周一～周四", (0, 1, 2, 3)),
     ("Monday", (0,)), ("Mon-Fri", (0, 1, 2, 3, 4)), ("Monday to Friday", (0, 1, 2, 3, 4)),
     ("Mon–Thu", (0, 1, 2, 3)), ("saturdays and sundays", (5, 6)), ("Sat & Sun", (5, 6)),
     ("weekdays", (0, 1, 2, 3, 4)), ("weekends", (5, 6)), ("daily", (0, 1, 2, 3, 4, 5, 6)),
     ("周陆", None), ("节假日", None), ("", None), ("9:00", None)],
)  # fmt: skip
def test_days_of_the_week_are_read(words: str, days: tuple[int, ...] | None) -> None:
    assert weekdays(words) == days


@pytest.mark.parametrize(
    "written",
    ["{周一: '8:30-12:00, 13:30-17:30'}", "{周一: 8:30-12:00、13:30-17:30}",
     "{周一: [8:30-12:00, 13:30-17:30]}", "{周一: 8:30–12:00 13:30–17:30}",
     "{Monday: 8:30 am - noon and 1:30 pm - 5:30 pm}", "{周一: 上午8:30-12:00，下午1:30-5:30}",
     "{周一: 8:30至12:00；13:30至17:30}"],
)  # fmt: skip
def test_a_day_may_have_several_spans(written: str) -> None:
    assert days_written(written) == {0: (MORNING, AFTERNOON)}


def test_a_day_may_be_closed_open_all_day_or_still_to_be_settled() -> None:
    days = days_written("{周一: 全天, 周二: 24小时, 周三: 待定, 周日: 休息, Saturday: closed}")
    assert days == {0: ((0, 1440),), 1: ((0, 1440),), 2: ((0, 1440),), 6: (), 5: ()}


@pytest.mark.parametrize(
    ("words", "days"),
    [("8:30-17:30", [0, 1, 2, 3, 4]), ("周一至周六 8:30-17:30；周日休息", [0, 1, 2, 3, 4, 5]),
     ("Monday to Saturday 8:30–17:30", [0, 1, 2, 3, 4, 5]), ("待定", []), ("电话预约", [])],
)  # fmt: skip
def test_hours_in_words_say_their_days_where_they_are_read(words: str, days: list[int]) -> None:
    found = days_of(Text.at(words, "content/handbook.yml", 1, 1))
    assert [day for day, spans in found.items() if spans] == days


@pytest.mark.parametrize(
    ("hours", "rule"),
    [("{周陆: 9:00-12:00}", "unknown-weekday"), ("{Mondy: 9:00-12:00}", "unknown-weekday"),
     ("{周一至周五: 9:00-12:00, 周五: 9:00-10:00}", "weekday-twice"),
     ("{周一、周一: 9:00-12:00}", "weekday-twice"), ("{周一: 上午}", "not-hours"),
     ("{周一: 9:00}", "not-hours"), ("{周一: 25:00-26:00}", "not-hours"), ("{周一: }", "not-hours"),
     ("{周一: 17:30-8:30}", "hours-backwards"), ("{周一: 9:00-9:00}", "hours-backwards"),
     ("{周一: 22:00-2:00}", "hours-backwards"), ("{周一: {a: b}}", "not-text"),
     ("{周一: '8:30-12:00, 11:00-17:30'}", "hours-backwards"), ("{}", "empty-field")],
)  # fmt: skip
def test_slips_are_told(hours: str, rule: str) -> None:
    assert rules_of(hours) == [rule]


@pytest.mark.parametrize("between", ["；", "，", ", ", " ", "", "、"])
def test_days_behind_a_time_begin_a_row_of_their_own(between: str) -> None:
    days = days_of(Text(f"周一至周五8:30-17:30{between}周六 9:00-12:00"))
    assert days == dict.fromkeys(range(5), ((510, 1050),)) | {5: ((540, 720),)}


@pytest.mark.parametrize(
    ("hours", "is_told"),
    [("Mon-Fri 9 am-5 pm; Sat 9-12", True), ("周一至周六", True), ("9-5", True), ("7*24", True),
     ("夏季 8:00-17:00，冬季 8:30-17:30", True), ("见公告", False), ("按预约", False),
     ("待定", False), ("8:30-17:30", False), ("Mon-Fri 9 am-5 pm, Sat 9:00-12:00", False),
     ("周一至周五", False), ("by appointment", False)],
)  # fmt: skip
def test_hours_that_name_days_or_times_and_cannot_be_read_whole(hours: str, is_told: bool) -> None:
    book = handbook_of(TEXT, handbook=f"{SETTINGS}hours: {hours}\n")
    assert [each.rule for each in unread_hours(book)] == ["unread-hours"] * is_told
