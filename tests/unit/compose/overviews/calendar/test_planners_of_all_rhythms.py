"""Planners of a month and a year show every rhythm of work in its own place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pytest
from tests.written import handbook_of

from handbook.compose.overviews.calendar.month_planner import DatedMonth, Day, MonthPlanner
from handbook.compose.overviews.calendar.task import Task
from handbook.compose.overviews.calendar.year_planner import DatedYear, YearPlanner
from handbook.compose.setting.medium import Paper
from handbook.derive.duties import Duty, duties

TEXT = """\
- {kind: role, id: clerk, title: 文员}
- kind: procedure
  id: p
  title: 日常
  steps:
    - {id: a, do: 开门, by: clerk, schedule: {every: 日}}
    - {id: b, do: 交班, by: clerk, schedule: {every: 班}}
    - {id: c, do: 例会, by: clerk, schedule: {every: 周, on: 周一}}
    - {id: d, do: 周报, by: clerk, schedule: {every: 周}}
    - {id: e, do: 对账, by: clerk, schedule: {every: 月, on: [5日, 月底]}}
    - {id: f, do: 月报, by: clerk, schedule: {every: 月}}
    - {id: g, do: 抽查, by: clerk, schedule: {every: 月, on: 5日至25日}}
    - {id: h, do: 考核, by: clerk, schedule: {every: 季度}}
    - {id: i, do: 问候, by: clerk, schedule: {every: 年, on: 元旦}}
    - {id: j, do: 搬家, by: clerk, schedule: {from: 2026-09-20, to: 2026-10-08}}
    - {id: k, do: 巡查, by: clerk, schedule: {every: 2周, on: 周五}}
    - {id: l, do: 轮换, by: clerk, schedule: {every: 3天}}
    - {id: m, do: 复盘, by: clerk, schedule: {every: 月, on: 第二个周二}}
    - {id: n, do: 年检, by: clerk, schedule: {every: 年, on: 10月20日}}
