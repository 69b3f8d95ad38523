"""Days of `on` that contradict `every`, or that no calendar knows."""

from __future__ import annotations

import pytest

from handbook.derive.recurrence import days_at_odds, days_in_no_calendar
from handbook.model.schedules import Schedule
from handbook.model.section import Section
from handbook.model.validate import Context, validate
from handbook.read import read_text


def schedule(written: str) -> Schedule:
    root, problems = read_text(written, "content/p.yml")
    made, more = validate(Schedule, root, Context(Section((), "示例机构", None, None)))
    assert not [*problems, *more]
    return made


@pytest.mark.parametrize(
    ("every", "day"),
    [
        ("天", "周一"), ("天", "1日"), ("周", "1日"), ("周", "第一个周一"), ("月", "周一"),
        ("月", "5月"), ("月", "5月1日"), ("季度", "周一"), ("年", "1日"), ("年", "周一"),
        ("10天", "周一"), ("2个月", "30日"), ("2个月", "周一"), ("2个月", "5日至8日"),
    ],
)  # fmt: skip
def test_a_day_that_contradicts_the_interval_is_told(every: str, day: str) -> None:
    assert list(days_at_odds(schedule(f"{{every: {every}, on: {day}}}"))) == [day]


@pytest.mark.parametrize(
    ("every", "day"),
    [
        ("天", "工作日"), ("天", "7月"), ("周", "周一"), ("周", "7月"), ("月", "1日"),
        ("月", "第一个周一"), ("季度", "1日"), ("年", "5月1日"), ("年", "中秋"), ("年", "5月"),
        ("2周", "周三"), ("2个月", "28日"), ("月", "天晴时"),
    ],
)  # fmt: skip
def test_a_day_that_the_interval_has_is_not_told(every: str, day: str) -> None:
    assert not list(days_at_odds(schedule(f"{{every: {every}, on: {day}}}")))


def test_a_day_that_no_calendar_knows_is_told() -> None:
    assert list(days_in_no_calendar(schedule("{every: 月, on: [1日, 天晴时]}"))) == ["天晴时"]
