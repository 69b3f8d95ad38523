"""An interval with a day or a time in it is shown as it is written in keys of their own."""

from __future__ import annotations

import pytest

from handbook.model.intervals import as_written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("工作日", "{every: 日, on: 工作日}"),
        ("每个工作日", "{every: 日, on: 工作日}"),
        ("working days", "{every: day, on: weekdays}"),
        ("every weekday", "{every: day, on: weekdays}"),
        ("双休日", "{every: 周, on: 周末}"),
        ("on weekends", "{every: week, on: weekends}"),
        ("每月末", "{every: 月, on: 月末}"),
        ("月底", "{every: 月, on: 月末}"),
        ("month end", "{every: month, on: last day}"),
        ("the end", None),
        ("每季度末", None),
        ("year end", None),
        ("每天10:00", '{every: 天, at: "10:00"}'),
        ("每天下午4点", "{every: 天, at: 下午4点}"),
        ("每班8点半", "{every: 班, at: 8点半}"),
        ("每日上午", None),
        ("every day at 4 pm", "{every: day, at: 4 pm}"),
        ("day, 10:30", '{every: day, at: "10:30"}'),
        ("every day soon", None),
        ("每周一", "{every: 周, on: 周一}"),
        ("每周一、周四", "{every: 周, on: 周一、周四}"),
        ("每週五16:00", '{every: 週, on: 週五, at: "16:00"}'),
        ("每周日 下午3点", "{every: 周, on: 周日, at: 下午3点}"),
        ("every week on Monday", "{every: week, on: Monday}"),
        ("months on the 5th", "{every: month, on: 5th}"),
        ("每月5号", "{every: 月, on: 5日}"),
        ("每月15", "{every: 月, on: 15日}"),
        ("每年5月1日", "{every: 年, on: 5月1日}"),
        ("每个月的5日", "{every: 月, on: 5日}"),
        ("每周5天", None),
        ("每月两次", None),
        ("每月3回", None),
        ("quarter by June 1: noon", '{every: quarter, on: "June 1: noon"}'),
        ("偶尔", None),
        ("", None),
    ],
)
def test_a_day_and_a_time_get_keys_of_their_own_where_they_are_clear(
    words: str, written: str | None
) -> None:
    assert as_written(words) == written