"""
OFF = "off: [2026-10-05..2026-10-07]\non: 2026-10-10\n"


@pytest.fixture(scope="module")
def work() -> tuple[tuple[Duty, ...], Paper]:
    made = handbook_of(TEXT, holidays=OFF)
    return tuple(duties(made, made.definitions)), Paper(made, made.organisation, "x.pdf")


@pytest.fixture(scope="module")
def any_month(work) -> MonthPlanner:
    return MonthPlanner(*work)


@pytest.fixture(scope="module")
def october(work) -> DatedMonth:
    return DatedMonth(*work, datetime.date(2026, 10, 1))


def names(tasks: Iterable[Task]) -> list[str]:
    return [task.what for task in tasks]


def filled(days: Iterable[Day | None]) -> dict[int, list[str]]:
    return {day.number: names(day.tasks) for day in days if day and day.tasks}


def test_any_month_parts_what_has_a_day_from_what_has_none(any_month) -> None:
    assert names(any_month.daily) == ["开门"]
    assert [task.number for task in any_month.daily] == [1]
    assert names(any_month.each_shift) == ["交班"]
    assert names(any_month.within_month) == ["月报", "抽查", "复盘", "轮换"]
    (week,) = any_month.weeks
    assert [names(day.tasks) for day in week.days] == [["例会"], [], [], [], [], [], []]
    assert names(week.tasks) == ["周报", "巡查"]


def test_any_month_has_its_31_days_in_rows_of_seven_and_its_last_day(any_month) -> None:
    rows = [[day.number for day in week.days] for week in any_month.dates]
    assert rows == [
        [1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], [15, 16, 17, 18, 19, 20, 21],
        [22, 23, 24, 25, 26, 27, 28], [29, 30, 31, 0],
    ]  # fmt: skip
    assert any_month.dates[4].days[3].name == "月底"
    days = filled(day for week in any_month.dates for day in week.days)
    assert days == {5: ["对账"], 0: ["对账"]}


def test_what_every_month_says_under_its_own_heading_is_not_said_again(any_month) -> None:
    said = {task.what: str(task.when).replace("\u2009", "") for task in any_month.within_month}
    assert said == {
        "月报": "", "抽查": "每月 5日至25日", "复盘": "每月 第二个周二", "轮换": "每 3天",
    }  # fmt: skip
    assert {(task.of, task.who) for task in any_month.within_month} == {("日常", "文员")}


def test_a_certain_month_has_its_dates(october) -> None:
    assert (october.when, october.is_dated, october.dates) == ("2026年10月", True, ())
    rows = [[day.number if day else 0 for day in week.days] for week in october.weeks]
    assert rows[0] == [0, 0, 0, 1, 2, 3, 4]
    assert rows[4] == [26, 27, 28, 29, 30, 31, 0]
    assert filled(day for week in october.weeks for day in week.days) == {
        5: ["例会", "对账"], 9: ["巡查"], 12: ["例会"], 13: ["复盘"], 19: ["例会"],
        20: ["年检"], 23: ["巡查"], 26: ["例会"], 31: ["对账"],
    }  # fmt: skip
    assert [names(week.tasks) for week in october.weeks] == [["周报"]] * 5
    assert names(october.within_month) == ["月报", "抽查", "轮换", "搬家"]


def test_a_day_off_and_one_worked_instead_are_marked(october) -> None:
    days = {day.number: day for week in october.weeks for day in week.days if day}
    assert {number: day.mark for number, day in days.items() if day.mark} == {
        5: "休", 6: "休", 7: "休", 10: "班",
    }  # fmt: skip
    free = [number for number, day in days.items() if day.is_free]
    assert free == [3, 4, 5, 6, 7, 11, 17, 18, 24, 25, 31]
    assert (days[5].name, days[11].name) == ("周一", "周日")


def test_what_is_over_or_not_yet_due_stands_in_no_month(work) -> None:
    february = DatedMonth(*work, datetime.date(2026, 2, 1))
    assert "搬家" not in names(february.within_month)
    assert len(february.weeks) == 5
    assert filled(february.weeks[4].days) == {23: ["例会"], 27: ["巡查"], 28: ["对账"]}


def test_a_planner_counts_what_it_shows_a_daily_task_once(any_month, october) -> None:
    assert any_month.count == len(list(any_month.flat())) == 11
    assert october.count == len(list(october.flat())) == 21
    assert any_month.has_tasks_of_week
    assert any_month.has_tasks_in_week
    assert not any_month.is_crowded


@pytest.mark.parametrize(
    ("named", "often", "any_height", "dated_height"),
    [
        ("开门", 0, 22, 26), ("开门", 1, 22, 24), ("开门", 3, 21, 22), ("开门", 4, 22, 23),
        ("开门", 60, 8, 12), ("例会", 1, 21, 26), ("例会", 2, 20, 26), ("例会", 3, 18, 26),
        ("例会", 9, 9, 26), ("周报", 3, 18, 26),
    ],
)  # fmt: skip
def test_rows_of_days_are_as_high_as_what_stands_above_leaves_room(
    work, named: str, often: int, any_height: int, dated_height: int
) -> None:
    found, paper = work
    chosen = [duty for duty in found if duty.done == named] * often
    assert MonthPlanner(chosen, paper).row_height == any_height
    assert DatedMonth(chosen, paper, datetime.date(2026, 10, 1)).row_height == dated_height


def test_a_cell_with_more_tasks_than_it_has_room_for_is_crowded(work) -> None:
    found, paper = work
    weekly = next(duty for duty in found if duty.done == "例会")
    assert not MonthPlanner([weekly] * 5, paper).is_crowded
    assert MonthPlanner([weekly] * 6, paper).is_crowded
    anywhen = next(duty for duty in found if duty.done == "周报")
    assert MonthPlanner([anywhen] * 6, paper).is_crowded


def test_the_months_of_any_year_show_what_is_due_in_them(work) -> None:
    planner = YearPlanner(*work)
    months = [month for row in planner.rows for month in row]
    told = {m.name: [(str(t.when), t.what) for t in m.tasks] for m in months if m.tasks}
    assert [len(row) for row in planner.rows] == [4, 4, 4]
    assert told == {
        "1月": [("1日", "问候")],
        "3月": [("月内", "考核")],
        "6月": [("月内", "考核")],
        "9月": [("月内", "考核")],
        "10月": [("20日", "年检")],
        "12月": [("月内", "考核")],
    }
    assert (planner.count, planner.monthly, planner.when) == (14, (), "")


def test_a_certain_year_has_its_dates_and_what_is_ticked_month_by_month(work) -> None:
    planner = DatedYear(*work, 2026)
    months = {month.name: month for row in planner.rows for month in row}
    assert [(str(t.when), t.what) for t in months["10月"].tasks] == [
        ("8日 周四", "搬家"), ("20日 周二", "年检"),
    ]  # fmt: skip
    assert [(str(t.when), t.what) for t in months["3月"].tasks] == [("月内", "考核")]
    ticked = {each.task.what: each.is_due for each in planner.monthly}
    assert ticked["月报"] == (True,) * 12
    assert planner.when == "2026年"
